import { expect } from 'chai';
import fc from 'fast-check';
import { ByteList } from '../../../src/engine/store/byte-list.js';
import type { LoadedColumn } from '../../../src/engine/store/column-chunk.js';
import { NumberTemplate } from '../../../src/engine/store/number-template.js';
import { NumberedTexts } from '../../../src/engine/store/numbered-texts.js';
import type { PackedTexts } from '../../../src/engine/store/packed-texts.js';
import { PlainTexts } from '../../../src/engine/store/plain-texts.js';
import { TextPacker } from '../../../src/engine/store/text-packer.js';
import { judgeKeys } from '../../../src/engine/unify/row-keys.js';
import { makeTimeReader, readTimes } from '../../../src/engine/unify/time-reader.js';

function listOf(texts: readonly string[]): ByteList {
  const list = new ByteList();
  for (const text of texts) list.pushText(text);
  return list;
}

function columnOf(packed: PackedTexts): LoadedColumn {
  return { rows: packed.length, codes: null, packed, values: packed.unpack() };
}

/** As the import packs them, and as the numbers of each of the first texts, however few others are of its form. */
function everyForm(texts: readonly string[]): PackedTexts[] {
  const list = listOf(texts);
  const templates = [0, 1, 2].map((item) => (item < texts.length ? NumberTemplate.of(list, item) : null));
  const numbered = templates.map((template) =>
    template === null ? null : NumberedTexts.of(template, list, Infinity),
  );
  return [new TextPacker().pack(list), ...numbered.filter((packed) => packed !== null)];
}

const digits = (most: number): fc.Arbitrary<string> =>
  fc
    .tuple(fc.nat({ max: most }), fc.nat({ max: 4 }))
    .map(([value, width]) => String(value).padStart(width, '0'));
const padded = (least: number, most: number, width: number): fc.Arbitrary<string> =>
  fc.integer({ min: least, max: most }).map((value) => String(value).padStart(width, '0'));
const year = fc.oneof(
  padded(1900, 2100, 4),
  fc.constantFrom('0000', '0001', '9999', '999', '10000', '2024', '2000', '1900'),
);

/** Dates of one form: mostly such as a calendar and a clock can show, and what comes near them. */
const anyForm = fc
  .record({
    separators: fc.constantFrom(['-', '-'], ['/', '/'], ['.', '.'], ['-', '/']),
    isYearFirst: fc.boolean(),
    time: fc.constantFrom('', 'T', ' ', 't', 'x'),
    parts: fc.integer({ min: 1, max: 4 }),
    fraction: fc.constantFrom('.', ','),
    zone: fc.constantFrom('', 'Z', 'z', '+02', ' PM', ' '),
    width: fc.constantFrom(1, 2),
  })
  .map(({ separators: [one, two], isYearFirst, time, parts, fraction, zone, width }) => {
    const small = (least: number, most: number): fc.Arbitrary<string> =>
      fc.oneof({ weight: 8, arbitrary: padded(least, most, width) }, { weight: 1, arbitrary: digits(99) });
    const date = [small(1, 12), small(1, 31)];
    const clock = [small(0, 23), small(0, 59), small(0, 59), digits(1_000_000)].slice(0, parts);
    const numbers = [...(isYearFirst ? [year, ...date] : [...date, year]), ...(time === '' ? [] : clock)];
    const between = [one, two, time, ':', ':', fraction];
    const text = fc
      .tuple(...numbers)
      .map((values) => values.map((value, i) => (i === 0 ? value : between[i - 1] + value)).join('') + zone);
    return fc.oneof(
      { weight: 12, arbitrary: text },
      {
        weight: 1,
        arbitrary: fc.constantFrom('n/a', '', ' ', '2024-02-30', '3/14/2017', '2024-01-01T00:00:00.5Z'),
      },
    );
  });

describe('columns that are read packed', () => {
  it('have the times that their texts have', () => {
    fc.assert(
      fc.property(
        anyForm.chain((text) => fc.array(text, { minLength: 1, maxLength: 60 })),
        fc.constantFrom('mdy' as const, 'dmy' as const),
        fc.constantFrom({}, { timeZone: 'Europe/Berlin' }, { timeZone: 'Asia/Kathmandu' }),
        (texts, order, zone) => {
          const form = { type: 'text' as const, order, ...zone };
          const reader = makeTimeReader(form);
          const expected = texts.map((text) => {
            const bytes = new TextEncoder().encode(text);
            return reader.read(bytes, 0, bytes.length)
              ? [reader.time, Number(reader.hasTime)]
              : [Number.NaN, 0];
          });
          for (const packed of [...everyForm(texts), new PlainTexts(listOf(texts))]) {
            const { times, hasTimes } = readTimes(columnOf(packed), form);
            expect(Array.from(times, (time, i) => [time, hasTimes[i]])).to.deep.equal(expected);
          }
        },
      ),
      { numRuns: 600 },
    );
  });

  it('have times in the middle of hundreds that are read as numbers', () => {
    const days = Array.from({ length: 500 }, (_, i) => new Date(1.7e12 + i * 1e7).toISOString());
    const [packed] = everyForm(days);
    expect(packed).to.be.instanceOf(NumberedTexts);
    const column = {
      rows: days.length,
      codes: null,
      packed,
      get values(): ByteList {
        throw new Error('Unpacked.');
      },
    };
    const { times } = readTimes(column, { type: 'datetime', order: 'mdy' });
    expect([...times]).to.deep.equal(days.map((day) => Date.parse(day)));
    expect([...judgeKeys(column)]).to.deep.equal(days.map(() => 0));
  });

  it('have the keys that their texts are: the first of equal ones counts, blanks are none', () => {
    const key = fc.oneof(
      { weight: 8, arbitrary: fc.nat({ max: 30 }).map((n) => `ORD-${n}`) },
      {
        weight: 4,
        arbitrary: fc.tuple(fc.nat({ max: 3 }), fc.nat({ max: 9 })).map(([a, b]) => `K${a}/00${b}`),
      },
      { weight: 1, arbitrary: fc.constantFrom('', ' ', 'ORD-007', 'ord-1', 'x', 'x', '4294967295', '65536') },
    );
    // Far apart, also in two numbers.
    const far = fc
      .tuple(fc.constantFrom(1, 70_000_000, 123_456_789, 999_999_999), fc.constantFrom('', '-1', '-65537'))
      .map(([a, b]) => `N${a}${b}`);
    const keys = fc.oneof(
      fc.array(key, { maxLength: 80 }),
      fc.array(fc.oneof({ weight: 8, arbitrary: far }, { weight: 1, arbitrary: key }), { maxLength: 80 }),
    );
    fc.assert(
      fc.property(keys, (texts) => {
        const seen = new Set<string>();
        const expected = texts.map((text) => {
          if (text.trim() === '') return 2;
          if (seen.has(text)) return 1;
          seen.add(text);
          return 0;
        });
        for (const packed of [...everyForm(texts), new PlainTexts(listOf(texts))]) {
          expect([...judgeKeys(columnOf(packed))]).to.deep.equal(expected);
        }
      }),
      { numRuns: 300 },
    );
  });
});
