import { expect } from 'chai';
import fc from 'fast-check';
import { packTimes, unpackTimes } from '../../../src/engine/store/times.js';
import { WordReader, WordWriter } from '../../../src/engine/store/words.js';
import type { AdapterError } from '../../../src/model/errors.js';

const anyWord = fc.integer({ min: 0, max: 0xffff_ffff });
/** Alike, far apart, and one behind the other. */
const anyVector = fc.oneof(
  fc.array(anyWord, { maxLength: 70 }),
  fc.array(fc.nat({ max: 9 }), { maxLength: 70 }),
  fc
    .tuple(anyWord, fc.integer({ min: -5, max: 5 }), fc.array(fc.nat({ max: 3 }), { maxLength: 70 }))
    .map(([first, step, more]) => more.map((off, i) => (first + i * step + off) >>> 0)),
);

describe('words', () => {
  it('are read as they were written', () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(anyWord, anyVector), { maxLength: 8 }), (parts) => {
        const writer = new WordWriter();
        for (const part of parts) {
          if (typeof part === 'number') writer.word(part);
          else writer.vector(Uint32Array.from(part));
        }
        const reader = new WordReader(writer.words.slice());
        const read = parts.map((part) =>
          typeof part === 'number' ? reader.word() : [...reader.vector(part.length)],
        );
        expect(read).to.deep.equal(parts);
      }),
      { numRuns: 300 },
    );
  });

  it('take a bit for each of many numbers that differ by one, and nothing for those that follow each other', () => {
    const sizeOf = (values: Uint32Array): number => {
      const writer = new WordWriter();
      writer.vector(values);
      return writer.words.length;
    };
    expect(sizeOf(Uint32Array.from({ length: 320 }, (_, i) => 1_000_000 + (i % 2)))).to.equal(12);
    expect(sizeOf(Uint32Array.from({ length: 320 }, (_, i) => 1_000_000 - i * 3))).to.equal(3);
  });

  it('that end too early, or were written by nobody, are corrupt', () => {
    fc.assert(
      fc.property(fc.array(anyWord, { maxLength: 6 }), fc.nat({ max: 100 }), (words, count) => {
        try {
          expect(new WordReader(Uint32Array.from(words)).vector(count).length).to.equal(count);
        } catch (error) {
          expect((error as AdapterError).code).to.equal('storage-corrupt');
        }
      }),
    );
  });
});

describe('packed times', () => {
  const anyTime = fc.oneof(
    fc.integer({ min: -40_000, max: 40_000 }).map((day) => day * 86_400_000),
    fc.integer({ min: -2e9, max: 4e9 }).map((second) => second * 1000),
    fc.integer({ min: -8.64e15, max: 8.64e15 }),
    fc.double({ noNaN: true, min: -1e15, max: 1e15 }),
  );

  it('are the times that were packed', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.array(anyTime, { maxLength: 30 }),
          fc.array(fc.integer({ min: 0, max: 4e12 }), { maxLength: 30 }),
        ),
        (times) => {
          const words = packTimes(Float64Array.from(times)).slice();
          // 0 and -0 are one time.
          expect(
            Array.from(unpackTimes(new WordReader(words), times.length), (time) => time + 0),
          ).to.deep.equal(times.map((time) => time + 0));
        },
      ),
      { numRuns: 300 },
    );
  });

  it('take less than half of their eight bytes when they are whole seconds of some years', () => {
    const times = Float64Array.from({ length: 1000 }, (_, i) => 1.6e12 + ((i * 7919) % 100_003) * 1_577_000);
    expect(packTimes(times).byteLength).to.be.below(4000);
  });
});
