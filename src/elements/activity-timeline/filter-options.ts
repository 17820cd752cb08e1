import type { ActivitySummary } from '../../model/activity.js';
import { isTimestamp } from '../../adapters/shared/activity-time.js';
import { compareText } from '../../model/text-order.js';
import type { ContactOption, FilterPanelOptions } from '../activity-filter-panel/filter-panel-options.js';
import { collator } from '../shared/formatters.js';
import type { RowBook } from './list/row-book.js';
import type { TimelineModel } from './timeline-model.js';

/** What the panel offers for the customer; null while nothing is known or nothing can be filtered. */
export function filterOptions(model: TimelineModel): FilterPanelOptions | null {
  const { state, filter, typeName, locale, canFilterTypes, canFilterContacts, canFilterDates } = model;
  const overall = state.phase === 'idle' ? undefined : state.overall;
  if (!overall || !canFilter(model)) return null;
  const contacts = contactsOf(overall);
  const book = state.phase === 'ready' ? state.book : undefined;
  const counted = overall.types.filter(({ count }) => count > 0);
  const newest = newestTimes(overall, book);
  const order = collator(locale).compare;
  const types = counted
    .map(({ type, count }) => ({ type, count: overall.exact ? count : undefined, label: typeName(type) }))
    .sort(
      (one, other) =>
        compareText(newest.get(other.type) ?? '', newest.get(one.type) ?? '') ||
        order(one.label, other.label),
    );
  // Those that only the filter names can be unchecked; they are called as on their chips.
  const known = new Set(counted.map(({ type }) => type));
  const named = (filter.types ?? []).filter((type) => !known.has(type));
  return {
    ...(canFilterTypes && { types: [...types, ...named.map((type) => ({ type, label: typeName(type) }))] }),
    ...(canFilterContacts && contacts && { contacts }),
    dates: canFilterDates,
    first: overall.first,
    last: overall.last,
  };
}

/** True when the panel has a group to show, and there is something to filter or to take back. */
export function canFilter(model: TimelineModel): boolean {
  const { state, filter, canFilterTypes, canFilterContacts, canFilterDates } = model;
  const overall = state.phase === 'idle' ? undefined : state.overall;
  return (
    overall !== undefined &&
    (overall.total > 0 || Object.keys(filter).length > 0) &&
    (canFilterTypes || canFilterDates || (canFilterContacts && contactsOf(overall) !== undefined))
  );
}

/** Names of contacts by id, for those that the counts name. */
export function contactNames(model: TimelineModel): ReadonlyMap<string | null, string> {
  const overall = model.state.phase === 'idle' ? undefined : model.state.overall;
  const contacts = (overall && contactsOf(overall)) ?? [];
  return new Map(contacts.map(({ contactId, name }) => [contactId, name || contactId || '']));
}

/** Adapters of hosts are not always typed. */
function contactsOf({ contacts }: ActivitySummary): readonly ContactOption[] | undefined {
  return Array.isArray(contacts) ? contacts : undefined;
}

/**
 * When each type was seen last, for the order of D 48. Of an adapter that does not say, the counts tell the month, and
 * the rows that were read tell more where they have the type's newest month.
 */
function newestTimes(overall: ActivitySummary, book: RowBook | undefined): ReadonlyMap<string, string> {
  const newest = new Map<string, string>();
  const note = (type: string, time: string): void => {
    if (time > (newest.get(type) ?? '')) newest.set(type, time);
  };
  if (overall.types.every(({ last, count }) => isTimestamp(last) || count === 0)) {
    for (const { type, last = '' } of overall.types) note(type, last);
    return newest;
  }
  for (const { month, types } of overall.months) {
    for (const type of Object.keys(types)) note(type, month);
  }
  for (const rows of book?.months.values() ?? []) {
    for (const row of rows) if (row) note(row.type, row.timestamp);
  }
  return newest;
}
