import type { ByteList } from './byte-list.js';
import { joinLists } from './byte-lists.js';
import type { PackedTexts } from './packed-texts.js';
import { PlainTexts } from './plain-texts.js';
import { joinTexts } from './read-texts.js';
import { packedTexts, packSections, packVector, Sections } from './sections.js';

/*
 * A chunk of a table's column: section 0 says [form, rows]; then either the codes of the rows (the dictionary is
 * a chunk of its own, of form TEXT) or their texts.
 */
const TEXT = 0;
const CODES = 1;

export function packCodes(codes: Uint32Array<ArrayBuffer>): ArrayBuffer {
  return packSections([Uint32Array.of(CODES, codes.length), packVector(codes)]);
}

export function packText(texts: PackedTexts): ArrayBuffer {
  return packSections([Uint32Array.of(TEXT, texts.length), ...texts.sections()]);
}

/** The texts of a chunk of form TEXT, as they are stored. */
export function readText(chunk: ArrayBuffer): PackedTexts {
  const sections = new Sections(chunk);
  return packedTexts(sections, 1, sections.u32(0)[1]);
}

/** The texts of a chunk of form TEXT. */
export function unpackText(chunk: ArrayBuffer): ByteList {
  return readText(chunk).unpack();
}

/** A whole column in memory. The value of row i is `values[codes ? codes[i] : i]`. */
export interface LoadedColumn {
  readonly rows: number;
  readonly codes: Uint32Array<ArrayBuffer> | null;
  readonly values: ByteList;
  /** The values as they are stored: for those who only hand them on, or read few. */
  readonly packed: PackedTexts;
  /** All that is stored of it, where it comes from storage. */
  readonly chunks?: readonly ArrayBuffer[];
}

/** A column whose values are unpacked when somebody asks for them. */
class StoredColumn implements LoadedColumn {
  readonly rows: number;
  readonly codes: Uint32Array<ArrayBuffer> | null;
  readonly packed: PackedTexts;
  readonly chunks: readonly ArrayBuffer[];
  #values: ByteList | null = null;

  constructor(
    codes: Uint32Array<ArrayBuffer> | null,
    packed: PackedTexts,
    rows: number,
    chunks: readonly ArrayBuffer[],
  ) {
    this.rows = rows;
    this.codes = codes;
    this.packed = packed;
    this.chunks = chunks;
  }

  get values(): ByteList {
    return (this.#values ??= this.packed.unpack());
  }
}

/** Puts the chunks of a column together. Text that follows coded chunks joins as codes of its own. */
export function joinColumn(
  rows: number,
  dictionary: ArrayBuffer | undefined,
  chunks: readonly ArrayBuffer[],
): LoadedColumn {
  if (dictionary === undefined) return new StoredColumn(null, joinTexts(chunks.map(readText)), rows, chunks);
  const codes = new Uint32Array(rows);
  const values = readText(dictionary);
  const texts: PackedTexts[] = [];
  let known = values.length;
  let row = 0;
  for (const chunk of chunks) {
    const sections = new Sections(chunk);
    const [form, count] = sections.u32(0);
    if (form === CODES) {
      codes.set(sections.vector(1, count), row);
    } else {
      for (let i = 0; i < count; i++) codes[row + i] = known++;
      texts.push(readText(chunk));
    }
    row += count;
  }
  // One form for all of them is not to be expected.
  const packed =
    texts.length === 0 ? values : new PlainTexts(joinLists([values, ...texts].map((each) => each.unpack())));
  return new StoredColumn(codes, packed, rows, [dictionary, ...chunks]);
}
