import { DAY_MS } from '../../model/calendar.js';

/** Bits of a digit of the radix sort: more of them scatter rows over more places than caches hold. */
const DIGIT_BITS = 14;

/**
 * Order of activities in a segment: customer, then newest first. Answers positions of the rows. A radix sort over
 * integers; comparing objects took 57 times as long. Rows of the same customer and time keep their order here.
 */
export function sortActivities(customers: Int32Array, times: Float64Array): Uint32Array<ArrayBuffer> {
  const rows = customers.length;
  let order = new Uint32Array(rows);
  for (let i = 0; i < rows; i++) order[i] = i;
  if (rows < 2) return order;
  let spare = new Uint32Array(rows);
  const sortBy = (keys: Uint32Array | Int32Array): void => {
    const bits = 32 - Math.clz32(largestOf(keys));
    const passes = Math.ceil(bits / DIGIT_BITS);
    const digit = Math.ceil(bits / passes);
    for (let pass = 0; pass < passes; pass++) {
      radixPass(order, spare, keys, pass * digit, digit);
      [order, spare] = [spare, order];
    }
  };
  const { low, high } = ages(times);
  sortBy(low);
  if (high !== null) sortBy(high);
  sortBy(customers);
  return order;
}

/**
 * Sorts stretches of equal customer and time in place by the rest of the order (D 38), which is the text order of
 * the source keys inside one definition. `customers` and `times` are in the order of the rows.
 */
export function settleTies(
  order: Uint32Array<ArrayBuffer>,
  customers: Int32Array,
  times: Float64Array,
  compare: (a: number, b: number) => number,
): void {
  for (let start = 0; start < order.length;) {
    let end = start + 1;
    while (end < order.length && times[end] === times[start] && customers[end] === customers[start]) end++;
    if (end - start === 2) {
      const first = order[start];
      if (compare(first, order[start + 1]) > 0) {
        order[start] = order[start + 1];
        order[start + 1] = first;
      }
    } else if (end - start > 2) {
      order.subarray(start, end).sort(compare);
    }
    start = end;
  }
}

/** How far each row lies before the newest, in the coarsest unit that all times fit, so that few passes do. */
function ages(times: Float64Array): { low: Uint32Array; high: Uint32Array | null } {
  let min = Infinity;
  let max = -Infinity;
  let wholeDays = true;
  let wholeSeconds = true;
  for (let i = 0; i < times.length; i++) {
    const time = times[i];
    if (time < min) min = time;
    if (time > max) max = time;
    if (wholeDays && !isMultiple(time, DAY_MS)) wholeDays = false;
    if (wholeSeconds && !isMultiple(time, 1000)) wholeSeconds = false;
  }
  const unit = wholeDays ? DAY_MS : wholeSeconds ? 1000 : 1;
  const low = new Uint32Array(times.length);
  const high = (max - min) / unit >= WORD ? new Uint32Array(times.length) : null;
  for (let i = 0; i < times.length; i++) {
    const age = (max - times[i]) / unit;
    if (high === null) {
      low[i] = age;
    } else {
      const top = Math.floor(age / WORD);
      high[i] = top;
      low[i] = age - top * WORD;
    }
  }
  return { low, high };
}

const WORD = 2 ** 32;

/** A remainder of doubles takes several times as long. */
function isMultiple(time: number, unit: number): boolean {
  return Math.floor(time / unit) * unit === time;
}

function largestOf(keys: Uint32Array | Int32Array): number {
  let largest = 0;
  for (let i = 0; i < keys.length; i++) if (keys[i] > largest) largest = keys[i];
  return largest;
}

function radixPass(
  from: Uint32Array,
  to: Uint32Array,
  keys: Uint32Array | Int32Array,
  shift: number,
  bits: number,
): void {
  const mask = (1 << bits) - 1;
  const starts = new Uint32Array(mask + 2);
  for (let i = 0; i < keys.length; i++) starts[((keys[i] >>> shift) & mask) + 1]++;
  for (let digit = 0; digit <= mask; digit++) starts[digit + 1] += starts[digit];
  for (let i = 0; i < from.length; i++) {
    const row = from[i];
    to[starts[(keys[row] >>> shift) & mask]++] = row;
  }
}
