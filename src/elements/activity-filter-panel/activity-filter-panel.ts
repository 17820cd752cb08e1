import { LitElement, type CSSResultGroup, type PropertyValues, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { ContextConsumer } from '@lit/context';
import { readFilter, sameFilter, type TimelineFilter } from '../activity-timeline/timeline-filter.js';
import { collator } from '../shared/formatters.js';
import { resolveLocale } from '../shared/locale.js';
import { remember } from '../shared/remember.js';
import { replaceStrings } from '../shared/replace-strings.js';
import { activitySettings } from '../shared/settings-context.js';
import { applyDraft, draftOf, EMPTY_DRAFT, toggle, type FilterDraft } from './filter-draft.js';
import { FilterApplyEvent, FilterCancelEvent } from './filter-panel-events.js';
import { contactChoices, typeChoices, type FilterPanelOptions } from './filter-panel-options.js';
import { englishFilterPanel, type FilterPanelStrings } from './filter-panel-strings.js';
import { filterPanelStyles } from './filter-panel-styles.js';
import { filterPanelView, type FilterPanelActions, type FilterPanelModel } from './filter-panel-view.js';

const NO_OPTIONS: FilterPanelOptions = {};
const NONE: readonly never[] = [];

/**
 * A modal panel at the side of the window in which a person selects activity types, contacts and dates. Nothing
 * changes before Apply. It works in any host that gives it options and the applied filter; the timeline has its own.
 *
 * @summary Filter panel of a timeline.
 * @tag activity-filter-panel
 *
 * @fires {FilterApplyEvent} filterapply - Apply was activated; the panel is closed.
 * @fires {FilterCancelEvent} filtercancel - Cancel, the cross or Escape was used; the panel is closed.
 *
 * @csspart base - The whole panel.
 * @csspart header - The row of title and cross.
 * @csspart title - The heading.
 * @csspart close - The cross.
 * @csspart commands - The row of Clear all and Select all.
 * @csspart clear-all - The button that unchecks everything.
 * @csspart select-all - The button that checks everything.
 * @csspart groups - What scrolls between commands and footer.
 * @csspart group - One group; also `types`, `contacts` or `dates`.
 * @csspart types - The group of activity types.
 * @csspart contacts - The group of contacts.
 * @csspart dates - The group of dates.
 * @csspart legend - Heading of a group.
 * @csspart choice - A check box or radio button with its label.
 * @csspart count - Number of activities behind a label.
 * @csspart search - The search box of contacts.
 * @csspart see-all - The button that shows all contacts, or few.
 * @csspart date - A date field.
 * @csspart error - What is wrong with the dates.
 * @csspart footer - The row of Apply and Cancel.
 * @csspart apply - The button that applies.
 * @csspart cancel - The button that discards.
 *
 * @cssprop --activity-panel-size - Width of the panel, at most that of the window. Default: 360px.
 * @cssprop --activity-backdrop - What dims the page behind the panel.
 * @cssprop --activity-control - Edge of fields, check boxes and buttons.
 */
export class ActivityFilterPanel extends LitElement {
  static override styles: CSSResultGroup = filterPanelStyles;

  /** Shows the panel with the applied filter. A person closes it; the focus goes back to where it was. */
  @property({ type: Boolean, reflect: true }) open: boolean = false;

  /** BCP 47 tag for order, numbers and names. Default: the provider's, else the browser's. */
  @property() locale?: string;

  /** What can be selected. */
  @property({ attribute: false }) options: FilterPanelOptions = NO_OPTIONS;

  /** Replacements for texts. What is left out: the provider's, else English. */
  @property({ attribute: false }) strings?: Partial<FilterPanelStrings>;

  #filter: TimelineFilter = {};
  #draft: FilterDraft = EMPTY_DRAFT;
  #isExpanded = false;
  #search = '';
  #isChanged = false;

  readonly #settings = new ContextConsumer(this, { context: activitySettings, subscribe: true });
  readonly #types = remember(typeChoices);
  readonly #contacts = remember(
    (options: FilterPanelOptions, named: readonly (string | null)[], notMapped: string, locale: string) =>
      contactChoices(options, named, { notMapped, compare: collator(locale).compare }),
  );
  readonly #actions: FilterPanelActions = {
    apply: () => this.#leave(new FilterApplyEvent(applyDraft(this.#filter, this.#draft))),
    cancel: () => this.#leave(new FilterCancelEvent()),
    escape: (event) => {
      event.preventDefault();
      this.#leave(new FilterCancelEvent());
    },
    // The browser closes without asking where Escape is pressed twice.
    closed: () => {
      if (this.open && this.isConnected && !this.#dialog()?.open) this.#leave(new FilterCancelEvent());
    },
    clearAll: () => this.#select({ types: new Set(), contacts: new Set(), dates: 'all' }),
    selectAll: () => this.#selectAll(),
    toggleType: (type) => this.#select({ types: toggle(this.#draft.types, type) }),
    toggleContact: (contactId) => this.#select({ contacts: toggle(this.#draft.contacts, contactId) }),
    expand: () => {
      this.#isExpanded = !this.#isExpanded;
      this.#searchFor('');
    },
    search: (text) => this.#searchFor(text),
    chooseDates: (dates) => this.#select({ dates }),
    setFrom: (from) => this.#select({ from }),
    setTo: (to) => this.#select({ to }),
  };

  /** The applied filter. Fields that cannot be read are left out. */
  @property({ attribute: false })
  set filter(filter: TimelineFilter) {
    // A host that writes an equal filter again does not mean to take back what a person has selected meanwhile.
    if (sameFilter(filter, this.#filter)) return;
    this.#filter = readFilter(filter);
    this.#isChanged = true;
  }
  get filter(): TimelineFilter {
    return this.#filter;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.requestUpdate();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#dialog()?.close();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    const isOpened = changed.has('open') && this.open;
    if (isOpened || this.#isChanged) {
      this.#draft = draftOf(this.#filter);
      this.#isChanged = false;
    }
    if (isOpened) {
      this.#isExpanded = false;
      this.#search = '';
    }
  }

  protected override updated(): void {
    const dialog = this.#dialog();
    if (!dialog || dialog.open === this.open || !this.isConnected) return;
    if (this.open) dialog.showModal();
    else dialog.close();
  }

  #dialog(): HTMLDialogElement | null {
    return this.renderRoot?.querySelector('dialog') ?? null;
  }

  /** Closes first, so that a listener meets the page as it is left, with the focus back in its place. */
  #leave(event: FilterApplyEvent | FilterCancelEvent): void {
    this.open = false;
    this.#dialog()?.close();
    this.dispatchEvent(event);
  }

  #select(change: Partial<FilterDraft>): void {
    this.#draft = { ...this.#draft, ...change };
    this.requestUpdate();
  }

  /** Contacts behind See all are among them, dates are not (D 46). */
  #selectAll(): void {
    const { types, contacts } = this.#model();
    this.#select({
      types: new Set(types?.map(({ key }) => key)),
      contacts: new Set(contacts?.map(({ key }) => key)),
    });
  }

  #searchFor(text: string): void {
    this.#search = text;
    this.requestUpdate();
  }

  #model(): FilterPanelModel {
    const { options = NO_OPTIONS } = this;
    const { locale: providedLocale, strings: provided } = this.#settings.value ?? {};
    const strings = replaceStrings(englishFilterPanel, provided?.filterPanel, this.strings);
    const locale = resolveLocale(this.locale, providedLocale);
    const { types, contacts } = this.#filter;
    return {
      draft: this.#draft,
      types: options.types ? this.#types(options, types ?? NONE) : null,
      contacts: options.contacts
        ? this.#contacts(options, contacts ?? NONE, strings.notMapped, locale)
        : null,
      hasDates: options.dates ?? true,
      min: options.first ? `${options.first.slice(0, 4)}-01-01` : '',
      // Without an end a picker takes years of six digits, which no filter can have.
      max: `${options.last?.slice(0, 4) || '9999'}-12-31`,
      isExpanded: this.#isExpanded,
      search: this.#search,
      strings,
      locale,
    };
  }

  protected override render(): TemplateResult {
    return filterPanelView(this.#model(), this.#actions);
  }
}
