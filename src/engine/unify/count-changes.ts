import type { ChangeCounts } from '../../model/reports.js';
import { normalForm } from '../query/activity-reader.js';
import { compareBytes, type ByteList } from '../store/byte-list.js';
import type { LoadedColumn } from '../store/column-chunk.js';
import { VERDICT, type ActivityColumn, type TimeForm } from '../store/records.js';
import { RowTexts } from '../store/row-texts.js';
import type { RowContacts } from './contact-sections.js';
import { markDifferences } from './mark-differences.js';
import { matchRows } from './match-rows.js';
import { itemOf } from './row-match.js';
import { makeTimeReader } from './time-reader.js';

/** The rows that a definition wrote, as far as they are compared with those of another run. */
export interface WrittenRows {
  type: string;
  /** One for each row of the table ({@link VERDICT}). */
  verdicts: Int32Array;
  /** Customers by ordinal, in order, 16 bytes each. */
  ids: Uint8Array;
  timestamp: LoadedColumn;
  timeForm: TimeForm;
  /** Columns of the output, the key first. Those of the same role and attribute are compared. */
  fields: readonly WrittenField[];
  /** Null when no path led through contacts. */
  contacts: RowContacts | null;
}

export interface WrittenField {
  column: LoadedColumn;
  form: Pick<ActivityColumn, 'role' | 'key' | 'form' | 'dateOrder' | 'timeZone'>;
}

const ROWS_A_STEP = 8192;

/** Counts rows that came, went, became others and stayed (D 60). Yields now and then, so that the caller can pause. */
export function* countChanges(former: WrittenRows, now: WrittenRows): Generator<void, ChangeCounts, void> {
  const before = yield* matchRows(
    { verdicts: former.verdicts, key: former.fields[0].column },
    { verdicts: now.verdicts, key: now.fields[0].column },
  );
  const isChanged = yield* findChanged(former, now, before);
  let [written, matched, changed] = [0, 0, 0];
  for (let row = 0; row < before.length; row++) {
    if (now.verdicts[row] >= 0) written++;
    if (before[row] < 0) continue;
    matched++;
    changed += isChanged[row];
  }
  return {
    added: written - matched,
    removed: countWritten(former.verdicts) - matched,
    changed,
    unchanged: matched - changed,
  };
}

export function countWritten(verdicts: Int32Array): number {
  let count = 0;
  for (const verdict of verdicts) if (verdict >= 0) count++;
  return count;
}

/** Marks the rows that came out otherwise than the row `before[row]`, one part of them after the other. */
function* findChanged(
  former: WrittenRows,
  now: WrittenRows,
  before: Int32Array,
): Generator<void, Uint8Array, void> {
  const isChanged = new Uint8Array(before.length);
  if (former.type !== now.type) return isChanged.fill(1);
  markOtherCustomers(former, now, before, isChanged);
  const parts = [timeComparison(former, now), ...fieldComparisons(former.fields, now.fields)];
  for (const { columns, isSame } of parts) {
    yield;
    const isOther = new Uint8Array(before.length);
    if (columns === null) isOther.fill(1);
    else markDifferences(columns[0], columns[1], before, isOther);
    for (let row = 0; row < before.length; row++) {
      if (isOther[row] === 0 || before[row] < 0 || isChanged[row] === 1) continue;
      if (row % ROWS_A_STEP === 0) yield;
      if (!isSame(before[row], row)) isChanged[row] = 1;
    }
  }
  yield;
  markOtherContacts(former.contacts, now.contacts, before, isChanged);
  return isChanged;
}

function markOtherCustomers(
  former: WrittenRows,
  now: WrittenRows,
  before: Int32Array,
  isChanged: Uint8Array,
): void {
  const ordinals = ordinalsIn(former.ids, now.ids);
  for (let row = 0; row < before.length; row++) {
    if (before[row] < 0) continue;
    const customer = ordinals[former.verdicts[before[row]] & ~VERDICT.undated];
    if (customer !== (now.verdicts[row] & ~VERDICT.undated)) isChanged[row] = 1;
  }
}

/** How one part of two rows is compared. */
interface Comparison {
  /** Rows with the same text here are the same; null where the text alone does not say that. */
  columns: readonly [before: LoadedColumn, now: LoadedColumn] | null;
  /** Compares two rows whose text differs. */
  isSame: RowComparison;
}

type RowComparison = (before: number, after: number) => boolean;

function timeComparison(former: WrittenRows, now: WrittenRows): Comparison {
  const isSameForm = JSON.stringify(former.timeForm) === JSON.stringify(now.timeForm);
  const timeBefore = timeOf(former.timestamp, former.timeForm);
  const timeAfter = timeOf(now.timestamp, now.timeForm);
  return {
    columns: isSameForm ? [former.timestamp, now.timestamp] : null,
    isSame: (before, after) => timeBefore(before) === timeAfter(after),
  };
}

/** A row's time as a value to compare: a date is not the timestamp of its midnight. */
function timeOf(column: LoadedColumn, form: TimeForm): (row: number) => string {
  const reader = makeTimeReader(form);
  const text = new RowTexts(column);
  return (row) => {
    text.read(row);
    return reader.read(text.bytes, text.start, text.end) ? `${reader.time}/${reader.hasTime}` : '';
  };
}

function fieldComparisons(former: readonly WrittenField[], now: readonly WrittenField[]): Comparison[] {
  const nameOf = ({ form }: WrittenField): string => JSON.stringify([form.role, form.key]);
  const before = new Map(former.map((field) => [nameOf(field), field]));
  const after = new Map(now.map((field) => [nameOf(field), field]));
  return [...new Set([...before.keys(), ...after.keys()])].map((name) =>
    fieldComparison(before.get(name), after.get(name)),
  );
}

/** A column that one side does not have is empty there. */
function fieldComparison(a: WrittenField | undefined, b: WrittenField | undefined): Comparison {
  if (a === undefined || b === undefined) {
    const isEmptyBefore = a === undefined ? isNothing : isEmptyIn(a.column);
    const isEmptyAfter = b === undefined ? isNothing : isEmptyIn(b.column);
    return { columns: null, isSame: (before, after) => isEmptyBefore(before) && isEmptyAfter(after) };
  }
  const isSameForm = JSON.stringify(a.form) === JSON.stringify(b.form);
  const columns = isSameForm ? ([a.column, b.column] as const) : null;
  if (isSameForm && a.form.form === 'text') return { columns, isSame: () => false };
  const [before, now] = [new RowTexts(a.column), new RowTexts(b.column)];
  return {
    columns,
    isSame: (former, row) => normalForm(before.text(former), a.form) === normalForm(now.text(row), b.form),
  };
}

const isNothing = (): boolean => true;

function isEmptyIn(column: LoadedColumn): (row: number) => boolean {
  return (row) => column.values.isEmpty(itemOf(column, row));
}

/** A reader sees the key of a contact and the name: where one of them differs, so does the row. */
function markOtherContacts(
  former: RowContacts | null,
  now: RowContacts | null,
  before: Int32Array,
  isChanged: Uint8Array,
): void {
  if (former === null && now === null) return;
  for (let row = 0; row < before.length; row++) {
    if (before[row] < 0) continue;
    const [a, b] = [former?.ofRow[before[row]] ?? -1, now?.ofRow[row] ?? -1];
    if (!isSameContact(former, a, now, b)) isChanged[row] = 1;
  }
}

function isSameContact(former: RowContacts | null, a: number, now: RowContacts | null, b: number): boolean {
  if (former === null || now === null || a < 0 || b < 0) return a < 0 && b < 0;
  return isSameItem(former.keys, a, now.keys, b) && isSameItem(former.names, a, now.names, b);
}

function isSameItem(a: ByteList, i: number, b: ByteList, j: number): boolean {
  const [from, to] = [a.offsets, b.offsets];
  return compareBytes(a.bytes, from[i], from[i + 1], b.bytes, to[j], to[j + 1]) === 0;
}

/** For each customer of one list its ordinal in another, or -1. Both are in order. */
export function ordinalsIn(ids: Uint8Array, others: Uint8Array): Int32Array {
  const result = new Int32Array(ids.length / 16).fill(-1);
  let other = 0;
  for (let ordinal = 0; ordinal < result.length && other * 16 < others.length;) {
    const at = ordinal * 16;
    const order = compareBytes(ids, at, at + 16, others, other * 16, other * 16 + 16);
    if (order === 0) result[ordinal++] = other++;
    else if (order < 0) ordinal++;
    else other++;
  }
  return result;
}
