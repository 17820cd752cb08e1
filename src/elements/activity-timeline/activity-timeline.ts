import type { CSSResultGroup, PropertyValues, TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { ContextConsumer } from '@lit/context';
import type { Activity, ActivityOrder } from '../../model/activity.js';
import { activitySettings } from '../shared/settings-context.js';
import { ItemDetails } from './detail/item-details.js';
import { LateDensity } from './density/late-density.js';
import { exportRows, type TimelineExportOptions } from './export/export-rows.js';
import type { ShowOutcome } from './find/activity-finder.js';
import type { ActivityPointer } from './find/find-row.js';
import { RowOpener } from './find/row-opener.js';
import { FilterControls } from './filter-controls.js';
import { TimelineClock } from './timeline-clock.js';
import { reflectStates } from './timeline-css-states.js';
import { TimelineData } from './timeline-data.js';
import {
  ActivitiesLoadedEvent,
  ActivityErrorEvent,
  ActivityOpenEvent,
  FilterChangeEvent,
} from './timeline-events.js';
import { isFiltered, readFilter, type TimelineFilter } from './timeline-filter.js';
import { TimelineFolds } from './timeline-folds.js';
import { TimelineList } from './timeline-list.js';
import { TimelineReader, type TimelineModel } from './timeline-model.js';
import type { TimelinePrintOptions, TimelinePrintReport } from './print/print-job.js';
import { askable, type Question } from './timeline-question.js';
import { TimelineSettings } from './timeline-settings.js';
import { timelineStyles } from './timeline-styles.js';
import { timelineView, type TimelineActions } from './timeline-view.js';
import { TimelineTools } from './tools/timeline-tools.js';

/**
 * Shows what a customer did and what happened to them, by month, with an icon chip for each activity type.
 * It needs nothing but an adapter and a customer id, both in any order and at any time.
 *
 * @summary A customer's activities as one timeline.
 * @tag activity-timeline
 *
 * @slot title - Replaces the heading's text.
 * @slot actions - Controls at the end of the header.
 * @slot empty - Replaces the text for a customer without activities.
 *
 * @fires {FilterChangeEvent} filterchange - A person changed the filter, or a change of the customer reset it.
 * @fires {ActivityOpenEvent} activityopen - A title link was activated; cancel it to open the activity otherwise.
 * @fires {ActivitiesLoadedEvent} activitiesloaded - A first or a further page is on the screen.
 * @fires {ActivityErrorEvent} activityerror - The adapter failed.
 *
 * @csspart base - The whole card.
 * @csspart header - The row of title and actions.
 * @csspart title - The heading.
 * @csspart actions - The end of the header.
 * @csspart clear-filters - The buttons that clear all filters.
 * @csspart filter-button - The button that opens the filter panel.
 * @csspart search - The search box with its icon.
 * @csspart search-field - The field in it.
 * @csspart search-clear - The button that empties it.
 * @csspart applied-filters - The list of what the panel filters by.
 * @csspart applied-filter - One of them, a button that removes it.
 * @csspart mark - What the search met in a row.
 * @csspart panel - The filter panel; its parts are exported with `panel-` before their names.
 * @csspart chips - The list of icon chips.
 * @csspart chip - One chip; a selected one is also `chip-selected`.
 * @csspart chip-selected - A selected chip.
 * @csspart chip-icon - The coloured circle of a chip.
 * @csspart chip-badge - The check mark of a chip.
 * @csspart chip-label - Count and label of a chip.
 * @csspart density - The picture of months, which is also a date-range picker.
 * @csspart density-end - One of its two ends.
 * @csspart list - The region of the rows.
 * @csspart sort - The button that turns the order.
 * @csspart month - One month with its rows.
 * @csspart month-heading - The heading of a month.
 * @csspart month-button - The button that folds a month.
 * @csspart items - The rows of a month.
 * @csspart item - One activity.
 * @csspart item-icon - The coloured circle of an activity.
 * @csspart item-text - Both lines of an activity.
 * @csspart item-heading - The first line.
 * @csspart item-title - The title; a linked one is also `item-link`.
 * @csspart item-link - A title that is a link.
 * @csspart item-date - The date.
 * @csspart item-detail - The second line.
 * @csspart item-contact - The contact in it.
 * @csspart item-repeats - The button that opens activities which were repeated.
 * @csspart item-toggle - The button that expands an activity.
 * @csspart item-fields - What an expanded activity shows.
 * @csspart item-why-button - The button that shows how the activity reached its customer.
 * @csspart item-why - The keys on that way.
 * @csspart menu-button - The button of the menu.
 * @csspart menu - The menu of export and print.
 * @csspart menu-item - One thing in it.
 * @csspart notice - A line that tells of an export or a print-out.
 * @csspart progress - How far it is.
 * @csspart notice-action - The button that tries again.
 * @csspart notice-leave - The button that cancels it or takes the line away.
 * @csspart print - The rows on paper.
 * @csspart print-part - The line that tells of rows that are not on paper.
 * @csspart copy-link - The button that copies the link to an activity.
 * @csspart link-field - The link, where the clipboard cannot be reached.
 * @csspart arrivals - The button that offers rows that came in meanwhile.
 * @csspart load-more - The text at the end of the rows that were read while more follow.
 * @csspart skeleton - What stands in the place of chips and rows while they load.
 * @csspart empty - The message when there are no rows.
 * @csspart error - The message when loading failed.
 * @csspart retry - The button that tries again.
 *
 * @cssstate loading - The first page is awaited.
 * @cssstate empty - There is nothing to list.
 * @cssstate filtered - A filter is active.
 * @cssstate error - The first page could not be loaded.
 */
export class ActivityTimeline extends TimelineSettings {
  static override styles: CSSResultGroup = timelineStyles;

  #order: ActivityOrder = 'newest';
  #presetOrder: ActivityOrder = 'newest';
  #filter: TimelineFilter = {};

  readonly #internals = this.attachInternals();
  readonly #reader = new TimelineReader();
  readonly #settings = new ContextConsumer(this, { context: activitySettings, subscribe: true });
  readonly #data = new TimelineData(this, {
    onLoaded: () => this.#reportLoaded(),
    onFailed: (error) => this.dispatchEvent(new ActivityErrorEvent(error)),
  });
  readonly #list = new TimelineList(this, this.#data);
  readonly #folds = new TimelineFolds(this);
  readonly #details = new ItemDetails(this, () => this.#wanted(), this.parts);
  readonly #clock = new TimelineClock(this);
  readonly #shared = {
    settings: this,
    parts: this.parts,
    state: () => this.#data.state,
    model: () => this.#model(),
    change: (filter: TimelineFilter) => this.#changeFilter(filter),
  };
  readonly #filtering = new FilterControls(this, this.#shared);
  readonly #density = new LateDensity(this, { ...this.#shared, showMonth: (month) => this.showMonth(month) });
  readonly #tools = new TimelineTools(this, {
    ...this.#shared,
    rows: new RowOpener(this, this.#list, this.#folds, this.#details),
    clearFilters: this.#filtering.actions.clearFilters,
    question: () => askable(this.#wanted()),
    renew: () => this.#data.renew(),
    render: this.renderNow,
  });
  readonly #actions: TimelineActions = {
    ...this.#filtering.actions,
    ...this.#tools.actions,
    toggleOrder: () => {
      this.#order = this.#order === 'newest' ? 'oldest' : 'newest';
      this.requestUpdate();
    },
    toggleMonth: this.#folds.toggleMonth,
    toggleRepeat: this.#folds.toggleRepeat,
    openActivity: (event, activity, url) => this.#open(event, activity, url),
    toggleDetail: this.#details.toggle,
    toggleWhy: this.#details.toggleWhy,
    showArrivals: () => this.#data.renew(),
    retry: () => this.#data.retry(),
    keyDown: this.#list.focus.onKeyDown,
    focusIn: this.#list.focus.onFocusIn,
    focusOut: this.#list.focus.onFocusOut,
  };

  /**
   * `newest` (default) or `oldest` first; another value counts as `newest`. A person can turn it; what the
   * host set comes back with the next customer (D 42).
   */
  @property()
  set order(order: ActivityOrder) {
    this.#presetOrder = order === 'oldest' ? 'oldest' : 'newest';
    this.#order = this.#presetOrder;
  }
  get order(): ActivityOrder {
    return this.#order;
  }

  /** Which activities are shown, as one JSON value. Fields that cannot be read are left out. */
  @property({ attribute: false })
  set filter(filter: TimelineFilter) {
    this.#filter = readFilter(filter);
  }
  get filter(): TimelineFilter {
    return this.#filter;
  }

  protected override prepare(): Promise<void> {
    this.#data.ask(this.#wanted());
    return this.#data.settleSoon();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    // The former value is empty when the first customer is set: nothing is to be reset then.
    if (changed.get('customerId')) this.#resetFor(changed);
    const question = this.#wanted();
    this.#data.ask(question);
    const { state } = this.#data;
    this.#details.follow(this.#data.loads);
    this.#tools.follow(this.#data.loads);
    this.#list.follow(this.#reader.plan(state, question, this, this.#folds), question);
  }

  protected override updated(): void {
    reflectStates(this.#internals.states, this.#data.state, this.#filter);
  }

  /** A host that set another filter or order together with the customer means them for this customer. */
  #resetFor(changed: PropertyValues<this>): void {
    this.#folds.reset();
    this.#filtering.reset();
    this.#details.reset();
    this.#tools.reset();
    if (!changed.has('order')) {
      this.#order = this.#presetOrder;
    }
    if (!changed.has('filter') && !this.keepFilters && isFiltered(this.#filter)) {
      this.#filter = {};
      void this.updateComplete.then(() => this.dispatchEvent(new FilterChangeEvent(this.#filter)));
    }
  }

  #changeFilter(filter: TimelineFilter): void {
    this.filter = filter;
    this.dispatchEvent(new FilterChangeEvent(this.#filter));
  }

  #open(event: Event, activity: Activity, url: string): void {
    if (!this.dispatchEvent(new ActivityOpenEvent(activity, url))) {
      event.preventDefault();
    }
  }

  /** Puts a month, `YYYY-MM`, at the top of the list. False: the list has no row in it. */
  showMonth(month: string): boolean {
    return this.#list.showMonth(month);
  }

  /**
   * Writes all activities that the filter lets through, in the order of the list, each once: as CSV in which no cell is
   * a formula, with the columns of the output UnifiedActivity and the contact's name, or as an object for each line.
   * They are read page by page while the stream is. Throws `query-invalid` without a customer or an adapter; the stream
   * fails with what the adapter fails with.
   */
  exportActivities(options?: TimelineExportOptions): ReadableStream<Uint8Array> {
    return exportRows(askable(this.#wanted()), options);
  }

  /**
   * Reads all activities that the filter lets through, up to `limit` (default 2,000), for the next print-out, and tells
   * how many will be on paper; a line on it tells of those that are not. Without it, what was read for the screen is
   * printed. Throws and rejects as {@link exportActivities} does.
   */
  preparePrint(options?: TimelinePrintOptions): Promise<TimelinePrintReport> {
    return this.#tools.preparePrint(options);
  }

  /**
   * Scrolls to an activity, expands it and gives it the focus, wherever it is: in months that were not read yet, folded
   * or collapsed. With its timestamp it is found by reading its month; by its id alone, by reading from the top on.
   * Resolves with how it ended, which the timeline tells the person too. Rejects with `query-invalid` without a customer
   * or an adapter.
   */
  showActivity(activity: string | ActivityPointer): Promise<ShowOutcome> {
    return this.#tools.showActivity(activity);
  }

  /** What is to be shown; null: nothing. */
  #wanted(): Question | null {
    return this.#reader.question(this, this.#settings.value ?? {});
  }

  #reportLoaded(): void {
    const { state } = this.#data;
    if (state.phase === 'ready') {
      const { total, exact } = state.summary;
      const customerId = this.customerId ?? '';
      this.dispatchEvent(new ActivitiesLoadedEvent({ customerId, loaded: state.book.loaded, total, exact }));
    }
  }

  #model(): TimelineModel {
    const model = this.#reader.model(this, this.#settings.value ?? {}, this.#data.state, {
      ...this.#list.view,
      details: this.#details.state,
      tools: this.#tools.state,
      now: this.#clock.now,
    });
    return { ...model, search: this.#filtering.typed ?? model.search };
  }

  protected override render(): TemplateResult {
    const late = { panel: this.#filtering.panel, density: this.#density, parts: this.parts };
    return timelineView(this.#model(), late, this.#actions);
  }
}
