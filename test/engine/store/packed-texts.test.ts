import { expect } from 'chai';
import fc from 'fast-check';
import { ByteList } from '../../../src/engine/store/byte-list.js';
import { learnSymbols } from '../../../src/engine/store/learn-symbols.js';
import { NumberTemplate } from '../../../src/engine/store/number-template.js';
import { NumberedTexts } from '../../../src/engine/store/numbered-texts.js';
import { TEXT_FORM, type PackedTexts, type TextSections } from '../../../src/engine/store/packed-texts.js';
import { PlainTexts } from '../../../src/engine/store/plain-texts.js';
import { joinTexts, readTexts } from '../../../src/engine/store/read-texts.js';
import { SymbolEncoder } from '../../../src/engine/store/symbol-encoder.js';
import { SymbolTable } from '../../../src/engine/store/symbol-table.js';
import { SymbolTexts } from '../../../src/engine/store/symbol-texts.js';
import { TextPacker } from '../../../src/engine/store/text-packer.js';
import type { AdapterError } from '../../../src/model/errors.js';

const encoder = new TextEncoder();

function listOf(texts: readonly (string | Uint8Array)[]): ByteList {
  const list = new ByteList();
  for (const text of texts) {
    const bytes = typeof text === 'string' ? encoder.encode(text) : text;
    list.push(bytes, 0, bytes.length);
  }
  return list;
}

function itemsOf(list: ByteList): number[][] {
  return Array.from({ length: list.length }, (_, item) => [...list.view(item)]);
}

function stored([words, bytes]: TextSections, count: number): PackedTexts {
  return readTexts(words.slice(), bytes.slice(), count);
}

/** Words, numbers in many surroundings, and any bytes: also such as are no UTF-8. */
const anyText = fc.oneof(
  fc.uint8Array({ maxLength: 40 }),
  fc
    .array(fc.constantFrom('río ', 'tent ', 'boots ', 'snow', ' ', '"'), { maxLength: 12 })
    .map((words) => words.join('')),
  fc.nat().map((number) => `ORD-${number}`),
  fc.nat({ max: 9999 }).map((number) => `A${String(number).padStart(4, '0')}/x`),
  fc.date({ noInvalidDate: true, min: new Date(0), max: new Date(4e12) }).map((date) => date.toISOString()),
  fc.constantFrom('', '0', '00', 'n/a', '-1', '1e9', '12345678901234567890', 'ORD-007', '\ud800'),
);

/** Mostly of one form, as columns are. */
const anyTexts = fc.oneof(
  fc.array(anyText, { maxLength: 80 }),
  fc
    .tuple(
      fc.nat({ max: 1e9 }),
      fc.array(fc.tuple(fc.nat({ max: 50 }), fc.option(anyText, { freq: 20 })), { maxLength: 200 }),
    )
    .map(([first, rows]) =>
      rows.map(([step, other], i) => other ?? `https://example.com/orders/${first + i}?p=${step}`),
    ),
);

/** Every way in which a list can be packed. */
function everyForm(list: ByteList): PackedTexts[] {
  const packed: PackedTexts[] = [new PlainTexts(list), new TextPacker().pack(list)];
  const table = new SymbolTable(learnSymbols(list));
  packed.push(new SymbolTexts(table, new SymbolEncoder(table.symbols).encode(list)));
  for (let item = 0; item < list.length; item++) {
    const template = NumberTemplate.of(list, item);
    if (template === null) continue;
    const numbered = NumberedTexts.of(template, list, Infinity);
    if (numbered !== null) packed.push(numbered);
    break;
  }
  return packed;
}

describe('packed texts', () => {
  it('are the texts that were packed, all together and one by one, before they are stored and after', () => {
    fc.assert(
      fc.property(anyTexts, (texts) => {
        const list = listOf(texts);
        const expected = itemsOf(list);
        for (const packed of everyForm(list)) {
          for (const form of [packed, stored(packed.sections(), list.length)]) {
            expect(form.length).to.equal(list.length);
            expect(itemsOf(form.unpack())).to.deep.equal(expected);
            const single = new ByteList();
            for (let item = 0; item < list.length; item++) form.appendTo(single, item);
            expect(itemsOf(single)).to.deep.equal(expected);
          }
        }
      }),
    );
  });

  it('can be chosen from in any order, some twice', () => {
    fc.assert(
      fc.property(anyTexts, fc.array(fc.nat(), { maxLength: 40 }), (texts, places) => {
        const list = listOf(texts);
        const items = Uint32Array.from(list.length === 0 ? [] : places, (place) => place % list.length);
        const all = itemsOf(list);
        const expected = Array.from(items, (item) => all[item]);
        for (const packed of everyForm(list)) {
          const chosen = packed.gather(items);
          expect(itemsOf(chosen.unpack())).to.deep.equal(expected);
          expect(itemsOf(stored(chosen.sections(), items.length).unpack())).to.deep.equal(expected);
        }
      }),
    );
  });

  it('are the same texts joined, whatever the forms of the parts', () => {
    fc.assert(
      fc.property(fc.array(anyTexts, { maxLength: 4 }), (parts) => {
        const packer = new TextPacker();
        const joined = joinTexts(parts.map((texts) => packer.pack(listOf(texts))));
        expect(itemsOf(joined.unpack())).to.deep.equal(parts.flatMap((texts) => itemsOf(listOf(texts))));
      }),
    );
  });

  it('are compared as the texts are, where they can be compared packed', () => {
    fc.assert(
      fc.property(anyTexts, anyTexts, (some, more) => {
        const packer = new TextPacker();
        const [a, b] = [listOf(some), listOf([...more, ...some])];
        const [packedA, packedB] = [packer.pack(a), packer.pack(b)];
        const isSame = packedA.comparison(packedB);
        if (isSame === null) return;
        const [textsA, textsB] = [itemsOf(a), itemsOf(b)];
        textsA.forEach((text, item) => {
          textsB.forEach((other, of) => expect(isSame(item, of)).to.equal(String(text) === String(other)));
        });
      }),
      { numRuns: 40 },
    );
  });

  it('tell the rows that differ from those of before, where they can be compared packed', () => {
    fc.assert(
      fc.property(anyTexts, anyTexts, fc.array(fc.integer({ min: -1, max: 60 })), (some, more, places) => {
        const packer = new TextPacker();
        const [a, b] = [listOf([...more, ...some]), listOf(some)];
        const [packedA, packedB] = [packer.pack(a), packer.pack(b)];
        const [textsA, textsB] = [itemsOf(a), itemsOf(b)];
        // Mostly the same text, sometimes any other.
        const before = Int32Array.from(some, (_, row) => {
          const place = places[row] ?? more.length + row;
          return place < textsA.length ? place : -1;
        });
        for (const [now, then] of [
          [packedB, packedA],
          [stored(packedB.sections(), b.length), stored(packedA.sections(), a.length)],
          [new PlainTexts(b), new PlainTexts(a)],
        ]) {
          const marks = new Uint8Array(some.length);
          const isMarked = now.markDifferences(then, before, marks);
          const expected = textsB.map((text, row) =>
            Number(isMarked && before[row] >= 0 && String(text) !== String(textsA[before[row]])),
          );
          expect([...marks]).to.deep.equal(expected);
        }
      }),
    );
  });

  it('that were damaged are read as some texts or refused as corrupt', () => {
    fc.assert(
      fc.property(
        anyTexts,
        fc.array(fc.tuple(fc.nat(), fc.integer({ min: 0, max: 0xffff_ffff })), {
          minLength: 1,
          maxLength: 4,
        }),
        fc.nat({ max: 8 }),
        (texts, changes, cut) => {
          const list = listOf(texts);
          for (const packed of everyForm(list)) {
            const [words, bytes] = packed.sections().map((section) => section.slice()) as TextSections;
            for (const [place, value] of changes) {
              words[place % words.length] = value;
              if (bytes.length > 0) bytes[place % bytes.length] = value;
            }
            try {
              const read = readTexts(words, bytes.subarray(0, Math.max(0, bytes.length - cut)), list.length);
              expect(read.unpack().length).to.equal(list.length);
            } catch (error) {
              expect((error as AdapterError).code).to.equal('storage-corrupt');
            }
          }
        },
      ),
    );
  });
});

describe('the form of packed texts', () => {
  const formOf = (texts: readonly string[]): number => new TextPacker().pack(listOf(texts)).sections()[0][0];
  const many = (make: (i: number) => string): string[] => Array.from({ length: 2000 }, (_, i) => make(i));

  it('is numbers for keys, links, amounts and dates, also when one in twenty is of another form', () => {
    const day = 86_400_000;
    const columns = [
      many((i) => `ORD-${String(i * 7).padStart(7, '0')}`),
      many((i) => `https://example.com/orders/${i * 3}`),
      many((i) => (((i * 7919) % 50_000) / 100).toFixed(2)),
      many((i) => new Date(i * day * 1.7).toISOString()),
      many((i) => `${1 + (i % 12)}/${1 + (i % 28)}/2024`),
    ];
    for (const column of columns) {
      expect(formOf(column)).to.equal(TEXT_FORM.numbers);
      expect(formOf(column.map((text, i) => (i % 20 === 0 ? 'n/a' : text)))).to.equal(TEXT_FORM.numbers);
    }
  });

  it('is symbols for sentences', () => {
    const words = ['alpine', 'trail', 'boots', 'río', 'tent', 'compass'];
    expect(formOf(many((i) => `${words[i % 6]} ${words[(i * 7) % 5]} ${words[(i >> 3) % 6]}`))).to.equal(
      TEXT_FORM.symbols,
    );
  });

  it('is plain for what has nothing in common', () => {
    let state = 1;
    const next = (): number => (state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0) >>> 8;
    const noise = many(() => String.fromCharCode(...Array.from({ length: 12 }, () => 33 + (next() % 90))));
    expect(formOf(noise)).to.equal(TEXT_FORM.plain);
  });

  it('takes a quarter of the bytes of sentences, and less than four bytes of a date', () => {
    const words = 'alpine trail boots rope tent lamp río blau stove map compass jacket'.split(' ');
    const sentences = listOf(
      many((i) => Array.from({ length: 8 }, (_, k) => words[(i * (k + 3) + k * k) % 12]).join(' ')),
    );
    const dates = listOf(many((i) => new Date(1.6e12 + ((i * 7919) % 100_003) * 1_000_000).toISOString()));
    const sizeOf = (list: ByteList): number =>
      new TextPacker()
        .pack(list)
        .sections()
        .reduce((sum, section) => sum + section.byteLength, 0);
    expect(sizeOf(sentences)).to.be.below(sentences.size / 4);
    expect(sizeOf(dates)).to.be.below(dates.length * 4);
  });
});
