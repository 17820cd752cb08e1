import { mayLoseDigits, parseWithAllDigits } from './all-digits.js';
import { decodeWhole } from './decode-whole.js';

/** Elements are parsed together up to about so many bytes: enough for the parser, and few objects alive at once. */
const GROUP_BYTES = 1 << 18;

const QUOTE = 0x22;
const COMMA = 0x2c;
const BACKSLASH = 0x5c;
const OPENING_BRACKET = 0x5b;
const CLOSING_BRACKET = 0x5d;
const BLANKS = [0x20, 0x09, 0x0a, 0x0d];

/** Brackets and braces differ in one bit. */
const BRACE_BIT = 0x20;

/** Some elements of an array that follow each other, and where their text ends. */
export interface ElementGroup {
  elements: unknown[];
  end: number;
}

/** True for a text that can only be an array. */
export function isJsonArray(bytes: Uint8Array): boolean {
  return bytes[firstNonBlank(bytes, 0)] === OPENING_BRACKET;
}

/**
 * Parses the array in a text group by group, so that not all that it holds stands in memory as objects. It is cut at
 * commas outside of strings and brackets; whether all between them is JSON is for the parser to say. Throws what
 * `JSON.parse` throws.
 */
export function* parseElements(bytes: Uint8Array, groupBytes = GROUP_BYTES): Generator<ElementGroup, void> {
  let from = firstNonBlank(bytes, 0) + 1;
  let at = from;
  for (let isFirst = true; ; isFirst = false) {
    at = endOfGroup(bytes, from, groupBytes);
    if (at === bytes.length) throw new SyntaxError();
    const isLast = bytes[at] !== COMMA;
    const elements = parseJson(bytes.subarray(from, at), true) as unknown[];
    // A comma with nothing beside it.
    if (elements.length === 0 && !(isFirst && isLast)) throw new SyntaxError();
    yield { elements, end: at };
    from = at + 1;
    if (isLast) break;
  }
  if (bytes[at] !== CLOSING_BRACKET || firstNonBlank(bytes, from) < bytes.length) throw new SyntaxError();
}

/** The value that bytes hold as JSON; with `inBrackets` an array of the values in them. Numbers keep every digit. */
export function parseJson(bytes: Uint8Array, inBrackets = false): unknown {
  const text = inBrackets ? `[${decodeWhole(bytes)}]` : decodeWhole(bytes);
  return mayLoseDigits(bytes) ? parseWithAllDigits(text) : JSON.parse(text);
}

/** Where the comma behind enough elements stands, or the bracket behind the last; the length when neither comes. */
function endOfGroup(bytes: Uint8Array, from: number, groupBytes: number): number {
  const enough = from + groupBytes;
  let depth = 0;
  for (let at = from; at < bytes.length; at++) {
    const byte = bytes[at];
    if (byte === QUOTE) {
      at++;
      while (at < bytes.length && bytes[at] !== QUOTE) at += bytes[at] === BACKSLASH ? 2 : 1;
    } else if (byte === COMMA) {
      if (depth === 0 && at >= enough) return at;
    } else if ((byte & ~BRACE_BIT) === OPENING_BRACKET) {
      depth++;
    } else if ((byte & ~BRACE_BIT) === CLOSING_BRACKET && --depth < 0) {
      return at;
    }
  }
  return bytes.length;
}

function firstNonBlank(bytes: Uint8Array, from: number): number {
  let at = from;
  while (at < bytes.length && BLANKS.includes(bytes[at])) at++;
  return at;
}
