import { html, nothing, type TemplateResult } from 'lit';
import { clearFilterIcon, closeIcon, selectAllIcon } from '../shared/control-icons.js';
import { choicesView } from './choices-view.js';
import { contactsView } from './contacts-view.js';
import { datesView } from './dates-view.js';
import { dateFault, isEmpty, type DateMode, type FilterDraft } from './filter-draft.js';
import type { Choice } from './filter-panel-options.js';
import type { FilterPanelStrings } from './filter-panel-strings.js';

/** All that the panel shows. */
export interface FilterPanelModel {
  readonly draft: FilterDraft;
  /** null: the group is not shown. */
  readonly types: readonly Choice<string>[] | null;
  readonly contacts: readonly Choice<string | null>[] | null;
  readonly hasDates: boolean;
  /** Bounds of the date pickers. */
  readonly min: string;
  readonly max: string;
  readonly isExpanded: boolean;
  readonly search: string;
  readonly strings: FilterPanelStrings;
  readonly locale: string;
}

/** What a person can do. */
export interface FilterPanelActions {
  readonly apply: () => void;
  readonly cancel: () => void;
  readonly escape: (event: Event) => void;
  readonly closed: () => void;
  readonly clearAll: () => void;
  readonly selectAll: () => void;
  readonly toggleType: (type: string) => void;
  readonly toggleContact: (contactId: string | null) => void;
  readonly expand: () => void;
  readonly search: (text: string) => void;
  readonly chooseDates: (dates: DateMode) => void;
  readonly setFrom: (day: string) => void;
  readonly setTo: (day: string) => void;
}

export function filterPanelView(model: FilterPanelModel, actions: FilterPanelActions): TemplateResult {
  const { draft, types, contacts, hasDates, strings, locale } = model;
  const isBlocked = hasDates && dateFault(draft) !== null;
  return html`<dialog
    class="panel"
    part="base"
    aria-labelledby="title"
    @cancel=${actions.escape}
    @close=${actions.closed}
  >
    <div class="frame">
      <header class="header" part="header">
        <h2 class="title" part="title" id="title">${strings.title}</h2>
        <button
          class="icon-button"
          part="close"
          type="button"
          aria-label=${strings.close}
          @click=${actions.cancel}
        >
          ${closeIcon}
        </button>
      </header>
      ${commandsView(model, actions)}
      <div class="groups" part="groups">
        ${
          types
            ? choicesView({
                part: 'types',
                title: strings.types,
                choices: types,
                selected: draft.types,
                onToggle: actions.toggleType,
                strings,
                locale,
              })
            : nothing
        }
        ${contacts ? contactsView(contacts, model, actions) : nothing}
        ${hasDates ? datesView(model, actions) : nothing}
      </div>
      <footer class="footer" part="footer">
        <button
          class="solid-button"
          part="apply"
          type="button"
          ?disabled=${isBlocked}
          @click=${actions.apply}
        >
          ${strings.apply}
        </button>
        <button class="outline-button" part="cancel" type="button" @click=${actions.cancel}>
          ${strings.cancel}
        </button>
      </footer>
    </div>
  </dialog>`;
}

/** Clear all stays focusable when there is nothing to clear: it is disabled by its own work, and would lose the focus. */
function commandsView(
  { draft, strings }: FilterPanelModel,
  { clearAll, selectAll }: FilterPanelActions,
): TemplateResult {
  const isNothing = isEmpty(draft);
  return html`<div class="commands" part="commands">
    <button
      class="text-button"
      part="clear-all"
      type="button"
      aria-disabled=${isNothing ? 'true' : 'false'}
      @click=${clearAll}
    >
      ${clearFilterIcon}${strings.clearAll}
    </button>
    <button class="text-button" part="select-all" type="button" @click=${selectAll}>
      ${selectAllIcon}${strings.selectAll}
    </button>
  </div>`;
}
