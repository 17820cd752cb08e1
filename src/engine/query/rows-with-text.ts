import { searchText } from '../../model/search-text.js';
import type { TableSegment } from '../store/records.js';
import type { View } from '../store/storage.js';
import { loadColumn } from '../store/table-reader.js';
import { TextFinder } from './text-finder.js';

/** Those of some rows of a table that have a text in one of their values, in either case. */
export async function rowsWithText<Entry extends { readonly row: number }>(
  view: View,
  table: TableSegment,
  entries: readonly Entry[],
  text: string | undefined,
): Promise<readonly Entry[]> {
  const wanted = searchText(text);
  if (wanted === '') return entries;
  const finder = new TextFinder(wanted);
  const found = new Set<Entry>();
  for (const column of table.columns.keys()) {
    const { codes, values } = await loadColumn(view, table, column);
    const marks = new Uint8Array(values.length);
    finder.mark(values, 0, values.length, marks);
    for (const entry of entries) {
      if (marks[codes === null ? entry.row : codes[entry.row]] === 1) found.add(entry);
    }
  }
  return entries.filter((entry) => found.has(entry));
}
