import { ByteList } from './byte-list.js';
import { MAX_LENGTH, SymbolEncoder } from './symbol-encoder.js';
import { ESCAPE, MAX_SYMBOLS } from './symbol-table.js';

/** Bytes that are looked at; texts of a column are alike. */
const SAMPLE_BYTES = 16 << 10;
/** Each round can double the length of a symbol. */
const ROUNDS = 5;
/** A byte without a symbol takes two. */
const BYTE_WEIGHT = 8;

/**
 * Finds the symbols that make a list of texts short: rounds that encode a sample with the symbols found so far,
 * count them and their pairs, and keep what saves most of the old ones and of the pairs.
 */
export function learnSymbols(texts: ByteList): ByteList {
  const sample = sampleOf(texts);
  const pairs = new Uint16Array(CODES * CODES);
  let symbols = new ByteList();
  for (let round = 1; round < ROUNDS; round++) symbols = improve(symbols, sample, pairs);
  return improve(symbols, sample, null);
}

/** Texts from all over the list. */
function sampleOf(texts: ByteList): ByteList {
  const sample = new ByteList();
  const step = Math.max(1, texts.size / SAMPLE_BYTES);
  for (let place = 0; place < texts.length && sample.size < SAMPLE_BYTES; place += step) {
    const item = Math.floor(place);
    sample.push(
      texts.bytes,
      texts.offsets[item],
      Math.min(texts.offsets[item + 1], texts.offsets[item] + 1024),
    );
  }
  return sample;
}

interface Candidate {
  symbol: string;
  gain: number;
}

/** Codes from here on are symbols, those below single bytes. */
const SYMBOLS = 256;
const CODES = 512;

/** `pairs`: memory of noughts to count pairs in, given back so; null where no symbol is to grow any more. */
function improve(symbols: ByteList, sample: ByteList, pairs: Uint16Array | null): ByteList {
  const { bytes: codes, offsets, length } = new SymbolEncoder(symbols).encode(sample);
  const counts = new Uint32Array(CODES);
  const seen: number[] = [];
  for (let text = 0; text < length; text++) {
    let before = -1;
    for (let at = offsets[text]; at < offsets[text + 1]; at++) {
      const isSymbol = codes[at] !== ESCAPE;
      const code = isSymbol ? SYMBOLS + codes[at] : codes[++at];
      // A symbol may also grow by one byte.
      const byte = isSymbol ? symbols.bytes[symbols.offsets[codes[at]]] : code;
      counts[code]++;
      if (isSymbol) counts[byte]++;
      if (before >= 0 && pairs !== null) {
        const row = before * CODES;
        if (pairs[row + code]++ === 0) seen.push(row + code);
        if (isSymbol && pairs[row + byte]++ === 0) seen.push(row + byte);
      }
      before = code;
    }
  }
  const gains = gainsOf(symbols, counts, pairs, seen);
  for (const pair of seen) if (pairs !== null) pairs[pair] = 0;
  return best(gains);
}

function gainsOf(
  symbols: ByteList,
  counts: Uint32Array,
  pairs: Uint16Array | null,
  seen: readonly number[],
): Map<string, number> {
  const text = Array.from({ length: CODES }, (_, code) =>
    code < SYMBOLS
      ? String.fromCharCode(code)
      : code - SYMBOLS < symbols.length
        ? String.fromCharCode(...symbols.view(code - SYMBOLS))
        : '',
  );
  const gains = new Map<string, number>();
  const add = (symbol: string, gain: number): void => {
    gains.set(symbol, (gains.get(symbol) ?? 0) + gain);
  };
  counts.forEach((count, code) => {
    const symbol = text[code];
    if (count > 0) add(symbol, count * symbol.length * (symbol.length === 1 ? BYTE_WEIGHT : 1));
  });
  for (const pair of seen) {
    const count = pairs?.[pair] ?? 0;
    if (count < 2) continue;
    const left = text[Math.floor(pair / CODES)];
    // As words come, blank at the end: symbols across words would start anywhere in them.
    if (left.endsWith(' ')) continue;
    const symbol = left + text[pair % CODES];
    if (symbol.length <= MAX_LENGTH) add(symbol, count * symbol.length);
  }
  return gains;
}

function best(gains: Map<string, number>): ByteList {
  const candidates: Candidate[] = [];
  for (const [symbol, gain] of gains) candidates.push({ symbol, gain });
  candidates.sort((a, b) => b.gain - a.gain || (a.symbol < b.symbol ? -1 : 1));
  const chosen = new ByteList();
  for (const { symbol } of candidates.slice(0, MAX_SYMBOLS)) {
    const bytes = Uint8Array.from(symbol, (byte) => byte.charCodeAt(0));
    chosen.push(bytes, 0, bytes.length);
  }
  return chosen;
}
