import { ByteList, compareBytes } from './byte-list.js';
import { ByteReader, bytesOf, writeLengths } from './byte-lists.js';
import { markDifferentNumbers } from './different-items.js';
import { MISFIT, NumberTemplate, type Numbers } from './number-template.js';
import { TEXT_FORM, type PackedTexts, type TextSections } from './packed-texts.js';
import { storageCorrupt } from './storage-error.js';
import { WordWriter, type WordReader } from './words.js';

/** Texts of another form than their list's, by their places in it. No text of the form is among them. */
export interface Misfits {
  readonly items: Uint32Array<ArrayBuffer>;
  readonly texts: ByteList;
}

/** Memory for the numbers of one list after another. */
export type NumberMemory = Uint32Array<ArrayBuffer>[];

/** Texts as the numbers in them; texts of another form stand beside. */
export class NumberedTexts implements PackedTexts {
  readonly length: number;
  readonly template: NumberTemplate;
  /** The first number of a misfit is {@link MISFIT}, its others mean nothing. */
  readonly numbers: Numbers;
  readonly misfits: Misfits;

  constructor(length: number, template: NumberTemplate, numbers: Numbers, misfits: Misfits) {
    this.length = length;
    this.template = template;
    this.numbers = numbers;
    this.misfits = misfits;
  }

  /**
   * Null when more texts than `most` do not fit the template. The numbers lie in `memory`, where it is large enough: the
   * texts are good until it is used again.
   */
  static of(
    template: NumberTemplate,
    texts: ByteList,
    most: number,
    memory: NumberMemory = [],
  ): NumberedTexts | null {
    const { length } = texts;
    const numbers = Array.from(template.widths, (_, number) => {
      if (number >= memory.length || memory[number].length < length) memory[number] = new Uint32Array(length);
      return memory[number].subarray(0, length);
    });
    const count = template.read(texts, numbers);
    if (count > most) return null;
    const items = new Uint32Array(count);
    for (let item = 0, found = 0; found < count; item++)
      if (numbers[0][item] === MISFIT) items[found++] = item;
    const others = new ByteList();
    others.gather(texts, items);
    return new NumberedTexts(length, template, numbers, { items, texts: others });
  }

  static read(reader: WordReader, bytes: Uint8Array<ArrayBuffer>, count: number): NumberedTexts {
    const size = reader.word();
    const misfitCount = reader.word();
    if (size > 255 || misfitCount > count) throw storageCorrupt();
    const widths = Uint8Array.from(reader.vector(size));
    const lists = new ByteReader(reader, bytes);
    const template = new NumberTemplate(lists.list(size + 1), widths);
    const numbers = Array.from(widths, () => reader.vector(count));
    if (numbers[0].includes(MISFIT)) throw storageCorrupt();
    const items = reader.vector(misfitCount);
    items.forEach((item, misfit) => {
      if (item >= count || (misfit > 0 && item <= items[misfit - 1])) throw storageCorrupt();
      numbers[0][item] = MISFIT;
    });
    return new NumberedTexts(count, template, numbers, { items, texts: lists.list(misfitCount) });
  }

  get evenSize(): number | null {
    return this.misfits.items.length === 0 ? this.numbers.length * 2 : null;
  }

  sizeOf(item: number): number {
    return this.numbers[0][item] === MISFIT ? 16 : this.numbers.length * 2;
  }

  appendTo(list: ByteList, item: number): void {
    if (this.numbers[0][item] === MISFIT) {
      const { texts } = this.misfits;
      const misfit = this.#misfitOf(item);
      list.push(texts.bytes, texts.offsets[misfit], texts.offsets[misfit + 1]);
    } else {
      const at = list.open(this.template.mostBytes);
      list.close(this.template.write(this.numbers, item, list.bytes, at));
    }
  }

  unpack(): ByteList {
    const { texts } = this.misfits;
    const offsets = new Uint32Array(this.length + 1);
    const size = this.template.sizeFor(this.numbers.map(largestOf));
    const bytes = new Uint8Array(size * (this.length - texts.length) + texts.size);
    const [first] = this.numbers;
    let at = 0;
    let misfit = 0;
    for (let item = 0; item < this.length; item++) {
      if (first[item] === MISFIT) {
        bytes.set(texts.view(misfit), at);
        at += texts.offsets[misfit + 1] - texts.offsets[misfit];
        misfit++;
      } else {
        at = this.template.write(this.numbers, item, bytes, at);
      }
      offsets[item + 1] = at;
    }
    return new ByteList(bytes, offsets, this.length);
  }

  comparison(other: PackedTexts): ((item: number, of: number) => boolean) | null {
    if (!(other instanceof NumberedTexts) || !other.template.equals(this.template)) return null;
    const [ours, theirs] = [this.numbers, other.numbers];
    return (item, of) => {
      if (ours[0][item] !== theirs[0][of]) return false;
      if (ours[0][item] === MISFIT) return this.#isSameMisfit(item, other, of);
      for (let number = 1; number < ours.length; number++) {
        if (ours[number][item] !== theirs[number][of]) return false;
      }
      return true;
    };
  }

  markDifferences(other: PackedTexts, before: Int32Array, marks: Uint8Array): boolean {
    if (!(other instanceof NumberedTexts) || !other.template.equals(this.template)) return false;
    this.numbers.forEach((numbers, n) => markDifferentNumbers(numbers, other.numbers[n], before, marks));
    // What else stands in place of a misfit's numbers means nothing.
    for (const item of this.misfits.items) {
      const of = before[item];
      if (of < 0 || other.numbers[0][of] !== MISFIT) continue;
      marks[item] = this.#isSameMisfit(item, other, of) ? 0 : 1;
    }
    return true;
  }

  #isSameMisfit(item: number, other: NumberedTexts, of: number): boolean {
    const a = this.misfits.texts.view(this.#misfitOf(item));
    const b = other.misfits.texts.view(other.#misfitOf(of));
    return compareBytes(a, 0, a.length, b, 0, b.length) === 0;
  }

  gather(items: Uint32Array): PackedTexts {
    const numbers = this.numbers.map((of) => {
      const chosen = new Uint32Array(items.length);
      for (let i = 0; i < items.length; i++) chosen[i] = of[items[i]];
      return chosen;
    });
    const places: number[] = [];
    const misfits: number[] = [];
    if (this.misfits.items.length > 0) {
      for (let i = 0; i < items.length; i++) {
        if (numbers[0][i] !== MISFIT) continue;
        places.push(i);
        misfits.push(this.#misfitOf(items[i]));
      }
    }
    const texts = new ByteList();
    texts.gather(this.misfits.texts, Uint32Array.from(misfits));
    return new NumberedTexts(items.length, this.template, numbers, {
      items: Uint32Array.from(places),
      texts,
    });
  }

  join(others: readonly PackedTexts[]): PackedTexts | null {
    const lists: NumberedTexts[] = [this];
    for (const other of others) {
      if (!(other instanceof NumberedTexts) || !other.template.equals(this.template)) return null;
      lists.push(other);
    }
    const length = lists.reduce((sum, list) => sum + list.length, 0);
    const numbers = this.numbers.map(() => new Uint32Array(length));
    const items = new Uint32Array(lists.reduce((sum, list) => sum + list.misfits.items.length, 0));
    const texts = new ByteList();
    let [start, misfit] = [0, 0];
    for (const list of lists) {
      list.numbers.forEach((of, number) => numbers[number].set(of, start));
      for (const item of list.misfits.items) items[misfit++] = start + item;
      for (let i = 0; i < list.misfits.texts.length; i++) list.#pushMisfit(texts, i);
      start += list.length;
    }
    return new NumberedTexts(length, this.template, numbers, { items, texts });
  }

  sections(): TextSections {
    const { literals, widths } = this.template;
    const { items, texts } = this.misfits;
    const writer = new WordWriter();
    writer.word(TEXT_FORM.numbers);
    writer.word(widths.length);
    writer.word(items.length);
    writer.vector(Uint32Array.from(widths));
    writeLengths(writer, literals);
    for (const numbers of this.numbers) writer.vector(this.#bridged(numbers));
    writer.vector(items);
    writeLengths(writer, texts);
    return [writer.words, bytesOf(literals, texts)];
  }

  #pushMisfit(list: ByteList, misfit: number): void {
    const { bytes, offsets } = this.misfits.texts;
    list.push(bytes, offsets[misfit], offsets[misfit + 1]);
  }

  #misfitOf(item: number): number {
    const { items } = this.misfits;
    let low = 0;
    let high = items.length - 1;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (items[middle] < item) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  /** Misfits have no numbers: the one before takes the fewest bits. */
  #bridged(numbers: Uint32Array<ArrayBuffer>): Uint32Array<ArrayBuffer> {
    const { items } = this.misfits;
    if (items.length === 0) return numbers;
    const [first] = this.numbers;
    // Only the first number says which texts are misfits; the others may stand for anything there.
    const bridged = numbers === first ? numbers.slice() : numbers;
    let fitting = 0;
    while (fitting < first.length - 1 && first[fitting] === MISFIT) fitting++;
    for (const item of items)
      bridged[item] = item === 0 || item < fitting ? numbers[fitting] : bridged[item - 1];
    if (first[fitting] === MISFIT) bridged.fill(0);
    return bridged;
  }
}

function largestOf(numbers: Uint32Array): number {
  let largest = 0;
  for (const number of numbers) if (number > largest && number !== MISFIT) largest = number;
  return largest;
}
