import { ByteList } from './byte-list.js';
import { ByteReader, bytesOf, joinLists, sameItems, writeLengths } from './byte-lists.js';
import { markDifferentItems } from './different-items.js';
import { TEXT_FORM, type PackedTexts, type TextSections } from './packed-texts.js';
import { storageCorrupt } from './storage-error.js';
import { MAX_SYMBOLS, SymbolTable } from './symbol-table.js';
import { WordWriter, type WordReader } from './words.js';

/** Texts as codes of symbols; the symbols stand in the same sections. */
export class SymbolTexts implements PackedTexts {
  readonly evenSize = null;
  readonly #table: SymbolTable;
  readonly #codes: ByteList;

  constructor(table: SymbolTable, codes: ByteList) {
    this.#table = table;
    this.#codes = codes;
  }

  static read(reader: WordReader, bytes: Uint8Array<ArrayBuffer>, count: number): SymbolTexts {
    const symbols = reader.word();
    if (symbols > MAX_SYMBOLS) throw storageCorrupt();
    const lists = new ByteReader(reader, bytes);
    return new SymbolTexts(new SymbolTable(lists.list(symbols)), lists.list(count));
  }

  get length(): number {
    return this.#codes.length;
  }

  /** Bytes of all codes. */
  get size(): number {
    return this.#codes.size;
  }

  sizeOf(item: number): number {
    return 1 + this.#codes.offsets[item + 1] - this.#codes.offsets[item];
  }

  appendTo(list: ByteList, item: number): void {
    this.#table.appendTo(list, this.#codes, item);
  }

  unpack(): ByteList {
    return this.#table.decode(this.#codes);
  }

  /** Texts are the same when their codes are: the longest symbol is taken each time. */
  comparison(other: PackedTexts): ((item: number, of: number) => boolean) | null {
    if (!(other instanceof SymbolTexts) || !other.#table.equals(this.#table)) return null;
    return sameItems(this.#codes, other.#codes);
  }

  markDifferences(other: PackedTexts, before: Int32Array, marks: Uint8Array): boolean {
    if (!(other instanceof SymbolTexts) || !other.#table.equals(this.#table)) return false;
    markDifferentItems(this.#codes, other.#codes, before, marks);
    return true;
  }

  gather(items: Uint32Array): PackedTexts {
    const chosen = new ByteList();
    chosen.gather(this.#codes, items);
    return new SymbolTexts(this.#table, chosen);
  }

  join(others: readonly PackedTexts[]): PackedTexts | null {
    const lists = [this.#codes];
    for (const other of others) {
      if (!(other instanceof SymbolTexts) || !other.#table.equals(this.#table)) return null;
      lists.push(other.#codes);
    }
    return new SymbolTexts(this.#table, joinLists(lists));
  }

  sections(): TextSections {
    const { symbols } = this.#table;
    const writer = new WordWriter();
    writer.word(TEXT_FORM.symbols);
    writer.word(symbols.length);
    writeLengths(writer, symbols);
    writeLengths(writer, this.#codes);
    return [writer.words, bytesOf(symbols, this.#codes)];
  }
}
