import { expect } from 'chai';
import fc from 'fast-check';
import { Pacer } from '../../../src/engine/pacer.js';
import { ByteTable } from '../../../src/engine/store/byte-table.js';
import { EditDistance, Letters } from '../../../src/engine/unify/edit-distance.js';
import { SimilarIndex } from '../../../src/engine/unify/similar-index.js';
import { levenshtein, likeness } from './support/levenshtein.js';

const encoder = new TextEncoder();

function tableOf(texts: readonly string[]): { table: ByteTable; codes: number[] } {
  const table = new ByteTable();
  const codes = texts.map((text) => {
    const bytes = encoder.encode(text);
    return table.intern(bytes, 0, bytes.length);
  });
  return { table, codes };
}

/** Few letters, so that texts are often alike; some outside ASCII and the first plane. */
const letter = fc.constantFrom('a', 'b', 'c', 'd', 'é', 'ß', '🙂');
const word = fc.array(letter, { minLength: 1, maxLength: 14 }).map((letters) => letters.join(''));
const long = fc.array(letter, { minLength: 1, maxLength: 90 }).map((letters) => letters.join(''));

/** A text and another made of it by a few edits. */
const neighbours = fc
  .tuple(long, fc.array(fc.tuple(fc.nat(), fc.constantFrom('', 'a', 'zz', '🙂')), { maxLength: 6 }))
  .map(([text, edits]) => {
    const letters = [...text];
    for (const [at, put] of edits) letters.splice(at % letters.length, at % 2, ...put);
    return [text, letters.join('') || 'a'] as const;
  });

describe('edit distance', () => {
  it('is that of the whole matrix, or more than the limit when that is', () => {
    fc.assert(
      fc.property(fc.oneof(neighbours, fc.tuple(long, long)), fc.nat(40), ([a, b], limit) => {
        const { table, codes } = tableOf([a, b]);
        const distance = new EditDistance(new Letters(table));
        const expected = levenshtein(a, b);
        for (const [x, y] of [codes, codes.toReversed()]) {
          const found = distance.between(x, y, limit);
          if (expected <= limit) expect(found).to.equal(expected);
          else expect(found).to.be.above(limit);
        }
      }),
      { numRuns: 1000 },
    );
  });
});

describe('the index of similar texts', () => {
  it('finds every text that is alike by the precision, and no other', async () => {
    const texts = fc.array(
      fc.oneof(
        word,
        word,
        neighbours.map(([, text]) => text),
      ),
      {
        minLength: 1,
        maxLength: 30,
      },
    );
    const probes = fc.array(word, { minLength: 1, maxLength: 10 });
    const blocks = fc.array(fc.nat(1), { minLength: 30, maxLength: 30 });
    const precisions = fc.oneof(fc.constantFrom(30, 60, 80), fc.integer({ min: 1, max: 99 }));
    await fc.assert(
      fc.asyncProperty(texts, probes, precisions, blocks, async (held, asked, precision, block) => {
        const { table, codes } = tableOf([...held, ...asked]);
        const letters = new Letters(table);
        const units = Int32Array.from(codes.slice(0, held.length));
        const index = new SimilarIndex(letters, precision, units, Int32Array.from(block), 10_000);
        await index.fill(new Pacer());
        for (const [i, text] of [...held, ...asked].entries()) {
          const count = index.find(codes[i], 1);
          const found = [...index.found.slice(0, count)].map((unit, at) => [unit, index.edits[at]]);
          const expected = held.flatMap((other, unit) =>
            block[unit] === 1 && Math.round(likeness(text, other) * 1e6) >= precision * 1e4
              ? [[unit, levenshtein(text, other)]]
              : [],
          );
          expect(index.skipped).to.equal(0);
          expect(found.sort(([a], [b]) => a - b)).to.deep.equal(expected);
        }
      }),
      { numRuns: 300 },
    );
  });

  it('says how many it passed over when there are more than it may compare', async () => {
    const { table, codes } = tableOf(Array.from({ length: 50 }, (_, i) => `customer ${i + 10}`));
    const index = new SimilarIndex(new Letters(table), 80, Int32Array.from(codes), null, 20);
    await index.fill(new Pacer());
    expect(index.find(codes[0], 0)).to.equal(20);
    expect(index.skipped).to.equal(30);
  });
});
