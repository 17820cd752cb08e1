import type { Normalization, WordLists } from '../../model/model.js';
import { wordsOf } from './word-lists.js';

type Step = (text: string) => string;

/** Normalisations of one text to one text (§ 9.4). */
const STEPS: Record<Exclude<Normalization, keyof WordLists>, Step> = {
  // Digits and other number signs of any script become 0–9: NFKC maps ² and Ⅳ, the rest is counted from its zero.
  numerals: (text) => text.normalize('NFKC').replace(/\p{Nd}/gu, digitOf),
  symbols: (text) => text.replace(/[\p{P}\p{S}]/gu, ''),
  lowercase: (text) => text.toLowerCase(),
  whitespace: (text) => text.replace(/\s+/gu, ''),
  ascii: (text) => text.normalize('NFKD').replace(/\p{M}/gu, ''),
  // Up to a letter behind the first digit, which begins an extension; digits without zeros before a country code.
  phone: (text) =>
    (/^[^\p{Nd}]*[^\p{L}]*/u.exec(STEPS.numerals(text))?.[0] ?? '').replace(/\D/g, '').replace(/^0+/, ''),
};

/** Normalisations that look at one character at a time: on ASCII a table does the same without a string. */
const BY_CHARACTER: ReadonlySet<Normalization> = new Set([
  'numerals',
  'symbols',
  'lowercase',
  'whitespace',
  'ascii',
]);

/** One function for a list of normalisations, applied in order. */
export function normalizer(names: readonly Normalization[], words?: WordLists): Step {
  const steps = names.map((name): Step => {
    if (name in STEPS) return STEPS[name as keyof typeof STEPS];
    return byWord(wordsOf(name as keyof WordLists, words));
  });
  return (text) => steps.reduce((value, step) => step(value), text);
}

/** What each ASCII character becomes, 0 for nothing; null when the normalisations look at more than that. */
export function asciiTable(names: readonly Normalization[]): Uint8Array | null {
  if (!names.every((name) => BY_CHARACTER.has(name))) return null;
  const normalize = normalizer(names);
  return Uint8Array.from(
    { length: 128 },
    (_, code) => normalize(String.fromCharCode(code)).charCodeAt(0) || 0,
  );
}

/** Words in lower case without accents and punctuation, each replaced by what it stands for, one blank between. */
function byWord(words: ReadonlyMap<string, string>): Step {
  return (text) =>
    STEPS.ascii(text)
      .toLowerCase()
      .replace(/['’.]/g, '')
      .split(/[\p{P}\p{S}\s]+/u)
      .map((word) => words.get(word) ?? word)
      .filter(Boolean)
      .join(' ');
}

/** Decimal digits stand in blocks of ten that begin at a multiple of their own zero (Unicode § 4.6). */
function digitOf(digit: string): string {
  const point = digit.codePointAt(0) ?? 0;
  let zero = point;
  while (point - zero < 9 && /\p{Nd}/u.test(String.fromCodePoint(zero - 1))) zero--;
  return String(point - zero);
}
