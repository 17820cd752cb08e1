import type { ActivityOrder, ActivitySummary, TypeSummary } from '../../model/activity.js';
import { searchText } from '../../model/search-text.js';
import { timeZone } from '../../model/time-zone.js';
import type { TimelineAdapter, TimelineCapabilities } from '../../model/timeline-adapter.js';
import { resolveLocale, resolveTimeZone } from '../shared/locale.js';
import { remember } from '../shared/remember.js';
import { replaceStrings } from '../shared/replace-strings.js';
import type { ActivitySettings } from '../shared/settings-context.js';
import { typeName, viewTypes, type TypeLabels, type TypeView } from '../shared/type-view.js';
import type { DetailsState } from './detail/item-details.js';
import { isFiltered, type TimelineFilter } from './timeline-filter.js';
import type { ListWindow } from './list/list-anchor.js';
import { ListPlan } from './list/list-plan.js';
import type { RowBook } from './list/row-book.js';
import type { RepeatOptions } from './list/repeats.js';
import type { TimelineFolds } from './timeline-folds.js';
import { planMonths } from './timeline-months.js';
import type { Question } from './timeline-question.js';
import type { TimelineState } from './timeline-state.js';
import { englishTimeline, type TimelineStrings } from './timeline-strings.js';
import { TimelineText } from './timeline-text.js';
import type { ToolsState } from './tools/timeline-tools.js';

/** What a host and a person set at the element. */
export interface TimelineInputs {
  readonly adapter?: TimelineAdapter;
  readonly customerId?: string;
  readonly locale?: string;
  readonly timeZone?: string;
  readonly strings?: Partial<TimelineStrings>;
  readonly labels?: TypeLabels;
  readonly pageSize: number;
  readonly timeLimit: number;
  readonly hideDensity: boolean;
  readonly hideDetails: boolean;
  readonly collapseRepeats: boolean;
  readonly filter: TimelineFilter;
  readonly order: ActivityOrder;
}

/** All that the timeline shows: its view is a pure reading of this. */
export interface TimelineModel {
  readonly state: TimelineState;
  readonly filter: TimelineFilter;
  readonly order: ActivityOrder;
  readonly types: ReadonlyMap<string, TypeView>;
  readonly plan: ListPlan;
  readonly window: ListWindow;
  readonly active: number;
  readonly pinned: number;
  /** Month at the top of the view; empty: none. */
  readonly month: string;
  readonly hidesDensity: boolean;
  /** What the header will have is known by what the adapter can, before anything is counted. */
  readonly willSearch: boolean;
  readonly canFilterTypes: boolean;
  readonly canFilterContacts: boolean;
  readonly canFilterDates: boolean;
  /** There is something to search, and the adapter can. */
  readonly canSearch: boolean;
  readonly canSort: boolean;
  readonly details: DetailsState;
  readonly tools: ToolsState;
  /** Rows can be expanded. */
  readonly canExpand: boolean;
  /** The adapter can tell why a row is here. */
  readonly canExplain: boolean;
  /** Text in the search box. */
  readonly search: string;
  /** What a type is called among the filters. */
  readonly typeName: (type: string) => string;
  readonly locale: string;
  /** Days and months of instants are those of this time zone. */
  readonly zone: string;
  readonly text: TimelineText;
}

/** The part of the list that is rendered. */
export type ListView = Pick<TimelineModel, 'plan' | 'window' | 'active' | 'pinned' | 'month'>;

/** What is rendered of the list, and of its rows; `now`: what dates are relative to, null: they are absolute. */
export type ShownView = ListView & Pick<TimelineModel, 'details' | 'tools'> & { readonly now: number | null };

/** Rows of a page where the host sets no other number (D 39). */
export const PRESET_PAGE_SIZE = 100;
const MAX_PAGE_SIZE = 1000;

/** Seconds that an answer may take where the host sets no other number. */
export const PRESET_TIME_LIMIT = 30;

const NO_LABELS: TypeLabels = {};
const NO_TYPES: readonly TypeSummary[] = [];
const NO_ROWS = new ListPlan([]);

type Folds = Pick<TimelineFolds, 'months' | 'repeats'>;
type PlanRest = readonly [order: ActivityOrder, folded: ReadonlySet<string>, collapse: RepeatOptions | null];

/** Works out what to ask and what to show. Each part is computed again only when what it is made of changed. */
export class TimelineReader {
  readonly #locale = remember(resolveLocale);
  readonly #timeZone = remember(resolveTimeZone);
  readonly #types = remember(viewTypes);
  readonly #plan = remember(
    (book: RowBook, summary: ActivitySummary, shortfalls: ReadonlyMap<string, number>, ...rest: PlanRest) =>
      planMonths({ book, summary, shortfalls }, ...rest),
  );
  readonly #collapse = remember((zone: string, open: ReadonlySet<string>): RepeatOptions => ({
    zone: timeZone(zone),
    open,
  }));
  readonly #text = remember(writeText);

  /** What to ask; null while there is no adapter or no customer. A setting of the element wins over a provided one. */
  question(inputs: TimelineInputs, provided: ActivitySettings): Question | null {
    const { customerId, filter, order } = inputs;
    const adapter = inputs.adapter ?? provided.adapter;
    if (!adapter || !customerId) {
      return null;
    }
    return {
      adapter,
      customerId,
      filter,
      order: possibleOrder(adapter.capabilities, order),
      timeZone: this.#timeZone(inputs.timeZone, provided.timeZone),
      pageSize: possiblePageSize(inputs.pageSize),
      timeLimit: possibleTimeLimit(inputs.timeLimit),
    };
  }

  /**
   * The list of what was counted and read. While a text is searched for every row that has it is shown: what somebody
   * looks for is no noise.
   */
  plan(state: TimelineState, question: Question | null, inputs: TimelineInputs, folds: Folds): ListPlan {
    if (state.phase !== 'ready' || question === null) return NO_ROWS;
    const { order, timeZone: zone, filter } = question;
    const collapses = inputs.collapseRepeats && searchText(filter.text) === '';
    const collapse = collapses ? this.#collapse(zone, folds.repeats) : null;
    return this.#plan(state.book, state.summary, state.shortfalls, order, folds.months, collapse);
  }

  /** What to show. */
  model(
    inputs: TimelineInputs,
    provided: ActivitySettings,
    state: TimelineState,
    { now, ...shown }: ShownView,
  ): TimelineModel {
    const adapter = inputs.adapter ?? provided.adapter;
    const capabilities = adapter?.capabilities;
    const locale = this.#locale(inputs.locale, provided.locale);
    const zone = this.#timeZone(inputs.timeZone, provided.timeZone);
    const overall = state.phase === 'idle' ? undefined : state.overall;
    const text = this.#text(inputs.strings, provided.strings?.timeline, locale, zone, now);
    const labels = inputs.labels ?? NO_LABELS;
    const names = text.strings.types ?? NO_LABELS;
    return {
      state,
      filter: inputs.filter,
      order: possibleOrder(capabilities, inputs.order),
      types: this.#types(overall?.types ?? NO_TYPES, labels, names, locale),
      ...shown,
      hidesDensity: inputs.hideDensity,
      willSearch: state.phase === 'loading' && !overall && (capabilities?.search ?? false),
      canFilterTypes: capabilities?.filterTypes ?? false,
      canFilterContacts: capabilities?.filterContacts ?? false,
      canFilterDates: capabilities?.filterDates ?? false,
      canSearch:
        (capabilities?.search ?? false) &&
        overall !== undefined &&
        (overall.total > 0 || isFiltered(inputs.filter)),
      search: inputs.filter.text ?? '',
      typeName: (type) => typeName(type, labels, names, locale),
      locale,
      zone,
      canExpand: !inputs.hideDetails,
      canExplain: adapter?.explainActivity !== undefined,
      canSort: (capabilities?.orders.length ?? 0) > 1,
      text,
    };
  }
}

/** The order that was asked for, else the one that the adapter has. */
function possibleOrder(capabilities: TimelineCapabilities | undefined, order: ActivityOrder): ActivityOrder {
  const [preset = order] = capabilities?.orders ?? [];
  return capabilities?.orders.includes(order) ? order : preset;
}

function possiblePageSize(size: number): number {
  return Number.isInteger(size) && size >= 1 && size <= MAX_PAGE_SIZE ? size : PRESET_PAGE_SIZE;
}

function possibleTimeLimit(seconds: number): number {
  return seconds >= 0 ? seconds : PRESET_TIME_LIMIT;
}

function writeText(
  own: Partial<TimelineStrings> | undefined,
  provided: Partial<TimelineStrings> | undefined,
  locale: string,
  zone: string,
  now: number | null,
): TimelineText {
  return new TimelineText(replaceStrings(englishTimeline, provided, own), locale, zone, now);
}
