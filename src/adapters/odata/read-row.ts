import type { Activity } from '../../model/activity.js';
import { AdapterError } from '../../model/errors.js';
import { OTHER_TYPE } from '../../model/semantic-types.js';
import type { ActivityColumns } from '../../model/unified-activity.js';

/** A row as a service sends it. */
export type ODataRow = Readonly<Record<string, unknown>>;

/** A row that was read. */
export interface ReadActivity {
  activity: Activity;
  /** The time as the service wrote it, which may be finer than milliseconds: a literal of its `$filter`. */
  written: string;
  time: number;
}

const DATE = /^\d{4}-\d\d-\d\d$/;
const DATE_TIME = /^\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d(?:\.\d{1,12})?)?(?:Z|[+-]\d\d:\d\d)?$/;

/** True for what can be a literal of a time in a `$filter`. */
export function isWrittenTime(value: unknown): value is string {
  return (
    typeof value === 'string' &&
    (DATE.test(value) || DATE_TIME.test(value)) &&
    !Number.isNaN(Date.parse(value))
  );
}

/**
 * Makes an activity of a row. Columns that are empty or missing are survived, except the time: a row without one is
 * `response-invalid`, for it was asked for rows that have one.
 */
export function readActivityRow(row: ODataRow, columns: ActivityColumns): ReadActivity {
  const text = (column: string | undefined): string => textOf(column === undefined ? null : row[column]);
  const value = row[columns.timestamp];
  if (!isWrittenTime(value)) {
    throw new AdapterError(
      'response-invalid',
      `The service sent an activity without a readable time in ${columns.timestamp}. Check the mapping of columns.`,
      { detail: { column: columns.timestamp } },
    );
  }
  const written = DATE.test(value) || /(?:Z|[+-]\d\d:\d\d)$/.test(value) ? value : `${value}Z`;
  const time = Date.parse(written);
  const type = text(columns.type) || OTHER_TYPE;
  const [sourceTable, sourceActivityId] = [text(columns.sourceTable), text(columns.sourceActivityId)];
  const activity: Activity = {
    activityId: text(columns.activityId) || [sourceTable, type, sourceActivityId, written].join('|'),
    customerId: text(columns.customerId),
    sourceTable,
    sourceActivityId,
    type,
    timestamp: DATE.test(written) ? written : new Date(time).toISOString(),
    title: text(columns.title),
    ...optional('detail', text(columns.detail)),
    ...optional('url', text(columns.url)),
    ...optional('contactId', text(columns.contactId)),
    ...optional('contactName', text(columns.contactName)),
    ...attributesOf(text(columns.attributes)),
  };
  return { activity, written, time };
}

export function textOf(value: unknown): string {
  if (typeof value === 'string') return value;
  return typeof value === 'number' || typeof value === 'boolean' ? String(value) : '';
}

function optional<Key extends string>(key: Key, value: string): Partial<Record<Key, string>> {
  return value === '' ? {} : ({ [key]: value } as Record<Key, string>);
}

/** Attributes as D 2 writes them; the documentation does not tell their form, so any other is left alone. */
function attributesOf(json: string): Pick<Activity, 'attributes'> {
  const value = parse(json);
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return {};
  const entries = Object.entries(value).map(([key, part]) => [key, textOf(part)] as const);
  const kept = entries.filter(([key, part]) => part !== '' && key !== '__proto__');
  return kept.length === 0 ? {} : { attributes: Object.fromEntries(kept) };
}

function parse(json: string): unknown {
  try {
    return JSON.parse(json) as unknown;
  } catch {
    return null;
  }
}
