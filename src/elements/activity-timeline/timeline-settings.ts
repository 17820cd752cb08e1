import { LitElement } from 'lit';
import { property } from 'lit/decorators.js';
import type { TimelineAdapter } from '../../model/timeline-adapter.js';
import type { TypeLabels } from '../shared/type-view.js';
import type { TimelineDates } from './timeline-clock.js';
import { PRESET_PAGE_SIZE, PRESET_TIME_LIMIT } from './timeline-model.js';
import type { TimelineStrings } from './timeline-strings.js';

/** What a host sets at a timeline and a person does not change. */
export class TimelineSettings extends LitElement {
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

  /** Where activities come from. Default: the provider's. */
  @property({ attribute: false }) adapter?: TimelineAdapter;

  /** Names of activity types for people, by type (D 31). */
  @property({ attribute: false }) labels?: TypeLabels;

  /** Replacements for texts. What is left out: the provider's, else English. */
  @property({ attribute: false }) strings?: Partial<TimelineStrings>;
}
