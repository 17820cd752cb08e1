import { AdapterError } from '../../model/errors.js';

/** Signs that nobody sees in a script, or that could end a line of it. */
const HIDDEN = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\u00a0\ufeff\p{Co}\p{Cs}]/u;
const EACH_HIDDEN = new RegExp(HIDDEN, 'gu');

/** Put between quotes, those inside doubled. */
export function doubled(text: string, quote: string): string {
  return `${quote}${text.replaceAll(quote, quote + quote)}${quote}`;
}

/** True for a text without {@link HIDDEN} signs. */
export function isPlain(text: string): boolean {
  return !HIDDEN.test(text);
}

/** For literals with escapes: those of `own`, and \u for what is hidden. */
export function escaped(text: string, own: Readonly<Record<string, string>>): string {
  let result = '';
  for (const sign of text) {
    result += Object.hasOwn(own, sign) ? own[sign] : isPlain(sign) ? sign : codeUnits(sign);
  }
  return result;
}

function codeUnits(sign: string): string {
  return Array.from(
    { length: sign.length },
    (_, i) => `\\u${sign.charCodeAt(i).toString(16).padStart(4, '0')}`,
  ).join('');
}

/** Visible parts as texts, hidden signs as numbers. At least one part. */
export function splitHidden(text: string): (string | number)[] {
  const parts: (string | number)[] = [];
  let end = 0;
  for (const { 0: sign, index } of text.matchAll(EACH_HIDDEN)) {
    if (index > end) parts.push(text.slice(end, index));
    parts.push(sign.codePointAt(0) ?? 0);
    end = index + sign.length;
  }
  if (end < text.length || parts.length === 0) parts.push(text.slice(end));
  return parts;
}

/** A text as UTF-8 has it. Throws `name-invalid` for NUL, which no engine's names and texts can hold. */
export function checked(text: string): string {
  if (!text.includes('\0'))
    return new TextDecoder('utf-8', { ignoreBOM: true }).decode(new TextEncoder().encode(text));
  throw new AdapterError(
    'name-invalid',
    'A name or a text of the model holds the character NUL, which no database takes. Remove it.',
  );
}

/** One line of a comment. Variables of a shell have no place in it either. */
export function commentLine(text: string): string {
  return `-- ${text.replace(EACH_HIDDEN, ' ').replaceAll('$', ' ')}`;
}
