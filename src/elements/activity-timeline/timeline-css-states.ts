import { isFiltered, type TimelineFilter } from './timeline-filter.js';
import type { TimelineState } from './timeline-state.js';

/** Tells styles outside what the timeline is in: `:state(loading)` and others. */
export function reflectStates(states: CustomStateSet, state: TimelineState, filter: TimelineFilter): void {
  const isOn = {
    loading: state.phase === 'loading',
    error: state.phase === 'failed',
    empty: state.phase === 'ready' && state.book.loaded === 0 && state.tail === null,
    filtered: isFiltered(filter),
  };
  for (const [name, on] of Object.entries(isOn)) {
    if (on) states.add(name);
    else states.delete(name);
  }
}
