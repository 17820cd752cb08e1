import type { TextBuffer } from './byte-reader.js';
import { CARRIAGE_RETURN, LINE_FEED, QUOTE, type CsvRecord } from './csv-record.js';
import { ESCAPED, type UnreadRecord } from './record-batch.js';
import { MAX_RECORD_BYTES, takeCsvRecord } from './take-csv-record.js';
import { findNonText } from './text-check.js';
import { unreadText } from './unread-text.js';

const HIGH_BITS = 0x80808080;
/** Control characters from NUL to CR, four at a time: a byte below 0x0e borrows from its high bit. */
const CONTROLS = 0x0e0e0e0e;
const ONES = 0x01010101;
const FOUR_QUOTES = Math.imul(QUOTE, ONES);
/** {@link ESCAPED} as the signed number that bit operations know. */
const ESCAPED_BIT = ESCAPED | 0;

export interface CsvScannerOptions {
  columns: number;
  /** An ASCII character other than a quote, a line end or NUL. */
  delimiter: number;
  /** Line of the first record that will be scanned. */
  line: number;
}

/**
 * Finds the fields of whole records in a buffer: the innermost loop of an import, and the unit in which all
 * else is measured (design § 7). Regular rows go through {@link #scanRows}; whatever is not regular there (too few
 * fields, a blank line, the buffer's end …) is read again, for itself, by `readCsvRecord`. So a byte is looked at
 * twice at the most, and the time grows with the length whatever stands there.
 */
export class CsvScanner {
  /** What the last scan found; see `RecordBatch`. */
  rows = 0;
  setAside: UnreadRecord[] = [];

  readonly #columns: number;
  readonly #delimiter: number;
  /** 1 for the bytes that end an unquoted field or the hope that this is text. */
  readonly #endsField = new Uint8Array(256);
  /** Room for as many rows as {@link #lines} has. */
  #spans: Uint32Array<ArrayBuffer>;
  #lines = new Uint32Array(128);
  #line: number;

  constructor({ columns, delimiter, line }: CsvScannerOptions) {
    this.#columns = columns;
    this.#delimiter = delimiter;
    this.#line = line;
    this.#spans = new Uint32Array(this.#lines.length * columns * 2);
    for (const byte of [delimiter, LINE_FEED, CARRIAGE_RETURN, 0]) this.#endsField[byte] = 1;
  }

  /** Two numbers a field of the last scan. The next one writes to the same memory. */
  get spans(): Uint32Array {
    return this.#spans.subarray(0, this.rows * this.#columns * 2);
  }

  /** The line of each row of the last scan, in memory that is used again. */
  get lines(): Uint32Array {
    return this.#lines.subarray(0, this.rows);
  }

  /**
   * Takes the records from `from` on, as far as they are whole, and answers where the first other one begins.
   * Throws `encoding`, `not-text` and `unclosed-quote`.
   */
  scan(buffer: TextBuffer, from: number): number {
    this.rows = 0;
    this.setAside = [];
    let at = this.#scanRows(buffer, from);
    while (at < buffer.length) {
      const record = takeCsvRecord(buffer, at, {
        delimiter: this.#delimiter,
        maxFields: this.#columns,
        line: this.#line,
      });
      if (record === undefined) break;
      this.#take(buffer.bytes, at, record);
      at = this.#scanRows(buffer, record.end);
    }
    return at;
  }

  /**
   * Takes rows that have the right number of well-formed fields and a line end before the buffer's; answers
   * where the first other record begins. Looks at four bytes a step: a table look-up for each byte took half as
   * long again in Chromium. The line feed behind the data stops every loop, so none has to watch the length.
   */
  #scanRows({ bytes, view, length }: TextBuffer, from: number): number {
    const columns = this.#columns;
    const delimiter = this.#delimiter;
    const fourDelimiters = Math.imul(delimiter, ONES);
    const endsField = this.#endsField;
    let spans = this.#spans;
    let lines = this.#lines;
    let rows = this.rows;
    let written = rows * columns * 2;
    let line = this.#line;
    let rowStart = from;
    let at = from;
    nextRow: while (rowStart < length) {
      if (rows === lines.length) {
        this.#makeRoom();
        spans = this.#spans;
        lines = this.#lines;
      }
      let nextLine = line + 1;
      for (let column = 1; ; column++) {
        let start = at;
        let end = 0;
        let textEnd = 0;
        let byte = 0;
        // The bytes of the field, and a few behind it, or-ed four by four: a high bit where one is not ASCII.
        let seen = 0;
        let word = view.getInt32(at, true);
        if ((word & 0xff) === QUOTE) {
          start = ++at;
          let flag = 0;
          for (;;) {
            word = view.getInt32(at, true);
            seen |= word;
            let marks = marksOf(word, FOUR_QUOTES);
            if (marks === 0) {
              word = view.getInt32((at += 4), true);
              seen |= word;
              marks = marksOf(word, FOUR_QUOTES);
              if (marks === 0) {
                at += 4;
                continue;
              }
            }
            const bit = lowestBit(marks);
            at += bit >> 3;
            byte = (word >>> (bit - 7)) & 0xff;
            if (byte === QUOTE) {
              if (bytes[at + 1] !== QUOTE) break;
              flag = ESCAPED_BIT;
              at++;
            } else if (byte === LINE_FEED) {
              if (at >= length) break nextRow;
              nextLine++;
            } else if (byte === CARRIAGE_RETURN) {
              if (bytes[at + 1] !== LINE_FEED) nextLine++;
            } else if (byte === 0) {
              break nextRow;
            }
            at++;
          }
          textEnd = at;
          end = at | flag;
          byte = bytes[++at];
        } else {
          for (;;) {
            seen |= word;
            let marks = marksOf(word, fourDelimiters);
            if (marks === 0) {
              word = view.getInt32((at += 4), true);
              seen |= word;
              marks = marksOf(word, fourDelimiters);
              if (marks === 0) {
                word = view.getInt32((at += 4), true);
                continue;
              }
            }
            const bit = lowestBit(marks);
            at += bit >> 3;
            byte = (word >>> (bit - 7)) & 0xff;
            if (endsField[byte] === 1) break;
            word = view.getInt32(++at, true);
          }
          textEnd = end = at;
        }
        if ((seen & HIGH_BITS) !== 0 && findNonText(bytes, view, start, textEnd) >= 0) break nextRow;
        spans[written] = start;
        spans[written + 1] = end;
        written += 2;
        if (byte === delimiter) {
          if (column === columns) break nextRow;
          at++;
          continue;
        }
        // A line end right at the start of the row: a blank line, which only one column cannot tell from a row.
        if (column !== columns || at >= length || at === rowStart) break nextRow;
        if (byte === LINE_FEED) {
          at++;
        } else if (byte === CARRIAGE_RETURN && at + 1 < length) {
          at += bytes[at + 1] === LINE_FEED ? 2 : 1;
        } else {
          break nextRow;
        }
        break;
      }
      if (at - rowStart > MAX_RECORD_BYTES) break;
      lines[rows++] = line;
      line = nextLine;
      rowStart = at;
    }
    this.rows = rows;
    this.#line = line;
    return rowStart;
  }

  /** Takes a record that was read for itself: a row after all, a blank line, or one to set aside. */
  #take(bytes: Uint8Array, at: number, record: CsvRecord): void {
    const columns = this.#columns;
    const line = this.#line;
    this.#line += record.lines;
    if (record.textEnd === at) return;
    if (record.isMalformed || record.fields !== columns) {
      const reason = record.isMalformed
        ? 'quote-malformed'
        : record.fields < columns
          ? 'too-few-fields'
          : 'too-many-fields';
      this.setAside.push({ reason, line, text: unreadText(bytes, at, record.textEnd) });
      return;
    }
    if (this.rows === this.#lines.length) this.#makeRoom();
    this.#spans.set(record.spans, this.rows * columns * 2);
    this.#lines[this.rows++] = line;
  }

  #makeRoom(): void {
    this.#spans = doubled(this.#spans);
    this.#lines = doubled(this.#lines);
  }
}

/**
 * Sets the high bit of the bytes of a word that are a control character up to CR or equal to the bytes of `four`.
 * Only the lowest one set is certain: borrows may set others above it.
 */
function marksOf(word: number, four: number): number {
  return ((word - CONTROLS) | ((word ^ four) - ONES)) & ~word & HIGH_BITS;
}

function lowestBit(marks: number): number {
  return 31 - Math.clz32(marks & -marks);
}

function doubled(numbers: Uint32Array<ArrayBuffer>): Uint32Array<ArrayBuffer> {
  const larger = new Uint32Array(numbers.length * 2);
  larger.set(numbers);
  return larger;
}
