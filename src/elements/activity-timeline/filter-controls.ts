import type { ReactiveElement } from 'lit';
import { latePart, type LatePart } from '../shared/late-part.js';
import { loadElement } from '../shared/register.js';
import type { FilterApplyEvent } from '../activity-filter-panel/filter-panel-events.js';
import type { FilterPanelOptions } from '../activity-filter-panel/filter-panel-options.js';
import { filterOptions } from './filter-options.js';
import type { LateParts } from './late-parts.js';
import { toggleIcon, type TimelineFilter } from './timeline-filter.js';
import type { TimelineModel } from './timeline-model.js';
import { TimelineSearch } from './timeline-search.js';

/** What a person can do about the filter. */
export interface FilterActions {
  readonly toggleType: (type: string) => void;
  readonly clearFilters: () => void;
  readonly openPanel: () => void;
  readonly applyPanel: (event: FilterApplyEvent) => void;
  readonly leavePanel: (event: Event) => void;
  /** Takes the filter without one of its chips; `place` is that chip's. */
  readonly removeFilter: (rest: TimelineFilter, place: number) => void;
  readonly typeSearch: (text: string) => void;
  readonly searchNow: () => void;
  readonly clearSearch: () => void;
}

/** The filter panel as it is shown. */
export interface PanelView {
  readonly isOpen: boolean;
  readonly options: FilterPanelOptions;
}

/** What the controls work on. */
export interface FilterTarget {
  readonly parts: LateParts;
  readonly model: () => TimelineModel;
  readonly change: (filter: TimelineFilter) => void;
}

const panelElement: LatePart<true> = latePart(async () => {
  await loadElement('activity-filter-panel');
  return true as const;
});

/** Chips, search box and panel: everything that changes the filter. */
export class FilterControls {
  readonly #host: ReactiveElement;
  readonly #target: FilterTarget;
  readonly #search: TimelineSearch;
  #isOpen = false;
  /** What the panel offers, as it was known when it was opened: lines do not move under the pointer. */
  #options: FilterPanelOptions | null = null;

  readonly actions: FilterActions = {
    toggleType: (type) => this.#target.change(toggleIcon(this.#filter, type)),
    clearFilters: () => {
      this.#search.drop();
      this.#target.change({});
    },
    openPanel: () =>
      this.#target.parts.use(panelElement, () => {
        this.#options = filterOptions(this.#target.model());
        this.#setOpen(true);
      }),
    // The timeline tells its host of the filter itself.
    applyPanel: (event) => {
      event.stopPropagation();
      this.#setOpen(false);
      this.#target.change(event.detail.filter);
    },
    leavePanel: (event) => {
      event.stopPropagation();
      this.#setOpen(false);
    },
    removeFilter: (rest, place) => void this.#remove(rest, place),
    typeSearch: (text) => this.#search.type(text),
    searchNow: () => this.#search.searchNow(),
    clearSearch: () => {
      this.#search.drop();
      this.#target.change({ ...this.#filter, text: '' });
      this.#focus('.search-field');
    },
  };

  constructor(host: ReactiveElement, target: FilterTarget) {
    this.#host = host;
    this.#target = target;
    this.#search = new TimelineSearch(host, (text) => {
      if (text !== (this.#filter.text ?? '')) target.change({ ...this.#filter, text });
    });
  }

  /** null: the panel was not opened for this customer yet. */
  get panel(): PanelView | null {
    return this.#options && { isOpen: this.#isOpen, options: this.#options };
  }

  /** What is typed and not searched for yet. */
  get typed(): string | null {
    return this.#search.typed;
  }

  /** Nothing stays that belongs to another customer. */
  reset(): void {
    this.#isOpen = false;
    this.#options = null;
    this.#search.drop();
  }

  get #filter(): TimelineFilter {
    return this.#target.model().filter;
  }

  #setOpen(isOpen: boolean): void {
    this.#isOpen = isOpen;
    this.#host.requestUpdate();
  }

  /** The focus goes to the chip that moves up, so that several can be removed one after the other. */
  async #remove(rest: TimelineFilter, place: number): Promise<void> {
    this.#target.change(rest);
    await this.#host.updateComplete;
    const chips = this.#host.renderRoot.querySelectorAll<HTMLElement>('.applied-filter');
    if (chips.length > 0) chips[Math.min(place, chips.length - 1)].focus();
    else this.#focus('.filter-button');
  }

  #focus(selector: string): void {
    this.#host.renderRoot.querySelector<HTMLElement>(selector)?.focus();
  }
}
