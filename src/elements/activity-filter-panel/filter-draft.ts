import { isDay, readFilter, type TimelineFilter } from '../activity-timeline/timeline-filter.js';

/** Which of the four ways of choosing dates is selected (§ 7.5). */
export type DateMode = 'all' | 'before' | 'after' | 'between';

/** What a person has selected and not yet applied, as one value. */
export interface FilterDraft {
  readonly types: ReadonlySet<string>;
  readonly contacts: ReadonlySet<string | null>;
  readonly dates: DateMode;
  /** Calendar day `YYYY-MM-DD`; empty: none chosen yet. It stays while another way is tried. */
  readonly from: string;
  readonly to: string;
}

/** What keeps a draft from being applied: no date that a filter can have, or dates in the wrong order (D 45). */
export type DateFault = 'missing' | 'turned';

export const EMPTY_DRAFT: FilterDraft = {
  types: new Set(),
  contacts: new Set(),
  dates: 'all',
  from: '',
  to: '',
};

export function draftOf({ types, contacts, from = '', to = '' }: TimelineFilter): FilterDraft {
  return {
    types: new Set(types),
    contacts: new Set(contacts),
    dates: from && to ? 'between' : from ? 'after' : to ? 'before' : 'all',
    from,
    to,
  };
}

/** The filter with the draft in the place of what the panel can change; icons and text stay (D 33). */
export function applyDraft({ icons, text }: TimelineFilter, draft: FilterDraft): TimelineFilter {
  const { types, contacts, dates, from, to } = draft;
  return readFilter({
    icons,
    text,
    types: [...types],
    contacts: [...contacts],
    ...(usesFrom(dates) && { from }),
    ...(usesTo(dates) && { to }),
  });
}

/** Adds the key to a selection, or takes it out. */
export function toggle<Key>(selected: ReadonlySet<Key>, key: Key): ReadonlySet<Key> {
  const toggled = new Set(selected);
  if (!toggled.delete(key)) toggled.add(key);
  return toggled;
}

export function isEmpty({ types, contacts, dates }: FilterDraft): boolean {
  return types.size === 0 && contacts.size === 0 && dates === 'all';
}

export function dateFault({ dates, from, to }: FilterDraft): DateFault | null {
  if ((usesFrom(dates) && !isDay(from)) || (usesTo(dates) && !isDay(to))) return 'missing';
  return dates === 'between' && from > to ? 'turned' : null;
}

export function usesFrom(dates: DateMode): boolean {
  return dates === 'after' || dates === 'between';
}

export function usesTo(dates: DateMode): boolean {
  return dates === 'before' || dates === 'between';
}
