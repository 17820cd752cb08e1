import { AdapterError } from '../../model/errors.js';

/** Code that is not needed for the first rows: loaded when it is asked for, once for all elements of the page. */
export interface LatePart<Value> {
  /** null until it is loaded. */
  readonly value: Value | null;
  /** Rejects where its file cannot be had; the next call tries again. */
  load(): Promise<Value>;
}

export function latePart<Value>(read: () => Promise<Value>): LatePart<Value> {
  let value: Value | null = null;
  let reading: Promise<Value> | null = null;
  return {
    get value() {
      return value;
    },
    load() {
      reading ??= read().then(
        (loaded) => (value = loaded),
        (error: unknown) => {
          reading = null;
          throw error;
        },
      );
      return reading;
    },
  };
}

/** Reads code where it is needed; rejects with `network`, in words, where its file cannot be had. */
export async function lateCode<Code>(read: () => Promise<Code>): Promise<Code> {
  try {
    return await read();
  } catch (cause) {
    throw new AdapterError(
      'network',
      'A part of the page could not be loaded. Check the connection, and try again or load the page again.',
      { retryable: true, cause },
    );
  }
}
