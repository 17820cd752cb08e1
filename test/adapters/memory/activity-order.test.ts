import { expect } from 'chai';
import fc from 'fast-check';
import {
  comparePositions,
  readCursor,
  writeCursor,
  type Position,
} from '../../../src/adapters/memory/activity-order.js';

const texts = fc.string({ unit: 'binary', maxLength: 8 });

/** UTF-8 as hexadecimal digits, whose text order is that of the bytes. */
function bytesOf(text: string): string {
  return [...new TextEncoder().encode(text)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

describe('order of activities in memory', () => {
  it('compares what time leaves open as SQL engines compare UTF-8 bytes, the same in both directions', () => {
    fc.assert(
      fc.property(texts, texts, texts, fc.constantFrom(1, 2, 3, 4), (start, one, other, place) => {
        const [left, right] = [start + one, start + other];
        const position = (text: string): Position => {
          const parts = ['type', 'table', 'source id', 'id'].with(place - 1, text);
          return [0, ...parts] as unknown as Position;
        };
        const expected = bytesOf(left) < bytesOf(right) ? -1 : Number(bytesOf(left) > bytesOf(right));
        for (const order of ['newest', 'oldest'] as const) {
          expect(Math.sign(comparePositions(position(left), position(right), order))).to.equal(expected);
        }
      }),
      { numRuns: 2000, examples: [['', '\u{1f600}', '\uffee', 1]] },
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
