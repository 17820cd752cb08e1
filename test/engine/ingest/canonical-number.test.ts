import { expect } from 'chai';
import fc from 'fast-check';
import { canonicalNumber, isNumber } from '../../../src/engine/ingest/canonical-number.js';

const PLAIN = /^-?(?:0|[1-9]\d*)(?:\.\d*[1-9])?$/;
const utf8 = new TextEncoder();

function isNumberText(text: string): boolean {
  const bytes = utf8.encode(`9${text}9`);
  return isNumber(bytes, 1, bytes.length - 1);
}

const nearNumber = fc.string({ unit: fc.constantFrom(...'0123456789', ...'0.+-eE'), maxLength: 9 });

describe('the canonical form of a number', () => {
  for (const text of [
    '',
    '007',
    '-007',
    '00',
    '1,234',
    '1.',
    '.',
    '-',
    'e5',
    '.e5',
    '1e',
    '1e1234',
    '$5',
    '12 ',
    '٣',
    'NaN',
    '0x10',
  ]) {
    it(`leaves “${text}” as it is, for it is no number`, () => {
      expect(canonicalNumber(text)).to.equal(text);
      expect(isNumberText(text)).to.equal(false);
    });
  }

  for (const [text, canonical] of [
    ['0', '0'],
    ['-0', '0'],
    ['-0.00', '0'],
    ['+5', '5'],
    ['12.0', '12'],
    ['12.50', '12.5'],
    ['.5', '0.5'],
    ['-.5', '-0.5'],
    ['1e3', '1000'],
    ['1.25E+1', '12.5'],
    ['12e-3', '0.012'],
    ['0e5', '0'],
    ['100', '100'],
    ['12345678901234567890.10', '12345678901234567890.1'],
  ]) {
    it(`writes ${text} as ${canonical}`, () => {
      expect(canonicalNumber(text)).to.equal(canonical);
      expect(isNumberText(text)).to.equal(true);
    });
  }

  it('is plain decimal for every number, and for numbers only', () => {
    fc.assert(
      fc.property(nearNumber, (text) => {
        expect(PLAIN.test(canonicalNumber(text)), text).to.equal(isNumberText(text));
      }),
      { numRuns: 5000 },
    );
  });

  it('has the value of the number, and is its own canonical form', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          nearNumber.filter(isNumberText),
          fc.double({ noNaN: true, noDefaultInfinity: true }).map(String),
        ),
        (text) => {
          const canonical = canonicalNumber(text);
          expect(Math.abs(Number(canonical))).to.equal(Math.abs(Number(text)));
          expect(canonicalNumber(canonical)).to.equal(canonical);
        },
      ),
      { numRuns: 2000 },
    );
  });

  it('is the same for every way to write a value', () => {
    fc.assert(
      fc.property(
        fc.bigInt({ min: -(10n ** 25n), max: 10n ** 25n }),
        fc.nat(20),
        fc.nat(5),
        (digits, shift, zeros) => {
          const text = String(digits);
          const canonical = canonicalNumber(`${text}e-${shift}`);
          expect(
            canonicalNumber(
              `${text}${'0'.repeat(zeros)}e-${digits === 0n ? shift : shift + zeros}`.replace(/^0+e/, '0e'),
            ),
          ).to.equal(canonical);
          expect(canonicalNumber(`${text}.${'0'.repeat(zeros + 1)}e-${shift}`)).to.equal(canonical);
        },
      ),
    );
  });
});
