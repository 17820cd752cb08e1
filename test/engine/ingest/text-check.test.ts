import { expect } from 'chai';
import fc from 'fast-check';
import { findNonText } from '../../../src/engine/ingest/text-check.js';

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

describe('the check for text', () => {
  it('finds the first byte that a strict decoder does not take, or a zero', () => {
    fc.assert(
      fc.property(bytes, fc.nat(9), fc.nat(9), (text, before, behind) => {
        const buffer = new Uint8Array(before + text.length + behind).fill(0xff);
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
      }),
      { numRuns: 5000 },
    );
  });
});
