import { expect } from 'chai';
import fc from 'fast-check';
import { ByteList } from '../../../src/engine/store/byte-list.js';
import { countDifferent } from '../../../src/engine/store/count-different.js';

function listOf(texts: readonly string[]): ByteList {
  const list = new ByteList();
  for (const text of texts) list.pushText(text);
  return list;
}

describe('the count of different items', () => {
  it('is that of a set', () => {
    const texts = fc.array(fc.string({ unit: fc.constantFrom('a', 'b', ' '), maxLength: 4 }), {
      maxLength: 200,
    });
    fc.assert(
      fc.property(texts, fc.infiniteStream(fc.boolean()), (all, choice) => {
        const chosen = all.flatMap((_, item) => (choice.next().value ? item : []));
        expect(countDifferent(listOf(all), Uint32Array.from(chosen))).to.equal(
          new Set(chosen.map((item) => all[item])).size,
        );
      }),
    );
  });

  it('is that of a set, of many items too, all different or nearly all the same', () => {
    const forms = [
      (i: number) => `${i}`,
      (i: number) => `${i % 777}`,
      (i: number) => (i % 1000 === 7 ? `${i}` : 'x'),
    ];
    for (const count of [1023, 1024, 1025, 200_000]) {
      for (const form of forms) {
        const texts = Array.from({ length: count }, (_, i) => form(i));
        const every = Uint32Array.from(texts, (_, item) => item);
        expect(countDifferent(listOf(texts), every)).to.equal(new Set(texts).size);
      }
    }
  });
});
