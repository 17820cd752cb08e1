import { ByteList } from './byte-list.js';
import { packIntegers, packSections, packTexts, Sections, unpackTexts } from './sections.js';

/*
 * A chunk of a table's column: section 0 says [form, rows]; then either the codes of the rows (the dictionary is
 * a chunk of its own, of form TEXT) or the lengths and bytes of their values.
 */
const TEXT = 0;
const CODES = 1;

export function packCodes(codes: Uint32Array<ArrayBuffer>, dictionarySize: number): ArrayBuffer {
  return packSections([Uint32Array.of(CODES, codes.length), packIntegers(codes, dictionarySize)]);
}

export function packText(texts: ByteList): ArrayBuffer {
  return packSections([Uint32Array.of(TEXT, texts.length), ...packTexts(texts)]);
}

/** The texts of a chunk of form TEXT, without copying. */
export function unpackText(chunk: ArrayBuffer): ByteList {
  const sections = new Sections(chunk);
  return unpackTexts(sections, 1, sections.u32(0)[1]);
}

/** A whole column in memory. The value of row i is `values[codes ? codes[i] : i]`. */
export interface LoadedColumn {
  readonly rows: number;
  readonly codes: Uint32Array<ArrayBuffer> | null;
  readonly values: ByteList;
}

/** Puts the chunks of a column together. Text that follows coded chunks joins as codes of its own. */
export function joinColumn(
  rows: number,
  dictionary: ArrayBuffer | undefined,
  chunks: readonly ArrayBuffer[],
): LoadedColumn {
  if (dictionary === undefined) return { rows, codes: null, values: joinTexts(rows, chunks) };
  const values = copyOf(unpackText(dictionary));
  const codes = new Uint32Array(rows);
  let row = 0;
  for (const chunk of chunks) {
    const sections = new Sections(chunk);
    const [form, count] = sections.u32(0);
    if (form === CODES) {
      codes.set(sections.integers(1, count), row);
    } else {
      const texts = unpackTexts(sections, 1, count);
      for (let i = 0; i < count; i++) {
        codes[row + i] = values.push(texts.bytes, texts.offsets[i], texts.offsets[i + 1]);
      }
    }
    row += count;
  }
  return { rows, codes, values };
}

function joinTexts(rows: number, chunks: readonly ArrayBuffer[]): ByteList {
  const lists = chunks.map(unpackText);
  if (lists.length === 1) return lists[0];
  const size = lists.reduce((sum, list) => sum + list.size, 0);
  const bytes = new Uint8Array(size);
  const offsets = new Uint32Array(rows + 1);
  let row = 0;
  let at = 0;
  for (const list of lists) {
    bytes.set(list.bytes.subarray(0, list.size), at);
    shift(list.offsets, list.length, offsets, row, at);
    row += list.length;
    at += list.size;
  }
  return new ByteList(bytes, offsets, rows);
}

function shift(from: Uint32Array, count: number, to: Uint32Array, row: number, by: number): void {
  for (let i = 1; i <= count; i++) to[row + i] = by + from[i];
}

/** Values unpacked from a chunk share its buffer; a list that grows needs one of its own. */
function copyOf(list: ByteList): ByteList {
  return new ByteList(list.bytes.slice(), list.offsets, list.length);
}
