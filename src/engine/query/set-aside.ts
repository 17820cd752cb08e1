import { AdapterError } from '../../model/errors.js';
import type { ActivityModel, Relationship } from '../../model/model.js';
import type {
  ImportReason,
  RunReason,
  SetAsideFilter,
  SetAsidePage,
  SetAsideReason,
  SetAsideRow,
} from '../../model/reports.js';
import { searchText } from '../../model/search-text.js';
import {
  ASIDE_LINE,
  ASIDE_REASON,
  ASIDE_TEXT,
  FATE,
  VERDICT,
  type ActivityOutput,
  type CustomerSegment,
  type TableSegment,
} from '../store/records.js';
import { Sections } from '../store/sections.js';
import type { View } from '../store/storage.js';
import { columnIndex, loadColumn, readRows, rowAt, textOf } from '../store/table-reader.js';
import { readVerdicts } from '../store/verdicts.js';
import { KEY, KeyIndex } from '../unify/key-index.js';
import { pageEnds, pageSpan, type PageSpan } from './row-pages.js';
import { rowsWithText } from './rows-with-text.js';
import { TextFinder } from './text-finder.js';

const PRESET_LIMIT = 100;

/** What the reader needs to know of the stored state. */
export interface SetAsideSources {
  view: View;
  output: ActivityOutput | null;
  customers: CustomerSegment | null;
  /** Table segments by number, those of outputs included. */
  table(segment: number): Promise<TableSegment | null>;
  /** Current tables by name. */
  current: Readonly<Record<string, number>>;
  model: ActivityModel;
}

/** One row to describe: where it is and why it was set aside. */
interface Entry {
  row: number;
  reason: RunReason;
  hop?: number;
}

/** Rows that did not become what they should: those of a definition, or those of a table. */
export async function readSetAside(sources: SetAsideSources, filter: SetAsideFilter): Promise<SetAsidePage> {
  const { reason, hop, line, text } = filter;
  const span = pageSpan({ limit: PRESET_LIMIT, ...filter });
  const slice = { ...span, reasons: reason === undefined ? null : [reason].flat(), hop, line, text };
  if (filter.definition !== undefined) return ofDefinition(sources, filter.definition, slice);
  if (filter.table !== undefined) return ofTable(sources, filter.table, slice);
  throw new AdapterError('query-invalid', 'Name the definition or the table whose rows you want to see.');
}

interface Slice extends PageSpan {
  reasons: readonly SetAsideReason[] | null;
  hop: number | undefined;
  line: number | undefined;
  text: string | undefined;
}

/** True for a row that the filter lets through; `row` is that of the line asked for. */
function isWanted(entry: Entry | SetAsideRow, { reasons, hop, line }: Slice, row: number | null): boolean {
  if (reasons !== null && !reasons.includes(entry.reason)) return false;
  if (hop !== undefined && entry.hop !== hop) return false;
  return line === undefined || ('row' in entry ? entry.row === row : entry.line === line);
}

async function ofDefinition(
  sources: SetAsideSources,
  definition: string,
  slice: Slice,
): Promise<SetAsidePage> {
  const { output, view } = sources;
  const segment = output?.segments.find((known) => known.definition === definition);
  if (segment === undefined) return { rows: [], total: 0 };
  const entries: Entry[] = [];
  (await readVerdicts(view, segment)).forEach((verdict, row) => {
    const entry = judged(verdict);
    if (entry !== null) entries.push({ row, ...entry });
  });
  const table = await sources.table(segment.tableSegment);
  const row = table === null ? null : await rowAt(view, table, slice.line);
  const judgedSo = entries.filter((entry) => isWanted(entry, slice, row));
  const wanted = table === null ? judgedSo : await rowsWithText(view, table, judgedSo, slice.text);
  const shown = wanted.slice(slice.start, slice.end);
  const activity = sources.model.activities.find(({ id }) => id === definition);
  const described = table === null ? [] : await describeRows(view, table, shown, activity?.primaryKey);
  const firstHop = sources.model.relationships.find(({ name }) => name === activity?.paths[0]?.[0]);
  return {
    rows: described.map((row) => ({ ...row, definition, ...triedKey(row, firstHop) })),
    ...pageEnds(slice, wanted.length),
  };
}

async function ofTable(sources: SetAsideSources, name: string, slice: Slice): Promise<SetAsidePage> {
  const number = Object.hasOwn(sources.current, name) ? sources.current[name] : undefined;
  const table = number === undefined ? null : await sources.table(number);
  if (table === null) {
    throw new AdapterError('table-missing', `There is no table ${name}. Import it first.`, {
      detail: { table: name },
    });
  }
  const unread = await unreadRows(sources.view, table);
  const entries = [
    ...(await customerRows(sources, name, table)),
    ...(await contactRows(sources, name, table)),
  ];
  const row = await rowAt(sources.view, table, slice.line);
  const lines = unread.filter((entry) => isWanted(entry, slice, row));
  const rowsOf = entries.filter((entry) => isWanted(entry, slice, row));
  const wanted = [
    ...linesWithText(lines, slice.text),
    ...(await rowsWithText(sources.view, table, rowsOf, slice.text)),
  ];
  const shown = wanted.slice(slice.start, slice.end);
  const stored = shown.filter((entry): entry is Entry => 'row' in entry);
  const made = [...(sources.customers?.tables ?? []), ...(sources.output?.contacts?.tables ?? [])];
  const primaryKey = made.find((known) => known.name === name)?.primaryKey;
  const described = await describeRows(sources.view, table, stored, primaryKey);
  const rows = shown.map((entry) => ('row' in entry ? described[stored.indexOf(entry)] : entry));
  return { rows, ...pageEnds(slice, wanted.length) };
}

/** Rows that could not be read have no values: their line is searched. */
function linesWithText(rows: readonly SetAsideRow[], text: string | undefined): readonly SetAsideRow[] {
  const wanted = searchText(text);
  if (wanted === '') return rows;
  const finder = new TextFinder(wanted);
  return rows.filter(({ raw }) => finder.isInText(raw ?? ''));
}

/** Rows that the import could not take. */
async function unreadRows(view: View, table: TableSegment): Promise<SetAsideRow[]> {
  if (table.setAside === 0) return [];
  const [reasons, lines, texts] = await Promise.all(
    [ASIDE_REASON, ASIDE_LINE, ASIDE_TEXT].map((column) => loadColumn(view, table, column)),
  );
  return Array.from({ length: table.setAside }, (_, i) => ({
    reason: textOf(reasons, i) as ImportReason,
    table: table.name,
    line: Number(textOf(lines, i)),
    raw: textOf(texts, i),
  }));
}

/** Rows of a customer table that belong to no customer, when the customers were made of this very table. */
async function customerRows(
  { customers, view }: SetAsideSources,
  name: string,
  table: TableSegment,
): Promise<Entry[]> {
  const position = customers?.tables.findIndex((customerTable) => customerTable.name === name) ?? -1;
  if (customers === null || position < 0 || customers.inputs[name] !== table.segment) return [];
  const key = [customers.segment, position, 1];
  const chunk = await view.first(key, key);
  if (chunk === undefined) return [];
  const entries: Entry[] = [];
  new Sections(chunk).u8(0).forEach((fate, row) => {
    if (fate === FATE.keyEmpty) entries.push({ row, reason: 'key-empty' });
    else if (fate === FATE.leftOut) entries.push({ row, reason: 'left-out' });
  });
  return entries;
}

/** Rows of a contact table that are no contact of their own, when the contacts were made of this very table (D 50). */
async function contactRows(
  { output, view }: SetAsideSources,
  name: string,
  table: TableSegment,
): Promise<Entry[]> {
  const contacts = output?.contacts;
  const made = contacts?.tables.find((contactTable) => contactTable.name === name);
  if (made === undefined || contacts?.inputs[name] !== table.segment) return [];
  const column = columnIndex(table, made.primaryKey);
  const { states } = new KeyIndex(await loadColumn(view, table, column), table.columns[column].type);
  const entries: Entry[] = [];
  states.forEach((state, row) => {
    if (state === KEY.empty) entries.push({ row, reason: 'key-empty' });
    else if (state === KEY.duplicate) entries.push({ row, reason: 'key-duplicate' });
  });
  return entries;
}

async function describeRows(
  view: View,
  table: TableSegment,
  entries: readonly Entry[],
  primaryKey: string | undefined,
): Promise<SetAsideRow[]> {
  const rows = await readRows(
    view,
    table,
    entries.map(({ row }) => row),
  );
  return entries.map(({ reason, hop }, i) => ({
    reason,
    table: table.name,
    line: rows[i].line,
    ...(primaryKey === undefined ? {} : { key: rows[i].values[primaryKey] }),
    ...(hop === undefined ? {} : { hop }),
    values: rows[i].values,
  }));
}

/** The key that led nowhere is in the row itself when its first hop failed (D 57). */
function triedKey({ hop, values }: SetAsideRow, firstHop: Relationship | undefined): { triedKey?: string } {
  if (hop !== 1 || firstHop === undefined || values === undefined) return {};
  return { triedKey: values[firstHop.from.column] };
}

/** Why a row of this verdict is not shown; null for one that is, or could be. */
export function judged(verdict: number): { reason: RunReason; hop?: number } | null {
  if (verdict >= 0) return verdict >= VERDICT.undated ? { reason: 'no-valid-date' } : null;
  if (verdict === VERDICT.keyEmpty) return { reason: 'key-empty' };
  if (verdict === VERDICT.keyDuplicate) return { reason: 'key-duplicate' };
  return { reason: 'orphan', hop: -verdict };
}
