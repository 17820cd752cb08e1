import { AdapterError, isAbort } from '../../model/errors.js';

/** Where bytes come from, a piece at a time. */
export interface ByteSource {
  readonly totalBytes: number | undefined;
  /** The next bytes, any number of them; undefined when there are no more. One call at a time. */
  read(): Promise<Uint8Array | undefined>;
  /** Gives up what is not read yet. A pending read of a stream ends at once. */
  cancel(reason?: unknown): void;
}

export type ByteInput = Blob | ReadableStream<Uint8Array> | AsyncIterable<Uint8Array>;

/** Takes hold of an input. */
export function openByteSource(data: ByteInput): ByteSource {
  // By what they can do: a file or a stream of another window has other classes.
  if (typeof data === 'object' && data !== null) {
    // Reading a file by slice() and arrayBuffer() took Chromium five times as long as its stream.
    if ('arrayBuffer' in data) return new StreamSource(data.stream(), failFile, data.size);
    if ('getReader' in data) return new StreamSource(data, failStream);
    if (Symbol.asyncIterator in data) return new IterableSource(data);
  }
  throw new AdapterError(
    'unsupported',
    'Give the data as a file (Blob), a stream of bytes, or an array of objects.',
  );
}

class StreamSource implements ByteSource {
  readonly totalBytes: number | undefined;
  readonly #reader: ReadableStreamDefaultReader<Uint8Array>;
  readonly #fail: (error: unknown) => never;

  constructor(stream: ReadableStream<Uint8Array>, fail: (error: unknown) => never, totalBytes?: number) {
    if (stream.locked) {
      throw new AdapterError(
        'unsupported',
        'The stream is being read elsewhere. Give one that nobody reads.',
      );
    }
    this.#reader = stream.getReader();
    this.#fail = fail;
    this.totalBytes = totalBytes;
  }

  async read(): Promise<Uint8Array | undefined> {
    const { done, value } = await this.#reader.read().catch(this.#fail);
    return done ? undefined : asBytes(value);
  }

  cancel(reason?: unknown): void {
    // A stream that already failed rejects here too; whoever reads it has been told.
    this.#reader.cancel(reason).catch(() => undefined);
  }
}

class IterableSource implements ByteSource {
  readonly totalBytes = undefined;
  readonly #iterator: AsyncIterator<unknown, unknown>;

  constructor(chunks: AsyncIterable<Uint8Array>) {
    this.#iterator = chunks[Symbol.asyncIterator]();
  }

  async read(): Promise<Uint8Array | undefined> {
    const { done, value } = await this.#iterator.next().catch(failStream);
    return done ? undefined : asBytes(value);
  }

  cancel(): void {
    // As with streams: a failure of the producer's clean-up changes nothing for the reader.
    this.#iterator.return?.().catch(() => undefined);
  }
}

function failFile(error: unknown): never {
  throw new AdapterError(
    'not-found',
    'The file can no longer be read: it was changed, moved or deleted after it was chosen. Choose it again.',
    { cause: error },
  );
}

function failStream(error: unknown): never {
  if (error instanceof AdapterError || isAbort(error)) throw error;
  throw new AdapterError('network', 'The data broke off before its end. Import it again.', {
    retryable: true,
    cause: error,
  });
}

function asBytes(chunk: unknown): Uint8Array {
  if (chunk instanceof Uint8Array) return chunk;
  throw new AdapterError(
    'unsupported',
    'The stream gives something other than bytes. Give one of Uint8Array chunks.',
  );
}
