import type { DateColumnFacts } from '../../src/model/dates.js';
import type { ColumnInfo } from '../../src/model/tables.js';
import { formatCount } from './format.js';

/** What is known of a column's dates, in words; empty for a column without dates. */
export function dateFacts({ type, dates }: ColumnInfo): string {
  if (!dates || (type !== 'date' && type !== 'datetime')) return '';
  return [
    zoneWords(dates),
    orderWords(dates),
    dates.unreadable ? `${formatCount(dates.unreadable, 'value')} unreadable` : '',
  ]
    .filter(Boolean)
    .join(', ');
}

function zoneWords({ readable, withTime, withZone }: DateColumnFacts): string {
  if (withTime === 0) return 'Days without a time';
  if (withZone === 0) return 'Times without a zone';
  return withZone >= readable ? 'Times with their zone' : 'Times, some with their zone';
}

function orderWords({ order }: DateColumnFacts): string {
  if (order === null) return '';
  if (order === 'ambiguous') return 'month or day may come first';
  return order === 'mdy' ? 'month first' : 'day first';
}
