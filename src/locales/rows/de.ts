import type { RowsStrings } from '../../elements/shared/rows/rows-strings.js';

/** The rows behind a figure, in German. */
export const rows: RowsStrings = {
  show: 'Zeilen anzeigen',
  loading: 'Zeilen werden geladen',
  failed: 'Die Zeilen konnten nicht gelesen werden.',
  retry: 'Erneut versuchen',
  shown: '{count} von {total} Zeilen',
  none: 'Keine Zeile passt.',
  line: 'Zeile',
  reason: 'Grund',
  hop: 'Führt ins Leere',
  search: 'Zeilen durchsuchen',
  anyReason: 'Jeder Grund',
  anyHop: 'Jeder Schlüssel',
  reasons: {
    'key-empty': 'Kein Schlüssel',
    'key-duplicate': 'Schlüssel kam schon vor',
    orphan: 'Erreicht keinen Kunden',
    'no-valid-date': 'Kein gültiges Datum',
    'left-out': 'Ausgelassen',
  },
  more: 'Weitere Zeilen anzeigen',
  exportCsv: 'Als CSV exportieren',
  exportNdjson: 'Als NDJSON exportieren',
  exporting: 'Zeilen werden exportiert: {count} von {total}',
  exported: { one: '{count} Zeile exportiert.', other: '{count} Zeilen exportiert.' },
  exportError: 'Die Zeilen konnten nicht exportiert werden.',
  cancelExport: 'Export abbrechen',
};
