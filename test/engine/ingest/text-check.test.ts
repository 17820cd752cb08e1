import { expect } from 'chai';
import fc from 'fast-check';
import { findNonText } from '../../../src/engine/ingest/text-check.js';
import { written } from './support/csv-texts.js';
import { failure } from './support/read-all.js';

const utf8 = new TextEncoder();

function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}

/** Bytes near the borders of what UTF-8 allows, among letters of every length. */
const bytes = fc
  .array(
    fc.oneof(
      {
        weight: 4,
        arbitrary: fc
          .string({ unit: fc.constantFrom('a', 'é', '漢', '🚲', '\u0001'), maxLength: 12 })
          .map((text) => [...utf8.encode(text)]),
      },
      // Letters that are cut off.
      {
        weight: 1,
        arbitrary: fc.constantFrom([0xc3], [0xe6], [0xe6, 0xbc], [0xf0, 0x9f], [0xf0, 0x9f, 0x9a]),
      },
      {
        weight: 1,
        arbitrary: fc.tuple(
          fc.constantFrom(
            0,
            1,
            0x7f,
            0x80,
            0xbf,
            0xc0,
            0xc1,
            0xc2,
            0xdf,
            0xe0,
            0xed,
            0xef,
            0xf0,
            0xf4,
            0xf5,
            0xff,
          ),
        ),
      },
      {
        weight: 1,
        arbitrary: fc.tuple(
          fc.constantFrom(0xe0, 0xed, 0xf0, 0xf4),
          fc.constantFrom(0x80, 0x8f, 0x90, 0x9f, 0xa0, 0xbf),
          fc.constant(0x80),
          fc.constant(0xbf),
        ),
      },
    ),
    { maxLength: 8 },
  )
  .map((parts) => Uint8Array.from(parts.flat()));

const row = fc.tuple(
  fc.constantFrom('a', 'bcd', 'naïve', '漢字', ''),
  fc.string({ unit: 'grapheme-ascii', maxLength: 30 }),
  fc.boolean(),
);
const format = fc.constantFrom('csv', 'ndjson', 'json');

describe('the check for text', () => {
  it('names the byte that is no text, wherever it stands in a file', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(row, { minLength: 1, maxLength: 12 }),
        format,
        fc.nat(),
        fc.constantFrom(0, 0x80, 0xbf, 0xc3, 0xe9, 0xff),
        async (rows, format, place, byte) => {
          const asJson = rows.map(([a, b]) => JSON.stringify({ a, b }));
          const asCsv = rows.map(([a, b, isQuoted]) => `${a},${written(b, isQuoted, ',')}`);
          const text = {
            csv: ['a,b', ...asCsv].join('\n'),
            ndjson: asJson.join('\n'),
            json: `[${asJson.join(',')}]`,
          };
          const bytes = utf8.encode(text[format]);
          // Not in the header, nor where a mark of CSV would be lost: that may be another fault, found before.
          const places = [...bytes.keys()].filter((at) => at > 3 && bytes[at] > 0x2c);
          fc.pre(places.length > 0);
          bytes[places[place % places.length]] = byte;
          const byteOffset = findNonText(bytes, new DataView(bytes.buffer), 0, bytes.length);
          fc.pre(byteOffset >= 0);
          expect(await failure(new Blob([bytes]), { format })).to.deep.include({
            code: bytes[byteOffset] === 0 ? 'not-text' : 'encoding',
            detail: { byteOffset },
          });
        },
      ),
      { numRuns: 1000 },
    );
  });

  it('finds the first byte that a strict decoder does not take, or a zero', () => {
    fc.assert(
      fc.property(
        bytes,
        fc.nat(9),
        fc.nat(9),
        fc.constantFrom(0x80, 0xff),
        (text, before, behind, around) => {
          const buffer = new Uint8Array(before + text.length + behind).fill(around);
          buffer.set(text, before);
          const found = findNonText(buffer, new DataView(buffer.buffer), before, before + text.length);
          if (found < 0) {
            expect(isUtf8(text)).to.equal(true);
            expect(text.includes(0)).to.equal(false);
            return;
          }
          const at = found - before;
          expect(isUtf8(text.subarray(0, at)) && !text.subarray(0, at).includes(0)).to.equal(true);
          if (text[at] === 0) return;
          for (let length = 1; length <= 4 && at + length <= text.length; length++) {
            expect(isUtf8(text.subarray(at, at + length))).to.equal(false);
          }
        },
      ),
      { numRuns: 5000 },
    );
  });
});
