/** The four rotations of each round (RFC 1321 § 3.4). */
const ROTATIONS = [
  [7, 12, 17, 22],
  [5, 9, 14, 20],
  [4, 11, 16, 23],
  [6, 10, 15, 21],
].flat();

const SINES = Int32Array.from({ length: 64 }, (_, i) => Math.floor(Math.abs(Math.sin(i + 1)) * 2 ** 32));

const BLOCK = 64;

/** The MD5 of some bytes, 16 bytes (RFC 1321). Names things (D 58, D 67); it protects nothing. */
export function md5(message: Uint8Array): Uint8Array<ArrayBuffer> {
  const size = message.length;
  // Behind the message a 1 bit, zeros, and the number of bits in eight bytes.
  const padded = new Uint8Array((Math.floor((size + 8) / BLOCK) + 1) * BLOCK);
  padded.set(message);
  padded[size] = 0x80;
  const words = new Int32Array(padded.length >> 2);
  for (let i = 0, at = 0; i < words.length; i++, at += 4) {
    words[i] = padded[at] | (padded[at + 1] << 8) | (padded[at + 2] << 16) | (padded[at + 3] << 24);
  }
  words[words.length - 2] = size << 3;
  words[words.length - 1] = size >>> 29;
  const state = Int32Array.of(0x67452301, 0xefcdab89, 0x98badcfe, 0x10325476);
  for (let block = 0; block < words.length; block += BLOCK >> 2) addBlock(state, words, block);
  const digest = new Uint8Array(16);
  for (let i = 0; i < 16; i++) digest[i] = state[i >> 2] >>> ((i & 3) << 3);
  return digest;
}

function addBlock(state: Int32Array, words: Int32Array, block: number): void {
  let a = state[0];
  let b = state[1];
  let c = state[2];
  let d = state[3];
  for (let i = 0; i < 64; i++) {
    const round = i >> 4;
    let mixed = c ^ (b | ~d);
    let word = i * 7;
    if (round === 0) {
      mixed = (b & c) | (~b & d);
      word = i;
    } else if (round === 1) {
      mixed = (d & b) | (~d & c);
      word = i * 5 + 1;
    } else if (round === 2) {
      mixed = b ^ c ^ d;
      word = i * 3 + 5;
    }
    const sum = (a + mixed + SINES[i] + words[block + (word & 15)]) | 0;
    const rotation = ROTATIONS[(round << 2) | (i & 3)];
    a = d;
    d = c;
    c = b;
    b = (b + ((sum << rotation) | (sum >>> (32 - rotation)))) | 0;
  }
  state[0] += a;
  state[1] += b;
  state[2] += c;
  state[3] += d;
}
