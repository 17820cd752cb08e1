import { classifyDate, DATE_READABLE_DMY, DATE_READABLE_MDY } from '../model/dates.js';
import type { CheckedRows, KeyHop, RowCheck, RowsQuery } from '../model/tables.js';
import { readHop, requireChain } from './profile-path.js';
import { ByteTable } from './store/byte-table.js';
import { pageEnds, pageSpan } from './query/row-pages.js';
import { rowsWithText } from './query/rows-with-text.js';
import type { LoadedColumn } from './store/column-chunk.js';
import type { TableSegment } from './store/records.js';
import type { View } from './store/storage.js';
import { columnIndex, loadColumn, readRows } from './store/table-reader.js';
import { isBlank } from './unify/row-keys.js';

/** A row that a check counts, and for an orphan the relationship that leads nowhere, from 1. */
interface Finding {
  readonly row: number;
  readonly hop?: number;
}

/**
 * The rows behind a figure of {@link profileColumn} or {@link profilePath}: as many as it says where the query leaves
 * none of them out, in the table's order.
 */
export async function checkRows(
  view: View,
  tableOf: (name: string) => Promise<TableSegment>,
  check: RowCheck,
  query: RowsQuery,
): Promise<CheckedRows> {
  const span = pageSpan(query);
  if (check.kind === 'orphan') requireChain(check.hops);
  const table = await tableOf(check.kind === 'orphan' ? check.hops[0].from.table : check.table);
  const counted =
    check.kind === 'orphan'
      ? await orphans(view, tableOf, check.hops)
      : byValue(await loadColumn(view, table, columnIndex(table, check.column)), judgeOf(check, table));
  const { hop: wanted } = query;
  const ofHop = wanted === undefined ? counted : counted.filter(({ hop }) => hop === wanted);
  const found = await rowsWithText(view, table, ofHop, query.text);
  const shown = found.slice(span.start, span.end);
  const rows = await readRows(
    view,
    table,
    shown.map(({ row }) => row),
  );
  return {
    ...pageEnds(span, found.length),
    rows: shown.map(({ hop }, place) => ({
      line: rows[place].line,
      values: rows[place].values,
      ...(hop !== undefined && { hop }),
    })),
  };
}

/** Says of a value, from `start` up to `end`, whether the check counts a row that holds it. */
type Judge = (bytes: Uint8Array, start: number, end: number) => boolean;

function judgeOf(check: Exclude<RowCheck, { kind: 'orphan' }>, table: TableSegment): Judge {
  switch (check.kind) {
    case 'key-empty':
      return isBlank;
    case 'key-duplicate': {
      const seen = new ByteTable();
      return (bytes, start, end) => {
        if (isBlank(bytes, start, end)) return false;
        const { size } = seen;
        return seen.intern(bytes, start, end) < size;
      };
    }
    case 'date-unreadable': {
      const settled = table.columns[columnIndex(table, check.column)].dates?.order;
      const isDayFirst = (check.dateOrder ?? settled) === 'dmy';
      const readable = isDayFirst ? DATE_READABLE_DMY : DATE_READABLE_MDY;
      return (bytes, start, end) =>
        !isBlank(bytes, start, end) && (classifyDate(bytes, start, end) & readable) === 0;
    }
  }
}

function byValue({ codes, values, rows }: LoadedColumn, isFound: Judge): Finding[] {
  const { bytes, offsets } = values;
  const found: Finding[] = [];
  for (let row = 0; row < rows; row++) {
    const item = codes === null ? row : codes[row];
    if (isFound(bytes, offsets[item], offsets[item + 1])) found.push({ row });
  }
  return found;
}

async function orphans(
  view: View,
  tableOf: (name: string) => Promise<TableSegment>,
  hops: readonly KeyHop[],
): Promise<Finding[]> {
  const found: Finding[] = [];
  let at: { row: number; place: number }[] | null = null;
  for (const [hop, ends] of hops.entries()) {
    const { key, rows } = await readHop(view, tableOf, ends);
    const { codes } = key;
    at ??= Array.from({ length: key.rows }, (_, row) => ({ row, place: row }));
    at = at.flatMap(({ row, place }) => {
      const next = rows[codes === null ? place : codes[place]];
      if (next >= 0) return { row, place: next };
      found.push({ row, hop: hop + 1 });
      return [];
    });
  }
  return found.sort((one, other) => one.row - other.row);
}
