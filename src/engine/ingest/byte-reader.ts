import type { ByteSource } from './byte-source.js';

const LINE_FEED = 0x0a;

/** Readable bytes behind the data: the line feed that stops every loop, and the rest of a 32-bit word. */
const PADDING = 8;

/** A stretch of the source in memory. */
export interface TextBuffer {
  /** Longer than {@link length}: a line feed follows the data, then bytes that may be read but mean nothing. */
  readonly bytes: Uint8Array;
  /** The same memory. */
  readonly view: DataView;
  readonly length: number;
  /** Where `bytes[0]` stands in the source. */
  readonly offset: number;
  /** Nothing follows in the source. */
  readonly isAtEnd: boolean;
}

export interface ByteReaderOptions {
  sliceBytes: number;
  signal?: AbortSignal;
}

/**
 * Gathers a source into buffers of a slice, each beginning with what the reader of the one before left over,
 * and reads ahead by one piece meanwhile. The next buffer takes the memory of the one before.
 */
export class ByteReader implements TextBuffer {
  bytes: Uint8Array = new Uint8Array(PADDING);
  view = new DataView(this.bytes.buffer);
  length = 0;
  offset = 0;
  isAtEnd = false;

  readonly #source: ByteSource;
  readonly #sliceBytes: number;
  readonly #signal: AbortSignal | undefined;
  /** Bytes that have arrived and are in no buffer yet. */
  #arrived: Uint8Array = new Uint8Array(0);
  #next: Promise<Uint8Array | undefined> | undefined;

  constructor(source: ByteSource, { sliceBytes, signal }: ByteReaderOptions) {
    this.#source = source;
    this.#sliceBytes = Math.max(1, sliceBytes);
    this.#signal = signal;
    signal?.addEventListener('abort', this.#cancel);
  }

  get totalBytes(): number | undefined {
    return this.#source.totalBytes;
  }

  /** The next `count` bytes, or fewer when the source ends before. They stay to be read. */
  async peek(count: number): Promise<Uint8Array> {
    const parts = [this.#arrived];
    let length = this.#arrived.length;
    while (length < count) {
      const piece = await this.#read();
      if (piece === undefined) break;
      parts.push(piece);
      length += piece.length;
    }
    if (parts.length > 1) this.#arrived = joined(parts, length);
    return this.#arrived.subarray(0, count);
  }

  /** Passes over bytes that were peeked at. */
  skip(count: number): void {
    this.#arrived = this.#arrived.subarray(count);
    this.offset += count;
  }

  /**
   * Goes on to a buffer that begins with `bytes[keepFrom]`. It holds a slice of new bytes, or as many as are kept
   * if these are more: a record that spans many slices is so looked at twice per byte at the most on average,
   * not once per slice. At the end of the source there may be fewer, or none.
   */
  async refill(keepFrom: number): Promise<void> {
    const kept = this.length - keepFrom;
    const capacity = kept + Math.max(this.#sliceBytes, kept);
    this.#moveToFront(keepFrom, capacity + PADDING);
    this.offset += keepFrom;
    this.length = kept;
    while (this.length < capacity) {
      if (this.#arrived.length === 0) {
        const piece = await this.#read();
        if (piece === undefined) {
          this.isAtEnd = true;
          break;
        }
        this.#arrived = piece;
      }
      const part = this.#arrived.subarray(0, capacity - this.length);
      this.bytes.set(part, this.length);
      this.length += part.length;
      this.#arrived = this.#arrived.subarray(part.length);
    }
    this.bytes[this.length] = LINE_FEED;
  }

  /** Lets go of the source. */
  close(): void {
    this.#signal?.removeEventListener('abort', this.#cancel);
    if (!this.isAtEnd) this.#cancel();
  }

  /** A new buffer for every slice would cost a third of the scan: fresh memory comes page by page. */
  #moveToFront(from: number, size: number): void {
    if (this.bytes.length >= size) {
      this.bytes.copyWithin(0, from, this.length);
      return;
    }
    const larger = new Uint8Array(size);
    larger.set(this.bytes.subarray(from, this.length));
    this.bytes = larger;
    this.view = new DataView(larger.buffer);
  }

  readonly #cancel = (): void => this.#source.cancel(this.#signal?.reason);

  async #read(): Promise<Uint8Array | undefined> {
    this.#signal?.throwIfAborted();
    const piece = await (this.#next ?? this.#source.read()).finally(() => this.#signal?.throwIfAborted());
    if (piece === undefined) {
      this.#next = Promise.resolve(undefined);
    } else {
      this.#next = this.#source.read();
      // It may never be waited for, if the reader stops here; a failure is not one that nobody handles then.
      this.#next.catch(() => undefined);
    }
    return piece;
  }
}

function joined(parts: readonly Uint8Array[], length: number): Uint8Array {
  const bytes = new Uint8Array(length);
  let at = 0;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  return bytes;
}
