import type { RunReason } from '../../../model/reports.js';
import type { PluralForms } from '../messages.js';
import type { TraceStrings } from '../trace-view.js';

/** Every text of the pane with the rows behind a figure. `{name}` is a place for a value. */
export interface RowsStrings extends TraceStrings {
  /** Opens the pane. */
  readonly show: string;
  readonly loading: string;
  readonly failed: string;
  readonly retry: string;
  /** `{count}` of `{total}`. */
  readonly shown: string;
  readonly none: string;
  /** Heads of columns: where a row stands in its file, why it was set aside, and which key leads nowhere. */
  readonly line: string;
  readonly reason: string;
  readonly hop: string;
  readonly search: string;
  readonly anyReason: string;
  readonly anyHop: string;
  readonly reasons: Readonly<Record<RunReason, string>>;
  /** Button at a row that reached no customer, its name with `{line}`, and what it shows, sentence by sentence. */
  readonly why: string;
  readonly whyOf: string;
  readonly whyLoading: string;
  readonly whyError: string;
  /** Head of one of several paths: `{number}`. */
  readonly whyPath: string;
  /** A key on the way that is not there: `{column}`. */
  readonly whyEmpty: string;
  readonly more: string;
  readonly exportCsv: string;
  readonly exportNdjson: string;
  /** An export is under way (`{count}`, `{total}`), is there (`{count}`), or failed. */
  readonly exporting: string;
  readonly exported: PluralForms;
  readonly exportError: string;
  readonly cancelExport: string;
}

export const englishRows: RowsStrings = {
  show: 'Show rows',
  loading: 'Loading rows',
  failed: 'The rows could not be read.',
  retry: 'Try again',
  shown: '{count} of {total} rows',
  none: 'No row matches.',
  line: 'Line',
  reason: 'Reason',
  hop: 'Leads nowhere',
  search: 'Search rows',
  anyReason: 'Any reason',
  anyHop: 'Any key',
  reasons: {
    'key-empty': 'No key',
    'key-duplicate': 'Key occurred before',
    orphan: 'Reaches no customer',
    'no-valid-date': 'No valid date',
    'left-out': 'Left out',
  },
  why: 'Why?',
  whyOf: 'Why line {line} reaches no customer',
  whyLoading: 'Looking it up…',
  whyError: 'This could not be looked up.',
  whyPath: 'Path {number}',
  whyHop: 'Its {column} is {value}, which is the {otherColumn} of a row in {otherTable}.',
  whyNotFound: 'Its {column} is {value}, which is no {otherColumn} in {otherTable}.',
  whyEmpty: 'Its {column} is empty.',
  whyNobody: 'That row belongs to no customer.',
  more: 'Show more rows',
  exportCsv: 'Export as CSV',
  exportNdjson: 'Export as NDJSON',
  exporting: 'Exporting rows: {count} of {total}',
  exported: { one: '{count} row exported.', other: '{count} rows exported.' },
  exportError: 'The rows could not be exported.',
  cancelExport: 'Cancel export',
};
