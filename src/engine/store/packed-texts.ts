import type { ByteList } from './byte-list.js';

/** Two sections of a chunk: integers and bytes. */
export type TextSections = [words: Uint32Array<ArrayBuffer>, bytes: Uint8Array<ArrayBuffer>];

/** A list of texts in the form in which it is stored. Each text can be had without the others. */
export interface PackedTexts {
  readonly length: number;
  /** Bytes that each item takes in its chunk, about; null where it depends on the item. */
  readonly evenSize: number | null;
  /** Bytes that an item takes in its chunk, about. */
  sizeOf(item: number): number;
  /** Appends the text of an item to a list. */
  appendTo(list: ByteList, item: number): void;
  unpack(): ByteList;
  /** Says of two items, one of another list, whether they are the same text; null where that takes unpacking. */
  comparison(other: PackedTexts): ((item: number, of: number) => boolean) | null;
  /**
   * Marks each row whose text here differs from that of the item `before[row]` of another list; a row for which that is
   * below 0 is passed over. All marks are 0 at first. False, and nothing is marked, where that takes unpacking.
   */
  markDifferences(other: PackedTexts, before: Int32Array, marks: Uint8Array): boolean;
  /** Chosen items in the same form. */
  gather(items: Uint32Array): PackedTexts;
  /** This list and those behind it as one; null where another is not of just this form. */
  join(others: readonly PackedTexts[]): PackedTexts | null;
  sections(): TextSections;
}

/** First word of the sections. */
export const TEXT_FORM = { plain: 0, symbols: 1, numbers: 2 } as const;
