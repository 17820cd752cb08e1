import { MISFIT, type Numbers } from '../store/number-template.js';

/** Puts `mark` at the rows whose numbers are all those of an earlier row. Misfits are passed over. */
export function markRepeated(numbers: Numbers, marks: Uint8Array, mark: number): void {
  const places = placesOf(numbers);
  if (places === null) markByHash(numbers, marks, mark);
  else markByPlace(numbers[0], places, marks, mark);
}

/** Bits of a table of all keys that there could be, for each key that there is. */
const BITS_A_KEY = 64;

/** A place for each key among all that lie between the least and the largest numbers; null where these are too many. */
function placesOf(numbers: Numbers): { of: Uint32Array; count: number } | null {
  const { length } = numbers[0];
  const of = new Uint32Array(length);
  let count = 1;
  for (const keys of numbers) {
    const { least, most } = rangeOf(keys, numbers[0]);
    const range = Math.max(0, most - least + 1);
    count *= range;
    if (count > Math.max(length, 1024) * BITS_A_KEY) return null;
    for (let row = 0; row < length; row++) of[row] = of[row] * range + keys[row] - least;
  }
  return { of, count };
}

function rangeOf(numbers: Uint32Array, first: Uint32Array): { least: number; most: number } {
  let least = Infinity;
  let most = 0;
  for (let row = 0; row < numbers.length; row++) {
    if (first[row] === MISFIT) continue;
    if (numbers[row] < least) least = numbers[row];
    if (numbers[row] > most) most = numbers[row];
  }
  return least === Infinity ? { least: 0, most: -1 } : { least, most };
}

/** A bit for each place: keys that are counted up need no more than a few of them. */
function markByPlace(
  first: Uint32Array,
  { of, count }: { of: Uint32Array; count: number },
  marks: Uint8Array,
  mark: number,
): void {
  const seen = new Uint32Array((count >>> 5) + 1);
  for (let row = 0; row < of.length; row++) {
    if (first[row] === MISFIT) continue;
    const place = of[row];
    const bit = 1 << (place & 31);
    if ((seen[place >>> 5] & bit) === 0) seen[place >>> 5] |= bit;
    else marks[row] = mark;
  }
}

function markByHash([first, ...others]: Numbers, marks: Uint8Array, mark: number): void {
  let capacity = 128;
  while (capacity < first.length * 2) capacity *= 2;
  const mask = capacity - 1;
  // One more than the row, so that a new table is empty.
  const slots = new Uint32Array(capacity);
  const isSame = (row: number, other: number): boolean => {
    for (const of of others) if (of[row] !== of[other]) return false;
    return true;
  };
  for (let row = 0; row < first.length; row++) {
    const number = first[row];
    if (number === MISFIT) continue;
    let hash = mixed(number);
    for (let i = 0; i < others.length; i++) hash = mixed(hash ^ others[i][row]);
    let slot = hash & mask;
    while (slots[slot] !== 0 && !(first[slots[slot] - 1] === number && isSame(slots[slot] - 1, row))) {
      slot = (slot + 1) & mask;
    }
    if (slots[slot] === 0) slots[slot] = row + 1;
    else marks[row] = mark;
  }
}

function mixed(number: number): number {
  const hash = Math.imul(number ^ (number >>> 16), 0x85eb_ca6b);
  return hash ^ (hash >>> 13);
}
