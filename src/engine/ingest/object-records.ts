import { AdapterError } from '../../model/errors.js';
import { MAX_COLUMNS, tooManyColumns } from './column-limit.js';
import { valueText } from './json-value.js';
import type { RecordBatch, UnreadRecord } from './record-batch.js';
import { cutText } from './unread-text.js';
import { Utf8Writer } from './utf8-writer.js';

/** A batch is handed out at so many cells or characters, so that wide rows and long texts do not pile up. */
const MAX_CELLS = 1 << 17;
const MAX_CHARACTERS = 1 << 20;

/**
 * Collects row objects and turns them into batches of bytes. Columns are the keys in the order in which they
 * first occur; a batch has those of all rows so far.
 */
export class ObjectRecords {
  /** Records taken, set aside ones among them. */
  read = 0;

  readonly #columns: string[] = [];
  readonly #positions = new Map<string, number>();
  readonly #writer = new Utf8Writer();
  #rows: (string | undefined)[][] = [];
  #lines: number[] = [];
  #setAside: UnreadRecord[] = [];
  #characters = 0;

  /** It is time to hand out a batch. */
  get isFull(): boolean {
    return this.#rows.length * this.#columns.length >= MAX_CELLS || this.#characters >= MAX_CHARACTERS;
  }

  get hasPending(): boolean {
    return this.#rows.length + this.#setAside.length > 0;
  }

  /** Takes a record, or sets it aside when it is no object. Throws `header-empty` for a key without a name. */
  add(record: unknown, line: number): void {
    if (typeof record !== 'object' || record === null || Array.isArray(record)) {
      this.setAside({ reason: 'not-an-object', line, text: jsonText(record) });
      return;
    }
    let values: string[];
    try {
      values = Object.values(record).map(valueText);
    } catch {
      // A nested value may contain itself, or what JSON has no text for.
      this.setAside({ reason: 'json-invalid', line, text: Object.keys(record).join(', ') });
      return;
    }
    const row: (string | undefined)[] = [];
    Object.keys(record).forEach((name, i) => {
      // Most records have the keys of the first one, in its order.
      row[this.#columns[i] === name ? i : this.#position(name, line)] = values[i];
      this.#characters += values[i].length;
    });
    this.#rows.push(row);
    this.#lines.push(line);
    this.read++;
  }

  /** Takes a record that could not be read. */
  setAside(record: UnreadRecord): void {
    this.#setAside.push({ ...record, text: cutText(record.text) });
    this.#characters += Math.min(record.text.length, MAX_CHARACTERS);
    this.read++;
  }

  /** Hands out what was collected since the last batch. */
  takeBatch(bytesRead: number): RecordBatch {
    const columns = [...this.#columns];
    const spans = new Uint32Array(this.#rows.length * columns.length * 2);
    const writer = this.#writer;
    writer.length = 0;
    let at = 0;
    for (const row of this.#rows) {
      for (let field = 0; field < columns.length; field++) {
        spans[at++] = writer.length;
        writer.write(row[field] ?? '');
        spans[at++] = writer.length;
      }
    }
    const batch: RecordBatch = {
      columns,
      bytes: writer.bytes,
      rows: this.#rows.length,
      spans,
      lines: Uint32Array.from(this.#lines),
      setAside: this.#setAside,
      bytesRead,
    };
    this.#rows = [];
    this.#lines = [];
    this.#setAside = [];
    this.#characters = 0;
    return batch;
  }

  #position(name: string, line: number): number {
    const known = this.#positions.get(name);
    if (known !== undefined) return known;
    if (name.trim() === '') {
      throw new AdapterError(
        'header-empty',
        `Record ${line} has a key without a name. Give every key a name.`,
        { detail: { line } },
      );
    }
    if (this.#columns.length === MAX_COLUMNS) throw tooManyColumns();
    this.#positions.set(name, this.#columns.length);
    return this.#columns.push(name) - 1;
  }
}

function jsonText(value: unknown): string {
  try {
    // undefined and functions have no JSON text, and their type says otherwise.
    return JSON.stringify(value) ?? String(value);
  } catch {
    return typeof value === 'bigint' ? String(value) : Object.prototype.toString.call(value);
  }
}
