import { AdapterError } from '../../model/errors.js';
import type { Normalization } from '../../model/model.js';

/** The normalisations of a match condition that need no word list (§ 9.4), one text to one text each. */
const RULES: Partial<Record<Normalization, (text: string) => string>> = {
  // Digits and other number signs of any script become 0–9: NFKC maps ² and Ⅳ, the rest is counted from its zero.
  numerals: (text) => text.normalize('NFKC').replace(/\p{Nd}/gu, digitOf),
  symbols: (text) => text.replace(/[\p{P}\p{S}]/gu, ''),
  lowercase: (text) => text.toLowerCase(),
  whitespace: (text) => text.replace(/\s+/gu, ''),
  ascii: (text) => text.normalize('NFKD').replace(/\p{M}/gu, ''),
};

/** One function for a list of normalisations, applied in order; one that is not built yet is `unsupported`. */
export function normalizer(names: readonly Normalization[]): (text: string) => string {
  const steps = names.map((name) => {
    const step = RULES[name];
    if (step === undefined) {
      throw new AdapterError(
        'unsupported',
        `The normalisation “${name}” is not available. Choose among ${Object.keys(RULES).join(', ')}.`,
      );
    }
    return step;
  });
  return (text) => steps.reduce((value, step) => step(value), text);
}

/** Decimal digits stand in blocks of ten that begin at a multiple of their own zero (Unicode § 4.6). */
function digitOf(digit: string): string {
  const point = digit.codePointAt(0) ?? 0;
  let zero = point;
  while (point - zero < 9 && /\p{Nd}/u.test(String.fromCodePoint(zero - 1))) zero--;
  return String(point - zero);
}
