import { AdapterError } from '../../model/errors.js';
import type { ByteReader } from './byte-reader.js';
import { decodeWhole } from './decode-whole.js';
import { findJsonFault } from './json-fault.js';
import type { RecordBatch } from './record-batch.js';
import { readRows } from './row-records.js';
import { requireText } from './text-check.js';

/**
 * Reads JSON: an array of objects, or one object for a single row. The whole text is taken into memory;
 * numbers become what JavaScript makes of them. NDJSON has neither limit to the size.
 */
export async function* readJson(reader: ByteReader): AsyncGenerator<RecordBatch, void> {
  while (!reader.isAtEnd) await reader.refill(0);
  requireText(reader, 0, reader.length);
  const value = parseJson(decodeWhole(reader.bytes.subarray(0, reader.length)));
  if (typeof value !== 'object' || value === null) {
    throw new AdapterError(
      'json-syntax',
      'The file holds a single JSON value. Choose one with an array of objects.',
    );
  }
  const rows: readonly unknown[] = Array.isArray(value) ? value : [value];
  yield* readRows(rows, reader.offset + reader.length);
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    // Engines word their errors differently, and not all of them say where: look for it once more.
    const at = findJsonFault(text);
    if (at < 0) throw tooDeep(error);
    const before = text.slice(0, at).split('\n');
    const line = before.length;
    const column = (before.at(-1) ?? '').length + 1;
    throw new AdapterError(
      'json-syntax',
      `The JSON is broken in line ${line} at character ${column}. Correct it there and import the file again.`,
      { detail: { line, column }, cause: error },
    );
  }
}

/** JSON that the engine could not parse nevertheless: it keeps a stack. */
function tooDeep(cause: unknown): AdapterError {
  return new AdapterError(
    'json-syntax',
    'The JSON is nested too deeply. Choose one with an array of objects.',
    {
      cause,
    },
  );
}
