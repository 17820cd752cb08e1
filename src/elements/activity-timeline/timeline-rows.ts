import type { Activity, ActivityPage } from '../../model/activity.js';
import { AdapterError } from '../../model/errors.js';

const OPTIONAL_TEXTS = ['detail', 'url', 'contactId', 'contactName'] as const;
const REQUIRED_TEXTS = [
  'customerId',
  'sourceTable',
  'sourceActivityId',
  'type',
  'timestamp',
  'title',
] as const;

/**
 * A page as it may be trusted inside: adapters of hosts are not always typed. What is no text becomes an
 * empty or an absent one; rows without an id, or with one twice, are refused, for they could not be told apart.
 */
export function readPage(page: unknown): ActivityPage {
  const { items, next } = asRecord(page);
  if (!Array.isArray(items)) {
    throw invalid('The data source answered without a list of activities.');
  }
  const rows = items.map(readRow);
  if (new Set(rows.map((row) => row.activityId)).size !== rows.length) {
    throw invalid('The data source answered with two activities of the same id.');
  }
  return typeof next === 'string' ? { items: rows, next } : { items: rows };
}

function readRow(value: unknown): Activity {
  const given = asRecord(value);
  const { activityId } = given;
  if (typeof activityId !== 'string' || activityId === '') {
    throw invalid('The data source answered with an activity without an id.');
  }
  const row: Record<string, unknown> = { ...given };
  for (const field of REQUIRED_TEXTS) {
    row[field] = asText(given[field]) ?? '';
  }
  for (const field of OPTIONAL_TEXTS) {
    row[field] = asText(given[field]);
  }
  row['attributes'] = readAttributes(given['attributes']);
  // Every required field was made a text above.
  return row as unknown as Activity;
}

function readAttributes(value: unknown): Readonly<Record<string, string>> | undefined {
  const entries = Object.entries(asRecord(value)).flatMap(([key, given]) => {
    const text = typeof given === 'boolean' ? String(given) : asText(given);
    return text === undefined ? [] : [[key, text] as const];
  });
  return entries.length === 0 ? undefined : Object.fromEntries(entries);
}

function asRecord(value: unknown): Readonly<Record<string, unknown>> {
  return value instanceof Object ? (value as Record<string, unknown>) : {};
}

function asText(value: unknown): string | undefined {
  return typeof value === 'string' ? value : typeof value === 'number' ? String(value) : undefined;
}

/** An adapter that sends its reader in circles: it would be read for ever. */
export function samePosition(): AdapterError {
  return invalid('The data source answered with the same page position twice.');
}

function invalid(message: string): AdapterError {
  return new AdapterError('response-invalid', message);
}
