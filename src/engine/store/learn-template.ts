import type { ByteList } from './byte-list.js';
import { NumberTemplate } from './number-template.js';

/** Texts that are looked at, from all over the list, and how many of them may be of another form. */
const SAMPLE = 256;
const MAX_MISFITS = 1 / 8;
/** Texts that are tried as the model of the others: the first may be an exception. */
const TRIES = 3;

/** The template that most texts of a list fit, or null. */
export function learnTemplate(texts: ByteList): NumberTemplate | null {
  if (texts.length === 0) return null;
  const step = Math.max(1, Math.floor(texts.length / SAMPLE));
  for (let item = 0, tries = 0; item < texts.length && tries < TRIES; item += step) {
    if (texts.isEmpty(item)) continue;
    tries++;
    const template = NumberTemplate.of(texts, item);
    const fitted = template === null ? null : fit(template, texts, step);
    if (fitted !== null) return fitted;
  }
  return null;
}

function fit(template: NumberTemplate, texts: ByteList, step: number): NumberTemplate | null {
  const least = new Uint8Array(template.widths.length).fill(255);
  const hasNoughts = new Uint8Array(template.widths.length);
  const note = (number: number, digits: number, hasNought: boolean): void => {
    least[number] = Math.min(least[number], digits);
    if (hasNought && digits > 1) hasNoughts[number] = 1;
  };
  let [seen, fitting] = [0, 0];
  for (let item = 0; item < texts.length; item += step) {
    seen++;
    if (template.isLike(texts, item, note)) fitting++;
    else if (seen - fitting > SAMPLE * MAX_MISFITS) return null;
  }
  if (seen - fitting > seen * MAX_MISFITS) return null;
  return template.withWidths(least.map((digits, number) => (hasNoughts[number] === 1 ? digits : 1)));
}
