import type { ImportReason, SetAsideCount } from '../../model/reports.js';
import type { ColumnType } from '../../model/model.js';
import type { RecordBatch, UnreadRecord } from '../ingest/record-batch.js';
import { ColumnBuilder } from './column-builder.js';
import { packText } from './column-chunk.js';
import type { NumberMemory } from './numbered-texts.js';
import { packSections } from './sections.js';
import type { ChunkKey } from './storage.js';
import { TextPacker } from './text-packer.js';
import { ASIDE_REASON, COLUMN_CHUNK_ROWS, DICTIONARY, LINES, type TableColumn } from './records.js';

/** Examples kept for each reason (D 50). */
export const MAX_EXAMPLES = 20;

/**
 * Rows of a column chunk, unless they are wide: a run reads whole columns, and the browser keeps large values as files
 * of their own, of which a few large ones are cheaper than many.
 */
const LARGE_CHUNK_ROWS = 65_536;

/** A table whose first {@link COLUMN_CHUNK_ROWS} rows took more bytes has chunks of so many: they wait in memory. */
const WIDE_BYTES = 4 << 20;

type Emit = (key: ChunkKey, chunk: ArrayBuffer) => void;

/** Turns batches of records into the chunks of one table segment. */
export class TableBuilder {
  readonly #segment: number;
  readonly #firstLine: number;
  readonly #emit: Emit;
  readonly #columns: { name: string; builder: ColumnBuilder }[] = [];
  readonly #memory: NumberMemory = [];
  /** Reason, line and text of the rows set aside: columns ASIDE_REASON, ASIDE_LINE, ASIDE_TEXT. */
  readonly #aside: [ColumnBuilder, ColumnBuilder, ColumnBuilder];
  readonly #asideCounts = new Map<
    ImportReason,
    { count: number; examples: { line: number; text: string }[] }
  >();
  #lines = new Uint32Array(LARGE_CHUNK_ROWS);
  #linesAreRegular = true;
  #chunk = 0;
  #asideChunk = 0;
  #filled = 0;
  rows = 0;
  setAside = 0;
  /** Rows of each chunk but the last; settled when the first is full. */
  chunkRows = LARGE_CHUNK_ROWS;

  constructor(segment: number, firstLine: number, emit: Emit) {
    this.#segment = segment;
    this.#firstLine = firstLine;
    this.#emit = emit;
    this.#aside = [new ColumnBuilder(), new ColumnBuilder(), new ColumnBuilder()];
  }

  add(batch: RecordBatch): void {
    this.#widen(batch.columns);
    for (let from = 0; from < batch.rows;) {
      const full = this.#chunk === 0 && this.#filled < COLUMN_CHUNK_ROWS ? COLUMN_CHUNK_ROWS : this.chunkRows;
      const to = Math.min(batch.rows, from + full - this.#filled);
      this.#columns.forEach(({ builder }, field) => {
        if (field < batch.columns.length) builder.append(batch, field, from, to);
        else builder.addEmpty(to - from);
      });
      this.#noteLines(batch, from, to);
      this.#filled += to - from;
      this.rows += to - from;
      from = to;
      if (this.rows === COLUMN_CHUNK_ROWS && batch.bytesRead > WIDE_BYTES) this.chunkRows = COLUMN_CHUNK_ROWS;
      if (this.#filled === this.chunkRows) this.#flush();
    }
    for (const record of batch.setAside) this.#addAside(record);
  }

  /** Hands out the last chunks and describes the columns. */
  finish(types: Readonly<Record<string, ColumnType>>): TableColumn[] {
    if (this.#filled > 0) this.#flush();
    this.#flushAside();
    this.#aside.forEach((builder, i) => this.#emitDictionary(ASIDE_REASON - i, builder));
    return this.#columns.map(({ name, builder }, field) => {
      const found = builder.finish();
      this.#emitDictionary(field, builder);
      return {
        name,
        type: Object.hasOwn(types, name) ? types[name] : found.type,
        empty: builder.empty,
        dictionary: builder.dictionary !== null,
        ...(found.dates === undefined ? {} : { dates: found.dates }),
      };
    });
  }

  get setAsideCounts(): SetAsideCount[] {
    return [...this.#asideCounts].map(([reason, { count, examples }]) => ({ reason, count, examples }));
  }

  /** A column that shows up late was empty in all rows before (JSON). */
  #widen(names: readonly string[]): void {
    for (let field = this.#columns.length; field < names.length; field++) {
      const builder = new ColumnBuilder(this.#memory);
      for (let chunk = 0; chunk < this.#chunk; chunk++) {
        builder.addEmpty(this.chunkRows);
        this.#emit([this.#segment, field, chunk], builder.takeChunk());
      }
      builder.addEmpty(this.#filled);
      this.#columns.push({ name: names[field], builder });
    }
  }

  #noteLines(batch: RecordBatch, from: number, to: number): void {
    for (let row = from; row < to; row++) {
      const at = this.#filled + row - from;
      const line = batch.lines[row];
      this.#lines[at] = line;
      if (line !== this.#firstLine + this.rows + row - from) this.#linesAreRegular = false;
    }
  }

  #flush(): void {
    const chunk = this.#chunk++;
    this.#columns.forEach(({ builder }, field) => {
      this.#emit([this.#segment, field, chunk], builder.takeChunk());
    });
    if (!this.#linesAreRegular) {
      this.#emit([this.#segment, LINES, chunk], packSections([this.#lines.slice(0, this.#filled)]));
    }
    this.#filled = 0;
  }

  #addAside({ reason, line, text }: UnreadRecord): void {
    const values = [reason, String(line), text];
    this.#aside.forEach((builder, i) => {
      const bytes = encoder.encode(values[i]);
      builder.add(bytes, 0, bytes.length);
    });
    this.setAside++;
    const counted = this.#asideCounts.get(reason) ?? { count: 0, examples: [] };
    counted.count++;
    if (counted.examples.length < MAX_EXAMPLES) counted.examples.push({ line, text });
    this.#asideCounts.set(reason, counted);
    if (this.#aside[0].filled === COLUMN_CHUNK_ROWS) this.#flushAside();
  }

  #flushAside(): void {
    if (this.#aside[0].filled === 0) return;
    const chunk = this.#asideChunk++;
    this.#aside.forEach((builder, i) => {
      this.#emit([this.#segment, ASIDE_REASON - i, chunk], builder.takeChunk());
    });
  }

  #emitDictionary(column: number, builder: ColumnBuilder): void {
    if (builder.dictionary !== null) {
      this.#emit([this.#segment, column, DICTIONARY], packText(new TextPacker().pack(builder.dictionary)));
    }
  }
}

const encoder = new TextEncoder();
