import { ESCAPED, type RecordBatch } from './record-batch.js';

const QUOTE = 0x22;

/**
 * Copies an {@link ESCAPED} field to `out`, each pair of quotes as one, from `at` on. Answers where it ends there.
 * `out` must have room for all of it.
 */
export function unescapeField(
  bytes: Uint8Array,
  start: number,
  end: number,
  out: Uint8Array,
  at: number,
): number {
  for (let i = start; i < end; i++) {
    const byte = bytes[i];
    out[at++] = byte;
    if (byte === QUOTE) i++;
  }
  return at;
}

/** The text of field `field` (counted over all rows) of a batch. For a few fields; never in bulk (design § 4.2). */
export function decodeField(batch: Pick<RecordBatch, 'bytes' | 'spans'>, field: number): string {
  const { bytes, spans } = batch;
  return decodeSpan(bytes, spans[2 * field], spans[2 * field + 1]);
}

/** The text of a field by its two numbers in {@link RecordBatch.spans}. */
export function decodeSpan(bytes: Uint8Array, start: number, endAndFlag: number): string {
  const end = (endAndFlag & ~ESCAPED) >>> 0;
  if ((endAndFlag & ESCAPED) === 0) return decoder.decode(bytes.subarray(start, end));
  const out = new Uint8Array(end - start);
  return decoder.decode(out.subarray(0, unescapeField(bytes, start, end, out, 0)));
}

// A byte order mark inside the file is a character like any other.
const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
