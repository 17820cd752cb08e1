import { AdapterError } from '../../model/errors.js';
import { findJsonFault } from './json-fault.js';

/** Bytes that are looked at before anything is decided. */
export const SNIFF_BYTES = 64 * 1024;

/**
 * What files that are no text begin with, what they are, and what to do with them. `isText`: a text may begin so too, such
 * as the name of a column; then a control character has to follow.
 */
const SIGNATURES: readonly {
  bytes: readonly number[];
  what: string;
  advice: string;
  isText?: boolean;
}[] = [
  {
    bytes: [0x50, 0x4b, 0x03, 0x04],
    what: 'an Excel workbook or another ZIP archive',
    advice: 'In Excel, save the sheet as “CSV UTF-8” and choose that; unpack an archive first.',
  },
  {
    bytes: [0xd0, 0xcf, 0x11, 0xe0],
    what: 'an old Excel workbook',
    advice: 'Save the sheet as “CSV UTF-8” and choose that.',
  },
  { bytes: [0x1f, 0x8b], what: 'compressed with gzip', advice: 'Unpack it and choose what was inside.' },
  {
    bytes: [0x28, 0xb5, 0x2f, 0xfd],
    what: 'compressed with Zstandard',
    advice: 'Unpack it and choose what was inside.',
  },
  ...[
    { bytes: [0x25, 0x50, 0x44, 0x46, 0x2d], what: 'a PDF document' },
    { bytes: [0x89, 0x50, 0x4e, 0x47], what: 'a PNG picture' },
    { bytes: [0xff, 0xd8, 0xff], what: 'a JPEG picture' },
    { bytes: [0x47, 0x49, 0x46, 0x38], what: 'a GIF picture', isText: true },
    { bytes: [0x50, 0x41, 0x52, 0x31], what: 'a Parquet file', isText: true },
  ].map((signature) => ({ ...signature, advice: 'Choose a CSV, JSON or NDJSON file.' })),
];

/** How an array begins, and not a column called `[Id]`. */
const ARRAY = /^\[\s*(?:[[{"\],\d-]|(?:true|false|null)\s*[,\]]|$)/;

/** Length of the UTF-8 byte order mark at the beginning. */
export function byteOrderMarkLength(head: Uint8Array): number {
  return startsWith(head, [0xef, 0xbb, 0xbf]) ? 3 : 0;
}

/** Rejects what by its first bytes is empty, a known file that is no text, or text in UTF-16 or UTF-32. */
export function requireTextFile(head: Uint8Array): void {
  if (head.length === byteOrderMarkLength(head)) {
    throw new AdapterError(
      'empty-file',
      'The file is empty. Choose one with a header row and at least one row.',
    );
  }
  const known = SIGNATURES.find(
    ({ bytes, isText = false }) => startsWith(head, bytes) && !(isText && !head.some(isControl)),
  );
  if (known !== undefined) {
    throw new AdapterError('not-text', `The file is ${known.what}, not text. ${known.advice}`);
  }
  const encoding = wideEncoding(head.subarray(0, 4096));
  if (encoding !== undefined) {
    throw new AdapterError(
      'encoding',
      `The file is ${encoding} text. Save it as UTF-8 (in Excel: “CSV UTF-8”) and import it again.`,
      { detail: { encoding } },
    );
  }
}

/**
 * By the first character that is not blank. `[`: an array when a value follows. `{`: a record a line when the first line is
 * an object of its own, or else the second one is and the first cannot be its beginning.
 */
export function detectFormat(head: Uint8Array): 'csv' | 'json' | 'ndjson' {
  const first = head.find((byte) => byte > 0x20);
  if (first !== 0x5b && first !== 0x7b) return 'csv';
  const text = new TextDecoder().decode(head).trimStart();
  if (first === 0x5b) return ARRAY.test(text) ? 'json' : 'csv';
  const [line, second = ''] = text.split('\n', 2);
  if (isJson(line)) return 'ndjson';
  const both = `${line}\n${second}`;
  return second.startsWith('{') && isJson(second) && findJsonFault(both) < both.length ? 'ndjson' : 'json';
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

/** UTF-32 or UTF-16 by its byte order mark, or UTF-16 by the zero in every second byte that Latin letters have there. */
function wideEncoding(head: Uint8Array): string | undefined {
  if (startsWith(head, [0xff, 0xfe, 0, 0]) || startsWith(head, [0, 0, 0xfe, 0xff])) return 'UTF-32';
  if (startsWith(head, [0xff, 0xfe]) || startsWith(head, [0xfe, 0xff])) return 'UTF-16';
  const zeros = [0, 0];
  head.forEach((byte, at) => {
    if (byte === 0) zeros[at & 1]++;
  });
  const [even, odd] = zeros;
  const isUneven = Math.min(even, odd) * 20 < Math.max(even, odd);
  return isUneven && Math.max(even, odd) * 4 > head.length ? 'UTF-16' : undefined;
}

/** No text has these; blanks and ends of lines aside. */
function isControl(byte: number): boolean {
  return byte < 0x20 && (byte < 0x09 || byte > 0x0d);
}

function startsWith(head: Uint8Array, bytes: readonly number[]): boolean {
  return head.length >= bytes.length && bytes.every((byte, at) => head[at] === byte);
}
