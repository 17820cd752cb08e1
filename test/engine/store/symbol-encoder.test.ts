import { expect } from 'chai';
import fc from 'fast-check';
import { ByteList } from '../../../src/engine/store/byte-list.js';
import { MAX_LENGTH, SymbolEncoder } from '../../../src/engine/store/symbol-encoder.js';
import { ESCAPE, MAX_SYMBOLS } from '../../../src/engine/store/symbol-table.js';

/** Of few letters, high and low, so that symbols begin alike and texts are made of them. */
const anyBytes = (maxLength: number, minLength = 0): fc.Arbitrary<Uint8Array> =>
  fc
    .array(fc.constantFrom(0, 1, 0x61, 0x62, 0x80, 0xff), { minLength, maxLength })
    .map(Uint8Array.from.bind(Uint8Array));

function listOf(items: readonly Uint8Array[]): ByteList {
  const list = new ByteList();
  for (const item of items) list.push(item, 0, item.length);
  return list;
}

const isAt = (symbol: Uint8Array, text: Uint8Array, at: number): boolean =>
  at + symbol.length <= text.length && symbol.every((byte, i) => text[at + i] === byte);

describe('the codes of texts', () => {
  it('are those of the longest symbols, as a look at every symbol finds them, wherever a text ends', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(anyBytes(MAX_LENGTH, 1), { maxLength: MAX_SYMBOLS, selector: String }),
        fc.array(anyBytes(30), { minLength: 1, maxLength: 4 }),
        fc.boolean(),
        (symbols, texts, isTight) => {
          const list = listOf(texts);
          if (isTight) list.bytes = list.bytes.slice(0, list.size);
          const codes = new SymbolEncoder(listOf(symbols)).encode(list);
          expect(codes.length).to.equal(texts.length);
          texts.forEach((text, item) => expect([...codes.view(item)]).to.deep.equal(codesOf(text, symbols)));
        },
      ),
    );
  });
});

function codesOf(text: Uint8Array, symbols: readonly Uint8Array[]): number[] {
  const codes: number[] = [];
  for (let at = 0; at < text.length;) {
    let longest = ESCAPE;
    symbols.forEach((symbol, code) => {
      const isLonger = longest === ESCAPE || symbol.length > symbols[longest].length;
      if (isLonger && isAt(symbol, text, at)) longest = code;
    });
    codes.push(...(longest === ESCAPE ? [ESCAPE, text[at]] : [longest]));
    at += longest === ESCAPE ? 1 : symbols[longest].length;
  }
  return codes;
}
