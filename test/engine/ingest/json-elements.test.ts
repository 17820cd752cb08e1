import { expect } from 'chai';
import fc from 'fast-check';
import { isJsonArray, parseElements, parseJson } from '../../../src/engine/ingest/json-elements.js';

const encoder = new TextEncoder();

/** What the parser makes of a text, or null where it is no JSON. */
function parsed(text: string): unknown {
  try {
    return parseJson(encoder.encode(text));
  } catch {
    return null;
  }
}

function parsedInGroups(text: string, groupBytes: number): unknown[] | null {
  try {
    return [...parseElements(encoder.encode(text), groupBytes)].flatMap(({ elements }) => elements);
  } catch (error) {
    expect(error).to.be.instanceOf(SyntaxError);
    return null;
  }
}

describe('a JSON array that is parsed in groups', () => {
  const piece = fc.constantFrom(
    ...[
      '{',
      '}',
      '[',
      ']',
      ':',
      ',',
      '"',
      '"a"',
      '"],["',
      '1',
      'true',
      ' ',
      '\n',
      '\\',
      '\\"',
      '{"a":1}',
      '[]',
      '"x\\""',
      'é',
    ],
  );
  const noise = fc.array(piece, { maxLength: 14 }).map((pieces) => `[${pieces.join('')}]`);
  const damaged = fc
    .tuple(fc.json({ maxDepth: 3 }), fc.nat(60), fc.constantFrom('', ',', '"', '}', ']', ' ', 'x', '\\'))
    .map(([text, at, other]) => `[${text.slice(0, at)}${other}${text.slice(at + 1)}, 2 ]`);
  const whole = fc.array(fc.jsonValue()).map((values) => JSON.stringify(values));

  it('is what the parser makes of it at once, or no JSON, wherever it is cut', () => {
    fc.assert(
      fc.property(fc.oneof(noise, damaged, whole), fc.integer({ min: 1, max: 40 }), (text, groupBytes) => {
        expect(isJsonArray(encoder.encode(text))).to.equal(true);
        expect(parsedInGroups(text, groupBytes), text).to.deep.equal(parsed(text));
      }),
      { numRuns: 3000 },
    );
  });
});
