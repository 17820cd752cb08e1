import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { closeIcon } from '../shared/control-icons.js';
import { fill } from '../shared/messages.js';
import { contactNames } from './filter-options.js';
import { readFilter, type TimelineFilter } from './timeline-filter.js';
import type { TimelineModel } from './timeline-model.js';

/** One thing that the panel filters by. */
interface AppliedFilter {
  readonly key: string;
  readonly label: string;
  /** The filter without it. */
  readonly rest: () => TimelineFilter;
}

/** A chip with a cross for each type, contact and date that the panel set, in this order (§ 7.2). */
export function appliedFiltersView(
  model: TimelineModel,
  onRemove: (rest: TimelineFilter, place: number) => void,
): TemplateResult | typeof nothing {
  const { strings } = model.text;
  const applied = appliedFilters(model);
  if (applied.length === 0) return nothing;
  return html`<ul class="applied-filters" part="applied-filters" role="list" aria-label=${strings.applied}>
    ${repeat(
      applied,
      ({ key }) => key,
      ({ label, rest }, place) =>
        html`<li>
          <button
            class="applied-filter"
            part="applied-filter"
            type="button"
            aria-label=${fill(strings.removeFilter, { filter: label })}
            @click=${() => onRemove(rest(), place)}
          >
            <bdi class="applied-label">${label}</bdi>${closeIcon}
          </button>
        </li>`,
    )}
  </ul>`;
}

/** All that the list is filtered by, in words: icons, panel and search. */
export function filterLabels(model: TimelineModel): string[] {
  const { filter, typeName, text } = model;
  return [
    ...(filter.icons ?? []).map(typeName),
    ...appliedFilters(model).map(({ label }) => label),
    ...(filter.text ? [fill(text.strings.printSearch, { text: filter.text })] : []),
  ];
}

function appliedFilters(model: TimelineModel): AppliedFilter[] {
  const { filter, typeName, text } = model;
  const { types = [], contacts = [], from, to } = filter;
  const names = contacts.length > 0 ? contactNames(model) : new Map<string | null, string>();
  const { after, before, notMapped } = text.strings;
  const without = (change: TimelineFilter) => () => readFilter({ ...filter, ...change });
  return [
    ...types.map((type) => ({
      key: `type ${type}`,
      label: typeName(type),
      rest: () => readFilter({ ...filter, types: types.filter((other) => other !== type) }),
    })),
    ...contacts.map((contactId) => ({
      key: contactId === null ? 'nobody' : `contact ${contactId}`,
      label: contactId === null ? notMapped : (names.get(contactId) ?? contactId),
      rest: () => readFilter({ ...filter, contacts: contacts.filter((other) => other !== contactId) }),
    })),
    ...(from
      ? [{ key: 'from', label: fill(after, { date: text.date(from) }), rest: without({ from: '' }) }]
      : []),
    ...(to ? [{ key: 'to', label: fill(before, { date: text.date(to) }), rest: without({ to: '' }) }] : []),
  ];
}
