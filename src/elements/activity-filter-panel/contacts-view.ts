import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { numberFormat } from '../shared/formatters.js';
import { searchIcon } from '../shared/control-icons.js';
import { fill } from '../shared/messages.js';
import { choicesView } from './choices-view.js';
import type { Choice } from './filter-panel-options.js';
import type { FilterPanelActions, FilterPanelModel } from './filter-panel-view.js';

/** Contacts that are shown before See all (§ 7.5). */
const FIRST_CONTACTS = 4;

/** Not mapped, then four contacts; all of them with a search box after See all (D 47). */
export function contactsView(
  contacts: readonly Choice<string | null>[],
  { draft, isExpanded, search, strings, locale }: FilterPanelModel,
  { toggleContact, expand, search: onSearch }: FilterPanelActions,
): TemplateResult {
  const people = contacts.filter(({ key }) => key !== null).length;
  const hasMore = people > FIRST_CONTACTS;
  const isWhole = hasMore && isExpanded;
  const shown = isWhole
    ? matching(contacts, search, locale)
    : contacts.slice(0, contacts.length - people + FIRST_CONTACTS);
  return choicesView({
    part: 'contacts',
    title: strings.contacts,
    choices: shown,
    selected: draft.contacts,
    onToggle: toggleContact,
    strings,
    locale,
    before: isWhole
      ? html`<label class="search">
          ${searchIcon}
          <input
            class="field"
            part="search"
            type="search"
            aria-label=${strings.searchContacts}
            placeholder=${strings.searchContacts}
            .value=${live(search)}
            @input=${(event: Event) => onSearch((event.target as HTMLInputElement).value)}
          />
        </label>`
      : nothing,
    after: html`<p class="hint" role="status">
        ${isWhole && shown.length === 0 ? strings.noContacts : nothing}
      </p>
      ${
        hasMore
          ? html`<button
              class="text-button see"
              part="see-all"
              type="button"
              aria-expanded=${isExpanded ? 'true' : 'false'}
              @click=${expand}
            >
              ${isExpanded ? strings.seeLess : fill(strings.seeAll, { count: numberFormat(locale).format(people) })}
            </button>`
          : nothing
      }`,
  });
}

function matching(
  contacts: readonly Choice<string | null>[],
  search: string,
  locale: string,
): readonly Choice<string | null>[] {
  const wanted = search.trim().toLocaleLowerCase(locale);
  return wanted ? contacts.filter(({ label }) => label.toLocaleLowerCase(locale).includes(wanted)) : contacts;
}
