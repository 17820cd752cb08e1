/**
 * Key of a chunk. The first part is the segment; behind it
 * - a column of a table: column number, chunk number (-1 = the column's dictionary),
 * - activities: last customer (16 bytes), minus the last time, last sequence,
 * - customers: last customer (16 bytes).
 * Numbers sort before bytes, bytes before arrays, so `[segment, []]` lies behind every chunk of a segment.
 */
export type ChunkKey = readonly (number | Uint8Array<ArrayBuffer> | readonly [])[];

/** Chunks to add, in any order. */
export type ChunkBatch = readonly (readonly [ChunkKey, ArrayBuffer])[];

export type MetaKey = string | readonly (string | number)[];

/** A change of small records; `undefined` removes. */
export type MetaChange = readonly [key: MetaKey, value: unknown];

/** One consistent view of the stored data. Between two reads only other reads of the same view may be awaited. */
export interface View {
  meta(key: MetaKey): Promise<unknown>;
  /** The first chunk whose key lies in the range, bounds included. */
  first(lower: ChunkKey, upper: ChunkKey): Promise<ArrayBuffer | undefined>;
  /** The last chunk whose key lies in the range, bounds included. */
  last(lower: ChunkKey, upper: ChunkKey): Promise<ArrayBuffer | undefined>;
  /** All chunks whose keys lie in the range, in their order. */
  all(lower: ChunkKey, upper: ChunkKey): Promise<ArrayBuffer[]>;
}

/**
 * `deleted`: another page removed the data; the workspace is empty now. `outdated`: a newer release took the data over,
 * and every call rejects from now on.
 */
export type StorageEnd = 'deleted' | 'outdated';

/**
 * Where chunks and small records are kept. Chunks of a segment are written once and never changed; a segment
 * counts only from the commit that names it (design § 4.1).
 */
export interface Storage {
  readonly persistence: 'indexeddb' | 'memory';
  /** Told when another page has ended this storage. */
  onEnd: (how: StorageEnd) => void;
  read<T>(work: (view: View) => Promise<T>): Promise<T>;
  /** Adds chunks. They may be lost in a crash until the next commit. */
  write(chunks: ChunkBatch): Promise<void>;
  /**
   * Reads and changes small records in one transaction, together with the last chunks they refer to: all of it
   * happens, or nothing. A relaxed one may be undone by a crash of the machine, with all that came after it.
   */
  commit<T>(
    work: (view: View) => Promise<{ changes: readonly MetaChange[]; result: T }>,
    chunks?: ChunkBatch,
    durability?: 'strict' | 'relaxed',
  ): Promise<T>;
  /** Numbers of all segments that have chunks. */
  segments(): Promise<number[]>;
  removeSegment(segment: number): Promise<void>;
  /** Lets go of what would hold up other tabs while this page sleeps; the next call takes it again. */
  rest(): void;
  /** Settles when nothing of it is open any more. */
  close(): Promise<void>;
  destroy(): Promise<void>;
}
