import { expect } from 'chai';
import fc from 'fast-check';
import { compareText, readCursor, writeCursor } from '../../../src/adapters/memory/activity-order.js';

const texts = fc.string({ unit: 'binary', maxLength: 8 });

/** UTF-8 as hexadecimal digits, whose text order is that of the bytes. */
function bytesOf(text: string): string {
  return [...new TextEncoder().encode(text)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

describe('order of activities in memory', () => {
  it('compares text as SQL engines compare its UTF-8 bytes', () => {
    fc.assert(
      fc.property(texts, texts, texts, (start, one, other) => {
        const [left, right] = [start + one, start + other];
        const expected = bytesOf(left) < bytesOf(right) ? -1 : Number(bytesOf(left) > bytesOf(right));
        expect(Math.sign(compareText(left, right))).to.equal(expected);
      }),
      { numRuns: 2000, examples: [['', '\u{1f600}', '\uffee']] },
    );
  });

  it('reads back every cursor that it writes', () => {
    fc.assert(
      fc.property(fc.integer(), texts, texts, texts, texts, (time, type, table, sourceId, id) => {
        const position = [time, type, table, sourceId, id] as const;
        expect(readCursor(writeCursor(position))).to.deep.equal(position);
      }),
    );
  });
});
