import { ByteList } from './byte-list.js';
import { ByteReader, joinLists, sameItems, writeLengths } from './byte-lists.js';
import { markDifferentItems } from './different-items.js';
import { TEXT_FORM, type PackedTexts, type TextSections } from './packed-texts.js';
import { WordWriter, type WordReader } from './words.js';

/** Texts as they are: lengths and bytes. */
export class PlainTexts implements PackedTexts {
  readonly evenSize = null;
  readonly #texts: ByteList;

  constructor(texts: ByteList) {
    this.#texts = texts;
  }

  static read(reader: WordReader, bytes: Uint8Array<ArrayBuffer>, count: number): PlainTexts {
    return new PlainTexts(new ByteReader(reader, bytes).list(count));
  }

  get length(): number {
    return this.#texts.length;
  }

  sizeOf(item: number): number {
    return 1 + this.#texts.offsets[item + 1] - this.#texts.offsets[item];
  }

  appendTo(list: ByteList, item: number): void {
    list.push(this.#texts.bytes, this.#texts.offsets[item], this.#texts.offsets[item + 1]);
  }

  unpack(): ByteList {
    return this.#texts;
  }

  comparison(other: PackedTexts): ((item: number, of: number) => boolean) | null {
    return other instanceof PlainTexts ? sameItems(this.#texts, other.#texts) : null;
  }

  markDifferences(other: PackedTexts, before: Int32Array, marks: Uint8Array): boolean {
    if (!(other instanceof PlainTexts)) return false;
    markDifferentItems(this.#texts, other.#texts, before, marks);
    return true;
  }

  gather(items: Uint32Array): PackedTexts {
    const chosen = new ByteList();
    chosen.gather(this.#texts, items);
    return new PlainTexts(chosen);
  }

  join(others: readonly PackedTexts[]): PackedTexts | null {
    if (!others.every((other) => other instanceof PlainTexts)) return null;
    return new PlainTexts(joinLists([this.#texts, ...others.map((other) => other.unpack())]));
  }

  sections(): TextSections {
    const writer = new WordWriter();
    writer.word(TEXT_FORM.plain);
    writeLengths(writer, this.#texts);
    return [writer.words, this.#texts.bytes.subarray(0, this.#texts.size)];
  }
}
