import { TypeTally } from '../ingest/infer-type.js';
import { unescapeField } from '../ingest/unescape.js';
import { ESCAPED, type RecordBatch } from '../ingest/record-batch.js';
import { ByteList } from './byte-list.js';
import { ByteTable } from './byte-table.js';
import { packCodes, packText } from './column-chunk.js';
import type { NumberMemory } from './numbered-texts.js';
import { TextPacker } from './text-packer.js';

/** Rows that a builder has room for at first. */
const FIRST_ROWS = 16_384;

/** Beyond this many distinct values a dictionary is carried no further. */
const MAX_DICTIONARY = 1 << 20;

/** After so many rows a column in which nearly nothing came twice, a key or free text, is taken for text at once. */
const EARLY_ROWS = 1024;
const EARLY_DISTINCT = 1000;

/**
 * Collects one column of a table, row by row, and hands out chunks. It starts with a dictionary, so that foreign
 * keys and categories are stored as codes and a run never hashes them again (design § 4.1); a column whose values
 * are mostly distinct goes on as plain text from the next chunk.
 */
export class ColumnBuilder {
  readonly #tally = new TypeTally();
  #dictionary: ByteTable | null = new ByteTable();
  #counts = new Uint32Array(256);
  #codes = new Uint32Array(FIRST_ROWS);
  readonly #texts = new ByteList();
  readonly #packer = new TextPacker();
  #textOnly = false;
  #filled = 0;
  #rows = 0;
  #empty = 0;
  #hasCodedChunks = false;
  readonly #memory: NumberMemory;
  #scratch = new Uint8Array(256);

  /** `memory` may serve many columns. */
  constructor(memory: NumberMemory = []) {
    this.#memory = memory;
  }

  /** Rows without a value. */
  get empty(): number {
    return this.#empty;
  }

  /** The dictionary of the coded chunks, or null when there are none. For {@link finish} only. */
  get dictionary(): ByteList | null {
    return this.#hasCodedChunks && this.#dictionary !== null ? this.#dictionary.items : null;
  }

  /** Rows of the chunk being filled. */
  get filled(): number {
    return this.#filled;
  }

  /** Takes column `field` of the rows `from … to` of a batch. */
  append(batch: RecordBatch, field: number, from: number, to: number): void {
    const { bytes, spans } = batch;
    const stride = batch.columns.length * 2;
    let row = from;
    for (let at = row * stride + field * 2; row < to && !this.#textOnly; row++, at += stride) {
      const start = spans[at];
      const end = spans[at + 1];
      if (end >= ESCAPED) this.#appendEscaped(bytes, start, end & ~ESCAPED);
      else this.add(bytes, start, end);
    }
    if (row < to) this.#appendTexts(bytes, spans, row * stride + field * 2, stride, to - row);
  }

  /** Plain text needs no look-up for each value and is taken in one go. */
  #appendTexts(bytes: Uint8Array, spans: Uint32Array, at: number, stride: number, rows: number): void {
    const texts = this.#texts;
    const first = texts.length;
    texts.pushSpans(bytes, spans, at, stride, rows);
    const { bytes: held, offsets } = texts;
    for (let item = first; item < texts.length; item++) {
      if (offsets[item] === offsets[item + 1]) this.#empty++;
      else this.#tally.add(held, offsets[item], offsets[item + 1]);
    }
    this.#filled += rows;
    this.#rows += rows;
  }

  /** Takes one value. */
  add(bytes: Uint8Array, start: number, end: number): void {
    if (start === end) this.#empty++;
    const dictionary = this.#dictionary;
    if (this.#textOnly || dictionary === null) {
      if (start !== end) this.#tally.add(bytes, start, end);
      this.#texts.push(bytes, start, end);
    } else {
      const code = dictionary.intern(bytes, start, end);
      if (this.#filled === this.#codes.length) this.#codes = doubled(this.#codes);
      this.#codes[this.#filled] = code;
      if (code >= this.#counts.length) this.#counts = doubled(this.#counts);
      this.#counts[code]++;
    }
    this.#filled++;
    this.#rows++;
    if (this.#rows === EARLY_ROWS && (this.#dictionary?.size ?? 0) > EARLY_DISTINCT) this.#goOnAsText();
  }

  /** Takes rows without a value. */
  addEmpty(rows: number): void {
    for (let i = 0; i < rows; i++) this.add(this.#scratch, 0, 0);
  }

  /** The chunk filled so far, laid out; the next one begins. */
  takeChunk(): ArrayBuffer {
    if (!this.#textOnly && !this.#worthCoding()) this.#goOnAsText();
    const rows = this.#filled;
    this.#filled = 0;
    if (!this.#textOnly) {
      this.#hasCodedChunks = true;
      return packCodes(this.#codes.subarray(0, rows));
    }
    const chunk = packText(this.#packer.pack(this.#texts, this.#memory));
    this.#texts.clear();
    return chunk;
  }

  /** What the whole column holds. Call once, after the last chunk. */
  finish(): ReturnType<TypeTally['result']> {
    if (!this.#textOnly) this.#tallyDictionary();
    return this.#tally.result();
  }

  #worthCoding(): boolean {
    const distinct = this.#dictionary?.size ?? 0;
    return distinct <= MAX_DICTIONARY && distinct * 2 <= this.#rows;
  }

  /** Turns the codes of the open chunk into text. Chunks handed out before stay coded; readers take both. */
  #goOnAsText(): void {
    this.#tallyDictionary();
    const items = this.#dictionary?.items ?? new ByteList();
    for (let i = 0; i < this.#filled; i++) {
      const code = this.#codes[i];
      this.#texts.push(items.bytes, items.offsets[code], items.offsets[code + 1]);
    }
    if (!this.#hasCodedChunks) this.#dictionary = null;
    this.#textOnly = true;
  }

  #tallyDictionary(): void {
    const items = this.#dictionary?.items ?? new ByteList();
    for (let code = 0; code < items.length; code++) {
      const start = items.offsets[code];
      const end = items.offsets[code + 1];
      if (start !== end) this.#tally.add(items.bytes, start, end, this.#counts[code]);
    }
  }

  #appendEscaped(bytes: Uint8Array, start: number, end: number): void {
    if (this.#scratch.length < end - start) this.#scratch = new Uint8Array((end - start) * 2);
    this.add(this.#scratch, 0, unescapeField(bytes, start, end, this.#scratch, 0));
  }
}

function doubled(values: Uint32Array<ArrayBuffer>): Uint32Array<ArrayBuffer> {
  const grown = new Uint32Array(values.length * 2);
  grown.set(values);
  return grown;
}
