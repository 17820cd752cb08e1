/**
 * What is a number in a text file: digits with an optional sign, fraction and exponent. No thousands separator, no
 * currency, and no leading zero, because 007 is a code. Exponents of four digits would make keys of pages.
 */
const NUMBER = /^([+-]?)(0|[1-9]\d*)?(?:\.(\d+))?(?:[eE]([+-]?\d{1,3}))?$/;

/**
 * The form in which numbers are compared (D 54): plain decimal, no exponent, no zeros at the end of the fraction,
 * no plus and no minus before zero. Every digit is kept. A text that is no number comes back as it is.
 */
export function canonicalNumber(text: string): string {
  const parts = NUMBER.exec(text);
  if (parts === null) return text;
  const [, sign, whole = '', fraction = '', exponent = '0'] = parts;
  if (whole === '' && fraction === '') return text;
  const digits = whole + fraction;
  const point = whole.length + Number(exponent);
  const before = digits.slice(0, Math.max(0, point)).padEnd(point, '0').replace(/^0+/, '');
  const after = ('0'.repeat(Math.max(0, -point)) + digits.slice(Math.max(0, point))).replace(/0+$/, '');
  const size = (before || '0') + (after && `.${after}`);
  return sign === '-' && size !== '0' ? `-${size}` : size;
}

const ZERO = 0x30;
const POINT = 0x2e;
const E = 0x65;
const LOWER_CASE = 0x20;

/** True when the bytes from `start` up to `end` are a number in the sense of {@link canonicalNumber}. */
export function isNumber(bytes: Uint8Array, start: number, end: number): boolean {
  let at = start < end && isSign(bytes[start]) ? start + 1 : start;
  const whole = at;
  at = skipDigits(bytes, at, end);
  if (at - whole > 1 && bytes[whole] === ZERO) return false;
  let hasDigits = at > whole;
  if (at < end && bytes[at] === POINT) {
    const fraction = at + 1;
    at = skipDigits(bytes, fraction, end);
    if (at === fraction) return false;
    hasDigits = true;
  }
  if (!hasDigits) return false;
  if (at < end && (bytes[at] | LOWER_CASE) === E) {
    at++;
    if (at < end && isSign(bytes[at])) at++;
    const exponent = at;
    at = skipDigits(bytes, exponent, end);
    if (at === exponent || at - exponent > 3) return false;
  }
  return at === end;
}

function isSign(byte: number): boolean {
  return byte === 0x2b || byte === 0x2d;
}

function skipDigits(bytes: Uint8Array, at: number, end: number): number {
  while (at < end && bytes[at] >= ZERO && bytes[at] <= 0x39) at++;
  return at;
}
