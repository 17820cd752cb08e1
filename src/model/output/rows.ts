/** How an output is written. */
export type OutputFormat = 'csv' | 'ndjson';

/** A text, or null where there is none: empty in CSV, `null` in NDJSON. */
export type OutputValue = string | null;

/** Values in the order of the columns. */
export type OutputRow = readonly OutputValue[];

/** Rows of named text columns, to be written somewhere. */
export interface OutputTable {
  columns: readonly string[];
  /** A batch is what one look into the storage gives; its rows are made one by one as they are written. */
  batches: AsyncIterable<Iterable<OutputRow>>;
}
