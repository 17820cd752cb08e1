import { canonicalNumber } from './canonical-number.js';

/** JavaScript keeps 15 digits of any number. One character more may be the point. */
const LONG = 16;

const ZERO = 0x30;
const NINE = 0x39;
const POINT = 0x2e;

/** What stands before a number in JSON. Before digits of a text stands a quote or another character of it. */
const BEFORE = [...':,[- \t\n\r'].map((sign) => sign.charCodeAt(0));

/** The same as {@link mayLoseDigits} for a text. */
const LONG_NUMBER = /(?:^|[:,[\s-])\d[\d.]{15}/;

/** The same for what is known to be a number. */
const IS_LONG = /^-?[\d.]{16}/;

const QUOTE_OR_NUMBER = /"|-?\d[\d.eE+-]*/g;

/** True where JSON may hold a number with more digits than JavaScript keeps. Looks at every 16th byte, mostly. */
export function mayLoseDigits(bytes: Uint8Array): boolean {
  for (let at = LONG - 1; at < bytes.length; at += LONG) {
    if (!isDigitOrPoint(bytes[at])) continue;
    let start = at;
    while (start > 0 && isDigitOrPoint(bytes[start - 1])) start--;
    while (at + 1 < bytes.length && isDigitOrPoint(bytes[at + 1])) at++;
    if (at - start >= LONG - 1 && (start === 0 || BEFORE.includes(bytes[start - 1]))) return true;
  }
  return false;
}

/**
 * Parses JSON as `JSON.parse` does, and keeps every digit (D 54): a long number of an object, or of one in an array,
 * becomes its text, and a value that holds one inside becomes its JSON text.
 */
export function parseWithAllDigits(text: string): unknown {
  const plain = JSON.parse(text) as unknown;
  if (!LONG_NUMBER.test(text)) return plain;
  const exact = JSON.parse(quoteLongNumbers(text)) as unknown;
  return Array.isArray(plain)
    ? plain.map((record, i) => exactRecord(record, partOf(exact, i)))
    : exactRecord(plain, exact);
}

/** The text is JSON, so that what looks like a number outside of strings is one. */
function quoteLongNumbers(text: string): string {
  let quoted = '';
  let done = 0;
  QUOTE_OR_NUMBER.lastIndex = 0;
  for (let found; (found = QUOTE_OR_NUMBER.exec(text)) !== null;) {
    const [part] = found;
    if (part === '"') QUOTE_OR_NUMBER.lastIndex = endOfString(text, found.index + 1);
    if (!IS_LONG.test(part)) continue;
    quoted += `${text.slice(done, found.index)}"${part}"`;
    done = QUOTE_OR_NUMBER.lastIndex;
  }
  return quoted + text.slice(done);
}

function endOfString(text: string, start: number): number {
  for (let end = start; ; end++) {
    end = text.indexOf('"', end);
    let slashes = 0;
    while (text[end - 1 - slashes] === '\\') slashes++;
    if (slashes % 2 === 0) return end + 1;
  }
}

/** A record as it was parsed, with the numbers that were quoted. */
function exactRecord(plain: unknown, exact: unknown): unknown {
  if (typeof plain !== 'object' || plain === null || Array.isArray(plain)) return plain;
  return Object.fromEntries(
    Object.entries(plain).map(([name, value]) => [name, exactValue(value, partOf(exact, name))]),
  );
}

function exactValue(plain: unknown, exact: unknown): unknown {
  if (typeof plain === 'object' && plain !== null) {
    const text = exactJson(plain, exact);
    return text === JSON.stringify(plain) ? plain : text;
  }
  return typeof plain === 'number' && typeof exact === 'string' ? canonicalNumber(exact) : plain;
}

/** JSON in which numbers are what was quoted. */
function exactJson(plain: unknown, exact: unknown): string {
  if (typeof plain === 'number' && typeof exact === 'string') return exact;
  if (typeof plain !== 'object' || plain === null) return JSON.stringify(plain);
  if (Array.isArray(plain)) return `[${plain.map((part, i) => exactJson(part, partOf(exact, i))).join()}]`;
  const entries = Object.entries(plain);
  return `{${entries.map(([key, part]) => `${JSON.stringify(key)}:${exactJson(part, partOf(exact, key))}`).join()}}`;
}

function partOf(whole: unknown, key: string | number): unknown {
  return (whole as Record<string | number, unknown>)[key];
}

function isDigitOrPoint(byte: number): boolean {
  return (byte >= ZERO && byte <= NINE) || byte === POINT;
}
