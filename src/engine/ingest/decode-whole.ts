import { AdapterError } from '../../model/errors.js';

const decoder = new TextDecoder('utf-8', { ignoreBOM: true });

/** Decodes a long text at once. Engines have a limit to the length of a string, 512 MiB or more. */
export function decodeWhole(bytes: Uint8Array): string {
  try {
    return decoder.decode(bytes);
  } catch (error) {
    throw new AdapterError(
      'unsupported',
      'The file is too large for one piece of JSON. Save it as NDJSON, an object a line, or as CSV.',
      { cause: error },
    );
  }
}
