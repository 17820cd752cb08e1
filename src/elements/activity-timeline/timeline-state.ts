import type { ActivitySummary } from '../../model/activity.js';
import type { AdapterError } from '../../model/errors.js';
import type { Read, ReadTarget } from './list/next-read.js';
import { hasRow, type ReadPoint, type RowBook } from './list/row-book.js';

/**
 * What the timeline knows, as one value. All changes are the functions below: pure, so that every order of
 * answers, late or failed, can be tried without an element.
 */
export type TimelineState =
  /** No customer or no adapter. */
  | { readonly phase: 'idle' }
  | { readonly phase: 'loading'; readonly overall?: ActivitySummary }
  | { readonly phase: 'failed'; readonly error: AdapterError; readonly overall?: ActivitySummary }
  | ReadyState;

export interface ReadyState extends Answer {
  readonly phase: 'ready';
  readonly work: Work;
  /** The data changed behind the rows, which stay until the reader is back at the top or asks for the new ones. */
  readonly isOutdated: boolean;
  /** Rows that came in since, as far as that is known: offered, never pushed in. */
  readonly arrived: number;
  /** Months of which fewer rows came than were counted, with the rows there are. */
  readonly shortfalls: ReadonlyMap<string, number>;
}

/** What a first load answers. */
export interface Answer {
  /** Counts of all of the customer's activities, for the icon chips (§ 7.3). */
  readonly overall: ActivitySummary;
  /** Counts of those that the filter lets through. */
  readonly summary: ActivitySummary;
  readonly book: RowBook;
  /** Where the list goes on that was read from its top; null: all of it was read. */
  readonly tail: ReadPoint | null;
}

/** What goes on while rows are shown. */
export type Work =
  | { readonly kind: 'none' }
  /** Another filter or order was chosen: the rows are those of the former one. */
  | { readonly kind: 'changing' }
  /** The same question is asked again. */
  | { readonly kind: 'renewing' }
  | { readonly kind: 'reading'; readonly read: Read }
  | { readonly kind: 'read-failed'; readonly read: Read; readonly error: AdapterError };

/** Why a load begins: another customer or adapter, another filter or order, or changed data. */
export type LoadReason = 'start' | 'change' | 'renew';

const NO_WORK: Work = { kind: 'none' };
const NO_SHORTFALLS: ReadonlyMap<string, number> = new Map();

export const IDLE: TimelineState = { phase: 'idle' };

/** Nothing of another customer stays; rows of the same one stay until the answer is there. */
export function beginLoad(state: TimelineState, reason: LoadReason): TimelineState {
  if (reason === 'start' || state.phase === 'idle') {
    return { phase: 'loading' };
  }
  if (state.phase === 'ready') {
    const isSameRows = reason === 'renew' && state.work.kind !== 'changing';
    return { ...state, work: { kind: isSameRows ? 'renewing' : 'changing' } };
  }
  return { phase: 'loading', overall: state.overall };
}

export function finishLoad(answer: Answer): ReadyState {
  return {
    ...answer,
    phase: 'ready',
    work: NO_WORK,
    isOutdated: false,
    arrived: 0,
    shortfalls: NO_SHORTFALLS,
  };
}

/** Rows of a former filter go, for they would be taken for those of the present one. */
export function failLoad(state: TimelineState, error: AdapterError): TimelineState {
  if (state.phase === 'ready' && state.work.kind === 'renewing') {
    return { ...state, work: NO_WORK, isOutdated: true };
  }
  return { phase: 'failed', error, overall: state.phase === 'idle' ? undefined : state.overall };
}

/** True when rows may be read now. After a failure a person has to ask for it. */
export function canRead(state: TimelineState): state is ReadyState {
  return state.phase === 'ready' && state.work.kind === 'none';
}

export function beginRead(state: ReadyState, read: Read): ReadyState {
  return { ...state, work: { kind: 'reading', read } };
}

/** What a read brought. */
export interface ReadResult {
  readonly book: RowBook;
  readonly tail: ReadPoint | null;
  /** It came past the place that was asked for: if the row is not there now, there is none. */
  readonly isPast: boolean;
  readonly summary?: ActivitySummary;
  readonly overall?: ActivitySummary;
}

export function finishRead(state: ReadyState, { target }: Read, result: ReadResult): ReadyState {
  const { book, tail, isPast, summary = state.summary, overall = state.overall } = result;
  const isShort = isPast && !hasRow(book, target.month, target.row);
  return {
    ...state,
    book,
    tail,
    summary,
    overall,
    work: NO_WORK,
    // Counted once and gone since: the list shows what is there, and asks again when it may.
    isOutdated: state.isOutdated || isShort,
    shortfalls: isShort ? withShortfall(state, target) : state.shortfalls,
  };
}

export function failRead(state: ReadyState, read: Read, error: AdapterError): ReadyState {
  return { ...state, work: { kind: 'read-failed', read, error } };
}

/** A read was given up, for instance because the element left the page or the reader went elsewhere. */
export function stopReading(state: TimelineState): TimelineState {
  return state.phase === 'ready' && (state.work.kind === 'reading' || state.work.kind === 'read-failed')
    ? { ...state, work: NO_WORK }
    : state;
}

export function markOutdated(state: TimelineState): TimelineState {
  return state.phase === 'ready' ? { ...state, isOutdated: true } : state;
}

/** Counts made anew while the rows stay: what came in is offered. */
export function noteArrivals(state: TimelineState, total: number): TimelineState {
  return state.phase === 'ready' ? { ...state, arrived: Math.max(0, total - state.summary.total) } : state;
}

function withShortfall({ shortfalls }: ReadyState, { month, row }: ReadTarget): ReadonlyMap<string, number> {
  return new Map(shortfalls).set(month, row);
}
