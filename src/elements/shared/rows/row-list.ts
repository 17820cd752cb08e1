import type { SetAsideReason } from '../../../model/reports.js';
import type { Row, RowsQuery } from '../../../model/tables.js';

/** A row behind a figure. */
export interface ListedRow {
  /** In its file; 0: no file has it any more. */
  readonly line: number;
  readonly values: Row;
  readonly reason?: SetAsideReason;
  /** The relationship that failed, counted from 1. */
  readonly hop?: number;
}

export interface RowsPage {
  readonly total: number;
  readonly rows: readonly ListedRow[];
  readonly next?: string;
}

/** Which of the rows a person wants to see. */
export interface RowsFilter {
  readonly reason?: SetAsideReason;
  readonly hop?: number;
  readonly text: string;
}

/** Reads a page of the rows behind one figure. */
export type ReadRows = (
  query: RowsQuery & { readonly reason?: SetAsideReason },
  signal: AbortSignal,
) => Promise<RowsPage>;

/** How the rows behind one figure are shown. */
export interface RowsTable {
  /** Name of the table in the title, and in that of files. */
  readonly table: string;
  /** What the figure says, above the rows. */
  readonly about: string;
  /** The table's columns, those that the figure is about first. */
  readonly columns: readonly string[];
  /** Reasons that occur. Fewer than two: nothing to choose, and no column for them. */
  readonly reasons: readonly SetAsideReason[];
  /** Relationships at which rows may fail, by number and in words. Fewer than two: as for reasons. */
  readonly hops: readonly { readonly hop: number; readonly label: string }[];
}
