/** Reads times from the bytes of a column, one value at a time, without making an object for each. */
export interface TimeReader {
  /** The value last read, in milliseconds since 1970 UTC. */
  readonly time: number;
  /** False for a calendar date, which no time zone shifts; its `time` is midnight UTC (D 52). */
  readonly hasTime: boolean;
  /** Reads the bytes from `start` up to `end` into the fields; false when they are not a time. */
  read(bytes: Uint8Array, start: number, end: number): boolean;
}
