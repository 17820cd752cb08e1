import { joinColumn, type LoadedColumn } from './column-chunk.js';
import { DICTIONARY } from './records.js';
import type { ChunkKey } from './storage.js';

/** Bytes of freshly imported columns that are kept for the run that usually follows. */
const MAX_BYTES = 128 << 20;

interface KeptColumn {
  dictionary?: ArrayBuffer;
  readonly chunks: ArrayBuffer[];
}

/** The columns of one table as they are written; empty once they are more than may be kept. */
export class KeptTable {
  readonly #columns = new Map<number, KeptColumn>();
  bytes = 0;

  add([, column, chunk]: ChunkKey, buffer: ArrayBuffer): void {
    this.bytes += buffer.byteLength;
    if (this.bytes > MAX_BYTES) {
      this.#columns.clear();
      return;
    }
    const kept = this.#columns.get(column as number) ?? { chunks: [] };
    this.#columns.set(column as number, kept);
    if (chunk === DICTIONARY) kept.dictionary = buffer;
    else kept.chunks.push(buffer);
  }

  column(rows: number, column: number): LoadedColumn | null {
    const kept = this.bytes > MAX_BYTES ? undefined : this.#columns.get(column);
    return kept === undefined ? null : joinColumn(rows, kept.dictionary, kept.chunks);
  }
}

/**
 * Columns of tables imported lately, so that a run right after an import does not read back what has just been
 * written. Segments never change, so nothing here goes stale.
 */
export class KeptColumns {
  readonly #tables = new Map<number, KeptTable>();

  /** Takes the columns of a table that is committed. */
  add(segment: number, table: KeptTable): void {
    this.#tables.set(segment, table);
    let bytes = 0;
    for (const kept of this.#tables.values()) bytes += kept.bytes;
    for (const [oldest, kept] of this.#tables) {
      if (bytes <= MAX_BYTES) break;
      this.#tables.delete(oldest);
      bytes -= kept.bytes;
    }
  }

  column(segment: number, rows: number, column: number): LoadedColumn | null {
    return this.#tables.get(segment)?.column(rows, column) ?? null;
  }

  /** After a run, which is what they were kept for. */
  clear(): void {
    this.#tables.clear();
  }
}
