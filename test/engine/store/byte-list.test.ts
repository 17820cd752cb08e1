import { expect } from 'chai';
import fc from 'fast-check';
import { ESCAPED } from '../../../src/engine/ingest/record-batch.js';
import { ByteList } from '../../../src/engine/store/byte-list.js';

/** Empty ones, and lengths on either side of the steps in which they are copied. */
const anyText = fc.oneof(
  fc.string({ maxLength: 3 }),
  fc.string({ minLength: 6, maxLength: 18, unit: 'binary' }),
  // A byte order mark inside a file is a character like any other.
  fc.string({ maxLength: 30 }).map((text) => `\ufeff${text}`),
);

const encoder = new TextEncoder();

function textsOf(list: ByteList): string[] {
  return Array.from({ length: list.length }, (_, i) => list.text(i));
}

/** Fields one behind the other, with nothing behind the last one but `behind` bytes. */
function scanned(
  texts: readonly string[],
  behind: number,
): { source: Uint8Array<ArrayBuffer>; spans: Uint32Array<ArrayBuffer> } {
  const fields = texts.map((text) => encoder.encode(text.replaceAll('"', '""')));
  const source = new Uint8Array(fields.reduce((size, field) => size + field.length, behind)).fill(0x2e);
  const spans = new Uint32Array(texts.length * 2);
  let at = 0;
  fields.forEach((field, i) => {
    source.set(field, at);
    spans[i * 2] = at;
    at += field.length;
    spans[i * 2 + 1] = texts[i].includes('"') ? (at | ESCAPED) >>> 0 : at;
  });
  return { source, spans };
}

describe('ByteList', () => {
  it('holds what is scanned, and what was there before', () => {
    fc.assert(
      fc.property(fc.array(anyText), fc.array(anyText), fc.nat(9), (before, texts, behind) => {
        const list = new ByteList();
        for (const text of before) list.pushText(text);
        const { source, spans } = scanned(texts, behind);
        list.pushSpans(source, spans, 0, 2, texts.length);
        expect(textsOf(list)).to.deep.equal([...before, ...texts]);
      }),
    );
  });

  it('gathers any items of a list, also of one that ends with its memory', () => {
    fc.assert(
      fc.property(
        fc.array(anyText, { minLength: 1 }),
        fc.array(fc.nat()),
        fc.boolean(),
        (texts, chosen, isFull) => {
          const grown = new ByteList();
          for (const text of texts) grown.pushText(text);
          const list = isFull
            ? new ByteList(grown.bytes.slice(0, grown.size), grown.offsets, grown.length)
            : grown;
          const items = Uint32Array.from(chosen, (item) => item % texts.length);
          const gathered = new ByteList();
          gathered.gather(list, items);
          expect(textsOf(gathered)).to.deep.equal(Array.from(items, (item) => texts[item]));
        },
      ),
    );
  });
});
