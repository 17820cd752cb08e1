import type { Activity, ActivityPage, ActivitySummary } from '../../model/activity.js';
import { AdapterError } from '../../model/errors.js';

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
  /** Pages that the rows came in. */
  readonly pages: number;
  readonly work: Work;
  /** The data changed behind the rows, which stay until the reader is back at the top. */
  readonly isOutdated: boolean;
}

/** What a first load answers. */
export interface Answer {
  /** Counts of all of the customer's activities, for the icon chips (§ 7.3). */
  readonly overall: ActivitySummary;
  /** Counts of those that the filter lets through. */
  readonly summary: ActivitySummary;
  readonly rows: readonly Activity[];
  readonly next: string | undefined;
}

/** What goes on while rows are shown. */
export type Work =
  | { readonly kind: 'none' }
  /** Another filter or order was chosen: the rows are those of the former one. */
  | { readonly kind: 'changing' }
  /** The same question is asked again. */
  | { readonly kind: 'renewing' }
  | { readonly kind: 'paging' }
  | { readonly kind: 'page-failed'; readonly error: AdapterError };

/** Why a load begins: another customer or adapter, another filter or order, or changed data. */
export type LoadReason = 'start' | 'change' | 'renew';

const NO_WORK: Work = { kind: 'none' };

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
  return { ...answer, phase: 'ready', pages: 1, work: NO_WORK, isOutdated: false };
}

/** Rows of a former filter go, for they would be taken for those of the present one. */
export function failLoad(state: TimelineState, error: AdapterError): TimelineState {
  if (state.phase === 'ready' && state.work.kind === 'renewing') {
    return { ...state, work: NO_WORK, isOutdated: true };
  }
  return { phase: 'failed', error, overall: state.phase === 'idle' ? undefined : state.overall };
}

/** True when a further page exists and may be asked for now. */
export function canPage(state: TimelineState): state is ReadyState & { next: string } {
  return (
    state.phase === 'ready' &&
    state.next !== undefined &&
    (state.work.kind === 'none' || state.work.kind === 'page-failed')
  );
}

export function beginPage(state: ReadyState): ReadyState {
  return { ...state, work: { kind: 'paging' } };
}

/**
 * Adds a page. A row that is already there is left out: it moved behind the cursor while it was read.
 * Throws `response-invalid` when the page points to itself, for that would page for ever.
 */
export function finishPage(state: ReadyState, page: ActivityPage): ReadyState {
  if (page.next !== undefined && page.next === state.next) {
    throw new AdapterError('response-invalid', 'The data source answered with the same page position twice.');
  }
  const known = new Set(state.rows.map((row) => row.activityId));
  const added = page.items.filter((row) => !known.has(row.activityId));
  return {
    ...state,
    rows: [...state.rows, ...added],
    next: page.next,
    pages: state.pages + 1,
    work: NO_WORK,
  };
}

export function failPage(state: ReadyState, error: AdapterError): ReadyState {
  return { ...state, work: { kind: 'page-failed', error } };
}

/** A call was given up, for instance because the element left the page. */
export function stopPaging(state: TimelineState): TimelineState {
  return state.phase === 'ready' && state.work.kind === 'paging' ? { ...state, work: NO_WORK } : state;
}

export function markOutdated(state: TimelineState): TimelineState {
  return state.phase === 'ready' ? { ...state, isOutdated: true } : state;
}
