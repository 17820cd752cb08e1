import { AdapterError } from '../../model/errors.js';
import type { ByteReader } from './byte-reader.js';
import { decodeWhole } from './decode-whole.js';
import { isJsonArray, parseElements, parseJson } from './json-elements.js';
import { findJsonFault } from './json-fault.js';
import { noRows } from './no-rows.js';
import { ObjectRecords } from './object-records.js';
import type { RecordBatch } from './record-batch.js';
import { requireText } from './text-check.js';

/**
 * Reads JSON: an array of objects, or one object for a single row. The whole text is taken into memory. NDJSON has no
 * limit to the size.
 */
export async function* readJson(reader: ByteReader): AsyncGenerator<RecordBatch, void> {
  while (!reader.isAtEnd) await reader.refill(0);
  requireText(reader, 0, reader.length);
  const data = reader.bytes.subarray(0, reader.length);
  const records = new ObjectRecords();
  for (const { elements, end } of elementsOf(data)) {
    for (const element of elements) {
      records.add(element, records.read + 1);
      if (records.isFull) yield records.takeBatch(reader.offset + end);
    }
  }
  if (records.read === 0) throw noRows();
  yield records.takeBatch(reader.offset + data.length);
}

function* elementsOf(data: Uint8Array): ReturnType<typeof parseElements> {
  try {
    if (isJsonArray(data)) yield* parseElements(data);
    else yield { elements: [parseSingle(data)], end: data.length };
  } catch (error) {
    throw error instanceof AdapterError ? error : describeFault(decodeWhole(data), error);
  }
}

function parseSingle(data: Uint8Array): unknown {
  const value = parseJson(data);
  if (typeof value === 'object' && value !== null) return value;
  throw new AdapterError(
    'json-syntax',
    'The file holds a single JSON value. Choose one with an array of objects.',
  );
}

/** Engines word their errors differently, and not all of them say where: look for the fault once more. */
function describeFault(text: string, cause: unknown): AdapterError {
  const at = findJsonFault(text);
  if (at < 0) return tooDeep(cause);
  const before = text.slice(0, at).split('\n');
  const line = before.length;
  const column = (before.at(-1) ?? '').length + 1;
  return new AdapterError(
    'json-syntax',
    `The JSON is broken in line ${line} at character ${column}. Correct it there and import the file again.`,
    { detail: { line, column }, cause },
  );
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
