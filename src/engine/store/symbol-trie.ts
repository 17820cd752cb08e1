import { ByteList } from './byte-list.js';
import { ESCAPE } from './symbol-table.js';

/** Low byte of a branch: the code of the symbol that ends there. */
const CODE = 0xff;
const NO_CODE = ESCAPE;

/**
 * Finds the longest symbol at a place. A node has 256 branches, one for each byte: 0 where no symbol goes on, else the
 * place of the next node, a multiple of 256, and in its low byte the code of the symbol that ends with this byte.
 */
export class SymbolTrie {
  #branches = new Int32Array(16 << 8);
  #nodes = 1;
  /** Length of the symbol that {@link find} found. */
  length = 0;

  constructor(symbols: ByteList) {
    const { bytes, offsets } = symbols;
    for (let code = 0; code < symbols.length; code++)
      this.#add(bytes, offsets[code], offsets[code + 1], code);
  }

  /** Code of the longest symbol that `bytes[at … end)` begins with, or {@link ESCAPE}; {@link length} is its length. */
  find(bytes: Uint8Array, at: number, end: number): number {
    let code = NO_CODE;
    for (let node = 0, i = at; i < end;) {
      const branch = this.#branches[node | bytes[i++]];
      if (branch === 0) break;
      node = branch & ~CODE;
      if ((branch & CODE) === NO_CODE) continue;
      code = branch & CODE;
      this.length = i - at;
    }
    return code;
  }

  /** The texts of a list in codes. */
  encode({ bytes, offsets: places, length, size }: ByteList): ByteList {
    // A byte takes two at most.
    const to = new Uint8Array(size * 2);
    const offsets = new Uint32Array(length + 1);
    const branches = this.#branches;
    let out = 0;
    for (let text = 0; text < length; text++) {
      const end = places[text + 1];
      for (let at = places[text]; at < end;) {
        let code = NO_CODE;
        let past = at + 1;
        for (let node = 0, i = at; i < end;) {
          const branch = branches[node | bytes[i++]];
          if (branch === 0) break;
          node = branch & ~CODE;
          if ((branch & CODE) !== NO_CODE) {
            code = branch & CODE;
            past = i;
          }
        }
        to[out++] = code;
        if (code === NO_CODE) to[out++] = bytes[at];
        at = past;
      }
      offsets[text + 1] = out;
    }
    return new ByteList(to.slice(0, out), offsets, length);
  }

  #add(bytes: Uint8Array, start: number, end: number, code: number): void {
    let node = 0;
    for (let i = start; i < end; i++) {
      const place = node | bytes[i];
      if (this.#branches[place] === 0) {
        if (this.#nodes << 8 === this.#branches.length) this.#grow();
        this.#branches[place] = (this.#nodes++ << 8) | NO_CODE;
      }
      node = this.#branches[place] & ~CODE;
      if (i === end - 1) this.#branches[place] = node | code;
    }
  }

  #grow(): void {
    const grown = new Int32Array(this.#branches.length * 2);
    grown.set(this.#branches);
    this.#branches = grown;
  }
}
