import type { RunReason } from '../../../model/reports.js';
import type { PluralForms } from '../messages.js';

/** Every text of the pane with the rows behind a figure. `{name}` is a place for a value. */
export interface RowsStrings {
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
  more: 'Show more rows',
  exportCsv: 'Export as CSV',
  exportNdjson: 'Export as NDJSON',
  exporting: 'Exporting rows: {count} of {total}',
  exported: { one: '{count} row exported.', other: '{count} rows exported.' },
  exportError: 'The rows could not be exported.',
  cancelExport: 'Cancel export',
};
