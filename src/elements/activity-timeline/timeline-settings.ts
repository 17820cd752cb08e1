import { property } from 'lit/decorators.js';
import type { TimelineAdapter } from '../../model/timeline-adapter.js';
import type { TypeLabels } from '../shared/type-view.js';
import { LateElement } from './late-element.js';
import type { TimelineDates } from './timeline-clock.js';
import type { ItemLink } from './link/item-link.js';
import { PRESET_PAGE_SIZE, PRESET_TIME_LIMIT } from './timeline-model.js';
import type { TimelineStrings } from './timeline-strings.js';

/**
 * What a host sets at a timeline and a person does not change.
 *
 * @cssprop --activity-font - Font family. Default: inherited.
 * @cssprop --activity-font-size - Size of the text, other sizes follow. Default: 0.875rem.
 * @cssprop --activity-surface - Background.
 * @cssprop --activity-hover - Background under the pointer.
 * @cssprop --activity-text - Text.
 * @cssprop --activity-text-secondary - Dates, details and hints.
 * @cssprop --activity-primary - Links, buttons and focus rings.
 * @cssprop --activity-on-primary - Text on the primary colour.
 * @cssprop --activity-selected - Background of a selected chip.
 * @cssprop --activity-danger - Signs of failure.
 * @cssprop --activity-line - Dividers, and the line that the circles stand on.
 * @cssprop --activity-border - Edge of the check mark of a chip.
 * @cssprop --activity-radius - Radius of corners. Default: 8px.
 * @cssprop --activity-padding - Space around the content. Default: 16px.
 * @cssprop --activity-list-size - Most height of the list before it scrolls. An element with a height of its own fills that. Default: max(20rem, 70vh).
 * @cssprop --activity-chip-size - Diameter of the circles of chips. Default: 44px.
 * @cssprop --activity-icon-size - Diameter of the circles of activities. Default: 40px.
 * @cssprop --activity-heading-position - `static` lets month headings scroll away. Default: sticky.
 * @cssprop --activity-color-1 - First type colour; 2 to 8 follow and then repeat.
 * @cssprop --activity-color-2
 * @cssprop --activity-color-3
 * @cssprop --activity-color-4
 * @cssprop --activity-color-5
 * @cssprop --activity-color-6
 * @cssprop --activity-color-7
 * @cssprop --activity-color-8
 * @cssprop --activity-color-none - Colour of a type that the adapter's counts do not name.
 * @cssprop --activity-on-color - Icons on the type colours.
 */
export abstract class TimelineSettings extends LateElement {
  /** Whose activities are shown. Another one resets filter, order and folded months (D 42). */
  @property({ attribute: 'customer-id' }) customerId?: string;

  /** BCP 47 tag for dates, numbers and plural forms. Default: the provider's, else the browser's. */
  @property() locale?: string;

  /** IANA name for the days and months of timestamps with a time. Default: the provider's, else the browser's. */
  @property({ attribute: 'time-zone' }) timeZone?: string;

  /**
   * `absolute` (default), or `relative` to the present ("2 days ago") with the date as tooltip; another value counts as
   * `absolute`. Days are calendar days of the time zone.
   */
  @property() dates: TimelineDates = 'absolute';

  /** Rows of a page, 1 to 1,000; another value counts as 100. */
  @property({ attribute: 'page-size', type: Number }) pageSize: number = PRESET_PAGE_SIZE;

  /** Seconds that an answer of the adapter may take before it counts as failed, with Try again. 0: any time. */
  @property({ attribute: 'time-limit', type: Number }) timeLimit: number = PRESET_TIME_LIMIT;

  /** A change of the customer leaves the filter as it is. */
  @property({ attribute: 'keep-filters', type: Boolean }) keepFilters: boolean = false;

  /** Leaves out the picture of months above the list. */
  @property({ attribute: 'hide-density', type: Boolean }) hideDensity: boolean = false;

  /** Activities cannot be expanded to their attributes and their source. */
  @property({ attribute: 'hide-details', type: Boolean }) hideDetails: boolean = false;

  /**
   * Activities of one type and title on one day that follow each other are one row with their number, which opens to
   * all of them. Counts and search are as without it.
   */
  @property({ attribute: 'collapse-repeats', type: Boolean }) collapseRepeats: boolean = false;

  /** Shows a menu at the end of the header: export as CSV or NDJSON, and print. */
  @property({ type: Boolean }) menu: boolean = false;

  /**
   * Address at which the host shows an activity: its detail offers Copy link. A function, or a template such as
   * `#/people/{customerId}/{activityId}`, which the attribute takes too.
   */
  @property({ attribute: 'item-link' }) itemLink?: ItemLink;

  /** Where activities come from. Default: the provider's. */
  @property({ attribute: false }) adapter?: TimelineAdapter;

  /** Names of activity types for people, by type (D 31). */
  @property({ attribute: false }) labels?: TypeLabels;

  /** Replacements for texts. What is left out: the provider's, else English. */
  @property({ attribute: false }) strings?: Partial<TimelineStrings>;
}
