import { expect } from 'chai';
import fc from 'fast-check';
import { BoundedCache } from '../../../src/elements/shared/bounded-cache.js';

describe('bounded cache', () => {
  it('never holds more than its limit and always answers what was made for the key', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('a', 'b', 'c', 'd', '__proto__')),
        fc.integer({ min: 1, max: 4 }),
        (keys, limit) => {
          const cache = new BoundedCache<string>(limit);
          for (const key of keys) {
            expect(cache.get(key, () => `value of ${key}`)).to.equal(`value of ${key}`);
            expect(cache.size).to.be.at.most(limit);
          }
        },
      ),
    );
  });

  it('forgets what was not used for the longest', () => {
    const made: string[] = [];
    const cache = new BoundedCache<string>(2);
    for (const key of ['a', 'b', 'a', 'c', 'a', 'b']) {
      cache.get(key, () => {
        made.push(key);
        return key;
      });
    }
    expect(made).to.deep.equal(['a', 'b', 'c', 'b']);
  });

  it('keeps nothing when making fails', () => {
    const cache = new BoundedCache<string>(2);
    expect(() =>
      cache.get('a', () => {
        throw new RangeError('no such locale');
      }),
    ).to.throw(RangeError);
    expect(cache.size).to.equal(0);
  });
});
