import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { clearFilterIcon, closeIcon, filterIcon, searchIcon } from '../shared/control-icons.js';
import { filterSkeleton, headerSkeleton } from './skeleton-view.js';
import { canFilter } from './filter-options.js';
import { isFiltered } from './timeline-filter.js';
import type { TimelineModel } from './timeline-model.js';
import type { TimelineActions } from './timeline-view.js';
import { menuView } from './tools/menu-view.js';

/** Title, search box, Clear filters and Filter (§ 7.2). */
export function headerView(model: TimelineModel, actions: TimelineActions): TemplateResult {
  const { filter, text, canSearch, willSearch } = model;
  const { strings } = text;
  return html`<header class="header" part="header">
    <h2 class="title" part="title" id="title" tabindex="-1">
      <slot name="title">${strings.title}</slot>
    </h2>
    ${canSearch ? searchView(model, actions) : willSearch ? headerSkeleton : nothing}
    <div class="actions" part="actions">
      ${
        isFiltered(filter)
          ? html`<button
              class="text-button"
              part="clear-filters"
              type="button"
              @click=${actions.clearFilters}
            >
              ${clearFilterIcon}${strings.clearFilters}
            </button>`
          : nothing
      }
      ${
        canFilter(model)
          ? html`<button
              class="text-button filter-button"
              part="filter-button"
              type="button"
              aria-haspopup="dialog"
              @click=${actions.openPanel}
            >
              ${filterIcon}${strings.filter}
            </button>`
          : willSearch
            ? filterSkeleton(strings.filter)
            : nothing
      }
      <slot name="actions"></slot>
      ${menuView(model.tools, text, actions)}
    </div>
  </header>`;
}

function searchView({ search, text }: TimelineModel, actions: TimelineActions): TemplateResult {
  const { strings } = text;
  return html`<div class="search-box" part="search">
    ${searchIcon}
    <input
      class="search-field"
      part="search-field"
      type="search"
      aria-label=${strings.search}
      placeholder=${strings.search}
      autocomplete="off"
      spellcheck="false"
      .value=${live(search)}
      @input=${(event: Event) => actions.typeSearch((event.target as HTMLInputElement).value)}
      @change=${actions.searchNow}
    />
    ${
      search
        ? html`<button
            class="search-clear"
            part="search-clear"
            type="button"
            aria-label=${strings.clearSearch}
            @click=${actions.clearSearch}
          >
            ${closeIcon}
          </button>`
        : nothing
    }
  </div>`;
}
