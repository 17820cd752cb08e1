import type { ByteList } from '../store/byte-list.js';
import { ByteTable } from '../store/byte-table.js';
import type { LoadedColumn } from '../store/column-chunk.js';
import { NumberedTexts } from '../store/numbered-texts.js';
import { KEY } from './key-index.js';
import { markRepeated } from './repeated-numbers.js';

/**
 * Judges the primary keys of an activity table (D 50): for each row one of {@link KEY}. Keys are the same when
 * their text is; blanks alone are no key. A coded column is judged without looking at a byte of its rows.
 */
export function judgeKeys(column: LoadedColumn): Uint8Array<ArrayBuffer> {
  const { rows, codes, packed } = column;
  if (codes === null)
    return packed instanceof NumberedTexts ? judgeNumbers(packed) : judgeTexts(column.values);
  const states = new Uint8Array(rows);
  const { values } = column;
  const { bytes, offsets } = values;
  const judged = new Uint8Array(values.length);
  // Text chunks that follow coded ones add values of their own, so equal texts may have two codes.
  const table = new ByteTable(values.length);
  const first = new Int32Array(values.length);
  for (let code = 0; code < values.length; code++) {
    first[code] = table.intern(bytes, offsets[code], offsets[code + 1]);
    if (isBlank(bytes, offsets[code], offsets[code + 1])) judged[first[code]] = KEY.empty;
  }
  const seen = new Uint8Array(table.size);
  for (let row = 0; row < rows; row++) {
    const key = first[codes[row]];
    states[row] = judged[key] === KEY.empty ? KEY.empty : seen[key] === 1 ? KEY.duplicate : KEY.first;
    seen[key] = 1;
  }
  return states;
}

function judgeTexts({ bytes, offsets, length }: ByteList): Uint8Array<ArrayBuffer> {
  const states = new Uint8Array(length);
  const table = new ByteTable(length);
  for (let row = 0; row < length; row++) {
    const start = offsets[row];
    const end = offsets[row + 1];
    if (isBlank(bytes, start, end)) {
      states[row] = KEY.empty;
    } else {
      const known = table.size;
      if (table.intern(bytes, start, end) !== known) states[row] = KEY.duplicate;
    }
  }
  return states;
}

/** Texts of one template are the same when their numbers are; each has a digit, so none is blank. */
function judgeNumbers({ length, numbers, misfits }: NumberedTexts): Uint8Array<ArrayBuffer> {
  const states = new Uint8Array(length);
  markRepeated(numbers, states, KEY.duplicate);
  judgeTexts(misfits.texts).forEach((state, i) => (states[misfits.items[i]] = state));
  return states;
}

export function isBlank(bytes: Uint8Array, start: number, end: number): boolean {
  for (let i = start; i < end; i++) if (bytes[i] > 0x20) return false;
  return true;
}
