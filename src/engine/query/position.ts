import { AdapterError } from '../../model/errors.js';
import { compareText } from '../../model/text-order.js';
import { compareBytes, decodeText } from '../store/byte-list.js';
import type { ActivitySegment } from '../store/records.js';

const encoder = new TextEncoder();

/** A place in the total order of a customer's activities: time, then the tie rule of D 38. */
export interface Position {
  time: number;
  type: string;
  sourceTable: string;
  /** UTF-8 of the source id. */
  key: Uint8Array<ArrayBuffer>;
  /** Several definitions may read one table (D 9). */
  definition: string;
}

/** The tie rule between two segments as far as they decide it: type, then source table; 0 leaves it to the key. */
export function compareSegments(
  a: Pick<ActivitySegment, 'type' | 'sourceTable'>,
  b: Pick<ActivitySegment, 'type' | 'sourceTable'>,
): number {
  return compareText(a.type, b.type) || compareText(a.sourceTable, b.sourceTable);
}

export function compareKeyBytes(a: Uint8Array, b: Uint8Array): number {
  return compareBytes(a, 0, a.length, b, 0, b.length);
}

/** A position as the opaque cursor of a page. It names the row by value, so it survives a new run. */
export function formatCursor({ time, type, sourceTable, key, definition }: Position): string {
  const json = encoder.encode(
    JSON.stringify([time, type, sourceTable, decodeText(key, 0, key.length), definition]),
  );
  let binary = '';
  for (const byte of json) binary += String.fromCharCode(byte);
  return btoa(binary).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
}

/** Reads {@link formatCursor}; anything else is `cursor-invalid`. */
export function parseCursor(cursor: string): Position {
  const parts = decode(cursor);
  if (Array.isArray(parts) && parts.length === 5) {
    const [time, type, sourceTable, key, definition] = parts as unknown[];
    if (
      typeof time === 'number' &&
      typeof type === 'string' &&
      typeof sourceTable === 'string' &&
      typeof key === 'string' &&
      typeof definition === 'string'
    ) {
      return { time, type, sourceTable, key: encoder.encode(key), definition };
    }
  }
  throw new AdapterError(
    'cursor-invalid',
    'This place in the list is not known. Start again from the first page.',
    { detail: { cursor } },
  );
}

function decode(cursor: string): unknown {
  try {
    const binary = atob(cursor.replaceAll('-', '+').replaceAll('_', '/'));
    return JSON.parse(new TextDecoder().decode(Uint8Array.from(binary, (digit) => digit.charCodeAt(0))));
  } catch {
    return null;
  }
}
