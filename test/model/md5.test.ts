import { md5 as other } from '@noble/hashes/legacy.js';
import { expect } from 'chai';
import fc from 'fast-check';
import { formatId } from '../../src/model/ids.js';
import { md5 } from '../../src/model/md5.js';

const encoder = new TextEncoder();

describe('md5', () => {
  // RFC 1321, appendix A.5
  for (const [text, digest] of [
    ['', 'd41d8cd98f00b204e9800998ecf8427e'],
    ['a', '0cc175b9c0f1b6a831c399e269772661'],
    ['abc', '900150983cd24fb0d6963f7d28e17f72'],
    ['message digest', 'f96b697d7cb7938d525a2f31aaf161d0'],
    ['abcdefghijklmnopqrstuvwxyz', 'c3fcd3d76192e4007dfb496cca67e13b'],
    ['1234567890'.repeat(8), '57edf4a22be3c955ac49da2e2107b67a'],
  ]) {
    it(`of “${text}” is the one of the standard`, () => {
      expect(formatId(md5(encoder.encode(text)))).to.equal(digest);
    });
  }

  it('agrees with another implementation on any bytes', () => {
    const same = (bytes: Uint8Array): void => {
      expect(formatId(md5(bytes))).to.equal(formatId(other(bytes)));
    };
    // Where the padding takes a block more, and where it does not.
    for (let size = 0; size < 200; size++) same(new Uint8Array(size).fill(size));
    fc.assert(fc.property(fc.uint8Array({ maxLength: 1000 }), same));
  });
});
