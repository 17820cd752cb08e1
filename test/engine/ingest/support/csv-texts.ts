import fc from 'fast-check';

export const delimiter = fc.constantFrom(',', ';', '\t', '|');
export const lineEnd = fc.constantFrom('\n', '\r\n', '\r');

const piece = fc.oneof(
  { weight: 6, arbitrary: fc.string({ unit: 'grapheme', maxLength: 12 }) },
  {
    weight: 3,
    arbitrary: fc.constantFrom('"', '""', ',', ';', '\t', '|', '\n', '\r\n', '\r', ' ', 'é', '漢字', '🚲'),
  },
  { weight: 1, arbitrary: fc.string({ unit: 'grapheme-ascii', minLength: 30, maxLength: 90 }) },
);

/** The value of a field: any text without NUL. */
export const fieldText = fc
  .array(piece, { maxLength: 4 })
  .map((pieces) => pieces.join('').replaceAll('\0', ''))
  // A byte order mark at the head of a file is dropped.
  .map((text) => text.replaceAll('\ufeff', ''));

/** A field as it may stand in a file: in quotes where it must, and where it happens to. */
export function written(text: string, isQuoted: boolean, delimiter: string): string {
  const mustBeQuoted = /^"|[\r\n]/.test(text) || text.includes(delimiter);
  return isQuoted || mustBeQuoted ? `"${text.replaceAll('"', '""')}"` : text;
}

/** Text in which the marks of CSV are as frequent as they never are in a file. */
export const csvNoise = fc
  .array(
    fc.constantFrom('"', '""', ',', ',', '\n', '\r', '\r\n', 'a', 'bc', 'long-field', ' ', 'é', '漢', '🚲'),
    {
      maxLength: 60,
    },
  )
  .map((pieces) => pieces.join(''));
