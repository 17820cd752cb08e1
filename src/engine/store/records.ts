import type { DateColumnFacts } from '../../model/dates.js';
import type { ActivityDefinition, ColumnType, DateOrder } from '../../model/model.js';
import type {
  DefinitionReport,
  ImportReport,
  RunReport,
  UnifyReport,
  ContactTableReport,
} from '../../model/reports.js';

/** Key of {@link Current}. */
export const CURRENT = 'current';
/** Key of {@link StoredModel}. */
export const MODEL = 'model';

/**
 * The one record that says which segments count: replaced in one strict transaction, it is the commit point of
 * every import and every run (design § 4.1).
 */
export interface Current {
  /** Grows by one with each commit. */
  generation: number;
  /** Table name → segment. */
  tables: Record<string, number>;
  /** Segment of the unified customers. */
  customers: number | null;
  /** Number of the {@link ActivityOutput}. */
  activities: number | null;
}

export const NOTHING: Current = {
  generation: 0,
  tables: {},
  customers: null,
  activities: null,
};

/** Key of {@link Lease}. */
export const LEASE = 'lease';

/**
 * Who may write: the job that took the number last. A commit under an older one is refused, so a job that slept
 * while another took over can do no harm (a fencing token).
 */
export interface Lease {
  token: number;
}

/** Key of the deletions that can be undone, a list of {@link Deletion}. */
export const DELETED = 'deleted';

/** Definitions that were deleted, with all that they had, each with its position. */
export interface Deletion {
  token: string;
  /** Milliseconds since 1970. */
  deletedAt: number;
  definitions: [number, ActivityDefinition][];
  segments: [number, ActivitySegment][];
  reports: [number, DefinitionReport][];
}

export interface StoredModel {
  revision: string;
  model: unknown;
}

/** Key of the description of a segment or output. */
export function describedBy(number: number): ['segment', number] {
  return ['segment', number];
}

/** Rows of a column chunk where {@link TableSegment.chunkRows} says nothing, and of rows set aside. */
export const COLUMN_CHUNK_ROWS = 16_384;

/** Chunk number of a column's dictionary: before its chunks. */
export const DICTIONARY = -1;

/** A source table as stored, under {@link describedBy}. */
export interface TableSegment {
  kind: 'table';
  segment: number;
  name: string;
  source: string;
  table: string;
  rows: number;
  /** Rows of each chunk of a column but the last. Absent in tables of before: {@link COLUMN_CHUNK_ROWS}. */
  chunkRows?: number;
  columns: TableColumn[];
  primaryKey?: string;
  importedAt: number;
  report: ImportReport;
  /** Line of the first row; others follow one by one where no line numbers are stored. */
  firstLine: number;
  /** Rows set aside at the import; their reason, line and text are the columns -2, -3 and -4. */
  setAside: number;
}

export interface TableColumn {
  name: string;
  type: ColumnType;
  empty: number;
  /** The column has a dictionary: chunk -1. */
  dictionary: boolean;
  dates?: DateColumnFacts;
}

/** Column numbers of a table segment that are not the user's. */
export const LINES = -1;
export const ASIDE_REASON = -2;
export const ASIDE_LINE = -3;
export const ASIDE_TEXT = -4;

/** Which table segments an output was made from. */
export type Inputs = Record<string, number>;

/** Unified customers, under {@link describedBy}. */
export interface CustomerSegment {
  kind: 'customers';
  segment: number;
  inputs: Inputs;
  /** The part of the model that it was made by, as JSON. */
  config: string;
  /**
   * Customer table → the segment of customers in which its rows were first assigned as they are here: equal numbers
   * mean that no row of the table has another customer.
   */
  assignments: Record<string, number>;
  /**
   * Customer tables in order; the chunk [segment, i, 0] maps rows to customers, [segment, i, 1] has their fate. Where
   * there are some, [segment, i, 2] has rows that are one record and [segment, i, 3] matches with tables above.
   */
  tables: { name: string; primaryKey: string }[];
  fields: { name: string; semantic?: string }[];
  customers: number;
  /** Customers that had other ids before. */
  formerIds: number;
  /** Milliseconds since 1970. */
  madeAt: number;
  report: UnifyReport;
}

/** What became of a row of a customer table. */
export const FATE = {
  customer: 0,
  matched: 1,
  duplicate: 2,
  keyEmpty: 3,
  leftOut: 4,
} as const;

/** The activities of all definitions, under {@link describedBy}. */
export interface ActivityOutput {
  kind: 'activities';
  segment: number;
  customers: number;
  /** Null where there are none: individuals, or accounts without contact tables. */
  contacts: ContactOutput | null;
  segments: ActivitySegment[];
  report: StoredRunReport;
}

/** The contacts of all contact tables (D 72), in chunks as store/contact-chunk.ts says. */
export interface ContactOutput {
  segment: number;
  /** Contact tables in the order of the model. */
  tables: { name: string; source: string; table: string; primaryKey: string }[];
  /** Attributes that are kept (§ 3.6), ContactId aside. */
  attributes: string[];
  contacts: number;
  /** What it was made of, as in {@link ActivitySegment}. */
  config: string;
  inputs: Inputs;
  assignments: Record<string, number>;
  report: readonly ContactTableReport[];
}

/** A report without what changes after the run. */
export type StoredRunReport = Omit<RunReport, 'outOfDate' | 'definitions'> & {
  definitions: readonly DefinitionReport[];
};

/** The activities of one definition: dated ones in one segment, the others beside them. */
export interface ActivitySegment {
  definition: string;
  name: string;
  type: string;
  icon?: string;
  /** `DataSource_Table`. */
  sourceTable: string;
  /** Table inside its data source, for chip labels (D 31). */
  table: string;
  tableSegment: number;
  hidden: boolean;
  /** Segment of the dated rows; null when there is none. */
  dated: number | null;
  rows: number;
  /** Segment of rows without a valid date (D 51). */
  undated: number | null;
  undatedRows: number;
  columns: ActivityColumn[];
  /** A path leads through contacts, so that each row has one or none. */
  hasContacts: boolean;
  timestamp: { source: string; form: TimeForm };
  /** Segment with what became of each row of the table: one chunk of verdicts ({@link VERDICT}). */
  verdicts: number;
  /** The customers that the verdicts name by ordinal. */
  customers: number;
  /** Everything of the model that the rows depend on, as text to compare. */
  config: string;
  /** Tables on the paths, the definition's own included. */
  inputs: Inputs;
  /** {@link CustomerSegment.assignments} of the tables at the ends of the paths. */
  assignments: Record<string, number>;
}

/**
 * What became of a row of an activity table: the ordinal of its customer, with a flag when it has no valid date;
 * minus the hop that failed; or one of these.
 */
export const VERDICT = { keyEmpty: -101, keyDuplicate: -102, undated: 1 << 30 } as const;

/** How the timestamps of a definition are read. */
export interface TimeForm {
  type: ColumnType;
  order: DateOrder;
  /** Zone of date-times without one. Absent: UTC. */
  timeZone?: string;
}

/** A column of an activity segment; text sections follow each other in this order. */
export interface ActivityColumn {
  role: 'id' | 'title' | 'detail' | 'url' | 'attribute';
  /** Column of the table. */
  source: string;
  /** Attribute key. */
  key?: string;
  /** How an attribute's text is put into normal form (D 2). */
  form: 'text' | 'number' | 'date';
  dateOrder?: DateOrder;
  timeZone?: string;
  /** Rows hold codes of the dictionary [segment, column number, 0]; else the text itself. */
  coded: boolean;
}
