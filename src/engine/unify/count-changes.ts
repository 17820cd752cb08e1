import type { ChangeCounts } from '../../model/reports.js';
import { normalForm } from '../query/activity-reader.js';
import { compareBytes, type ByteList } from '../store/byte-list.js';
import type { LoadedColumn } from '../store/column-chunk.js';
import { VERDICT, type ActivityColumn, type TimeForm } from '../store/records.js';
import { textOf } from '../store/table-reader.js';
import type { RowContacts } from './contact-sections.js';
import { itemOf, RowMatch, sameValues } from './row-match.js';
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
  const match = new RowMatch(former.verdicts, former.fields[0].column, now.fields[0].column);
  const isSame = rowComparison(former, now);
  let [written, changed, unchanged] = [0, 0, 0];
  for (let row = 0; row < now.verdicts.length; row++) {
    if (row % ROWS_A_STEP === 0) yield;
    if (now.verdicts[row] < 0) continue;
    written++;
    const before = match.find(row);
    if (before < 0) continue;
    if (isSame(before, row)) unchanged++;
    else changed++;
  }
  const matched = changed + unchanged;
  return { added: written - matched, removed: countWritten(former.verdicts) - matched, changed, unchanged };
}

export function countWritten(verdicts: Int32Array): number {
  let count = 0;
  for (const verdict of verdicts) if (verdict >= 0) count++;
  return count;
}

type RowComparison = (before: number, after: number) => boolean;

/** Says whether two rows of one key came out the same. */
function rowComparison(former: WrittenRows, now: WrittenRows): RowComparison {
  if (former.type !== now.type) return () => false;
  const ordinals = ordinalsIn(former.ids, now.ids);
  const comparisons = [
    timeComparison(former, now),
    ...fieldComparisons(former.fields, now.fields),
    contactComparison(former.contacts, now.contacts),
  ];
  return (before, after) => {
    const customer = ordinals[former.verdicts[before] & ~VERDICT.undated];
    if (customer !== (now.verdicts[after] & ~VERDICT.undated)) return false;
    for (const isSame of comparisons) if (!isSame(before, after)) return false;
    return true;
  };
}

function timeComparison(former: WrittenRows, now: WrittenRows): RowComparison {
  const [a, b] = [former.timestamp, now.timestamp];
  const isSameForm = JSON.stringify(former.timeForm) === JSON.stringify(now.timeForm);
  const isSameText = sameValues(a, b);
  const timeBefore = timeOf(a, former.timeForm);
  const timeAfter = timeOf(b, now.timeForm);
  return (before, after) =>
    (isSameForm && isSameText(before, after)) || timeBefore(before) === timeAfter(after);
}

/** A row's time as a value to compare: a date is not the timestamp of its midnight. */
function timeOf(column: LoadedColumn, form: TimeForm): (row: number) => string {
  const reader = makeTimeReader(form);
  return (row) => {
    const { bytes, offsets } = column.values;
    const item = itemOf(column, row);
    return reader.read(bytes, offsets[item], offsets[item + 1]) ? `${reader.time}/${reader.hasTime}` : '';
  };
}

function fieldComparisons(former: readonly WrittenField[], now: readonly WrittenField[]): RowComparison[] {
  const nameOf = ({ form }: WrittenField): string => JSON.stringify([form.role, form.key]);
  const before = new Map(former.map((field) => [nameOf(field), field]));
  const after = new Map(now.map((field) => [nameOf(field), field]));
  return [...new Set([...before.keys(), ...after.keys()])].map((name) =>
    fieldComparison(before.get(name), after.get(name)),
  );
}

/** A column that one side does not have is empty there. */
function fieldComparison(a: WrittenField | undefined, b: WrittenField | undefined): RowComparison {
  if (a === undefined || b === undefined) {
    const isEmptyBefore = a === undefined ? isNothing : isEmptyIn(a.column);
    const isEmptyAfter = b === undefined ? isNothing : isEmptyIn(b.column);
    return (before, after) => isEmptyBefore(before) && isEmptyAfter(after);
  }
  const isSameForm = JSON.stringify(a.form) === JSON.stringify(b.form);
  const isSameText = sameValues(a.column, b.column);
  const isText = isSameForm && a.form.form === 'text';
  return (before, after) => {
    if (isSameForm && isSameText(before, after)) return true;
    if (isText) return false;
    return normalForm(textOf(a.column, before), a.form) === normalForm(textOf(b.column, after), b.form);
  };
}

const isNothing = (): boolean => true;

function isEmptyIn(column: LoadedColumn): (row: number) => boolean {
  return (row) => column.values.isEmpty(itemOf(column, row));
}

/** A reader sees the key of a contact and the name: where one of them differs, so does the row. */
function contactComparison(former: RowContacts | null, now: RowContacts | null): RowComparison {
  return (before, after) => {
    const [a, b] = [former?.ofRow[before] ?? -1, now?.ofRow[after] ?? -1];
    if (former === null || now === null || a < 0 || b < 0) return a < 0 && b < 0;
    return isSameItem(former.keys, a, now.keys, b) && isSameItem(former.names, a, now.names, b);
  };
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
