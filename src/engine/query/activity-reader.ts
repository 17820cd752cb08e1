import type { Activity } from '../../model/activity.js';
import { formatTimestamp, DateReader } from '../../model/dates.js';
import { activityId } from '../../model/ids.js';
import { timeZone } from '../../model/time-zone.js';
import { canonicalNumber } from '../ingest/canonical-number.js';
import type { ActivityChunk } from '../store/activity-chunk.js';
import type { ByteList } from '../store/byte-list.js';
import type { ActivityColumn, ActivitySegment } from '../store/records.js';

/** Dictionaries of a segment's coded columns, by column number. */
export type Dictionaries = ReadonlyMap<number, ByteList>;

/** Makes the objects of shown rows; everything before it worked on numbers and bytes (design § 4.2). */
export function readActivity(
  segment: ActivitySegment,
  chunk: ActivityChunk,
  row: number,
  customerId: string,
  dictionaries: Dictionaries,
): Activity {
  let sourceActivityId = '';
  let attributes: Record<string, string> | undefined;
  const parts: { title: string; detail?: string; url?: string } = { title: '' };
  segment.columns.forEach((column, i) => {
    const text = textOf(chunk, row, i, column, dictionaries);
    if (column.role === 'id') sourceActivityId = text;
    else if (column.role === 'title') parts.title = text;
    else if (text === '') return;
    else if (column.role === 'attribute') {
      attributes ??= {};
      attributes[column.key ?? ''] = normalForm(text, column);
    } else parts[column.role] = text;
  });
  return {
    activityId: activityId(segment.sourceTable, segment.definition, sourceActivityId),
    customerId,
    sourceTable: segment.sourceTable,
    sourceActivityId,
    type: segment.type,
    timestamp: formatTimestamp(chunk.times[row], chunk.hasTime(row)),
    ...parts,
    ...contactOf(chunk, row),
    ...(attributes === undefined ? {} : { attributes }),
  };
}

function contactOf({ contacts }: ActivityChunk, row: number): { contactId?: string; contactName?: string } {
  const code = contacts?.codes[row] ?? 0;
  if (contacts === null || code === 0) return {};
  return { contactId: contacts.keys.text(code - 1), contactName: contacts.names.text(code - 1) };
}

function textOf(
  chunk: ActivityChunk,
  row: number,
  column: number,
  { coded }: ActivityColumn,
  dictionaries: Dictionaries,
): string {
  const dictionary = coded ? dictionaries.get(column) : undefined;
  return dictionary === undefined ? chunk.text(column, row) : dictionary.text(chunk.codes(column)[row]);
}

/** Attributes in normalised text: plain decimals, ISO 8601 (D 2). What cannot be read stays as it is. */
export function normalForm(
  text: string,
  { form, dateOrder, timeZone: zone }: Pick<ActivityColumn, 'form' | 'dateOrder' | 'timeZone'>,
): string {
  if (form === 'number') return canonicalNumber(text.trim());
  if (form === 'text') return text;
  const order = dateOrder ?? 'mdy';
  const reader = new DateReader(zone === undefined ? { order } : { order, zone: timeZone(zone) });
  return reader.readText(text) ? formatTimestamp(reader.time, reader.hasTime) : text;
}
