import { html, nothing, type TemplateResult } from 'lit';
import type { Activity } from '../../model/activity.js';
import { arrowIcon } from '../shared/control-icons.js';
import { appliedFiltersView } from './applied-filters-view.js';
import { chipsView } from './chips-view.js';
import type { LateDensity } from './density/late-density.js';
import type { ItemDetailOptions } from './detail/detail-view.js';
import type { FilterActions, PanelView } from './filter-controls.js';
import { headerView } from './header-view.js';
import type { LateParts } from './late-parts.js';
import { arrivalsView, endView } from './list-status-view.js';
import { emptyView, errorView } from './messages-view.js';
import { HEADING } from './list/list-plan.js';
import { hasRow } from './list/row-book.js';
import { monthsView } from './months-view.js';
import { printFacts, printView } from './print/print-view.js';
import { chipsSkeleton, monthSkeleton } from './skeleton-view.js';
import { isFiltered } from './timeline-filter.js';
import type { TimelineModel } from './timeline-model.js';
import type { ReadyState } from './timeline-state.js';
import { noticesView } from './tools/notice-view.js';
import { missingNotice, noticesOf } from './tools/notices.js';
import type { ToolsActions } from './tools/timeline-tools.js';

/** What a person can do. */
export interface TimelineActions extends FilterActions, ToolsActions {
  readonly toggleOrder: () => void;
  readonly toggleMonth: (month: string) => void;
  readonly toggleRepeat: (activities: readonly Activity[]) => void;
  readonly openActivity: (event: Event, activity: Activity, url: string) => void;
  readonly showArrivals: () => void;
  readonly toggleDetail: (activity: Activity) => void;
  readonly toggleWhy: (activity: Activity) => void;
  readonly retry: () => void;
  readonly keyDown: (event: KeyboardEvent) => void;
  readonly focusIn: (event: FocusEvent) => void;
  readonly focusOut: (event: FocusEvent) => void;
}

/** What comes later than the first rows. */
export interface LateView {
  readonly panel: PanelView | null;
  readonly density: LateDensity;
  readonly parts: LateParts;
}

export function timelineView(
  model: TimelineModel,
  { panel, density, parts }: LateView,
  actions: TimelineActions,
): TemplateResult {
  const { state, filter, text } = model;
  const notices = [
    ...noticesOf(model.tools, text, actions),
    ...(parts.isMissing ? [missingNotice(text, parts)] : []),
  ];
  const said = [
    ...notices.map(({ announcement }) => announcement),
    ...(model.tools.link?.isCopied ? [text.strings.linkCopied] : []),
  ].join(' ');
  const isBusy = state.phase === 'loading' || (state.phase === 'ready' && state.work.kind === 'changing');
  return html`<section class="frame" part="base" aria-labelledby="title">
    ${headerView(model, actions)} ${appliedFiltersView(model, actions.removeFilter)}
    ${chipsRowView(model, actions)} ${density.view(model)} ${noticesView(notices)}
    <div class="body" part="list" aria-busy=${isBusy ? 'true' : 'false'}>${listView(model, actions)}</div>
    <div class="visually-hidden" role="status">${said || text.announcement(state, isFiltered(filter))}</div>
    ${panel ? panelView(panel, model, actions) : nothing}
  </section>`;
}

function panelView(
  { isOpen, options }: PanelView,
  { filter, locale }: TimelineModel,
  { applyPanel, leavePanel }: TimelineActions,
): TemplateResult {
  return html`<activity-filter-panel
    part="panel"
    exportparts="base: panel-base, header: panel-header, title: panel-title, groups: panel-groups, group: panel-group, footer: panel-footer, apply: panel-apply, cancel: panel-cancel"
    locale=${locale}
    .options=${options}
    .filter=${filter}
    ?open=${isOpen}
    @filterapply=${applyPanel}
    @filtercancel=${leavePanel}
  ></activity-filter-panel>`;
}

function chipsRowView(
  model: TimelineModel,
  { toggleType }: TimelineActions,
): TemplateResult | typeof nothing {
  const { state, filter, types, text, canFilterTypes } = model;
  if (state.phase === 'idle') {
    return nothing;
  }
  if (!state.overall) {
    return state.phase === 'loading' ? html`<div class="chips-row">${chipsSkeleton}</div>` : nothing;
  }
  const chips = chipsView({
    types: [...types.values()],
    selected: filter.icons ?? [],
    isExact: state.overall.exact,
    canFilter: canFilterTypes,
    text,
    onToggle: toggleType,
  });
  return chips === nothing ? nothing : html`<div class="chips-row">${chips}</div>`;
}

function listView(model: TimelineModel, actions: TimelineActions): TemplateResult | typeof nothing {
  const { state, filter, text } = model;
  switch (state.phase) {
    case 'idle':
      return nothing;
    case 'loading':
      return monthSkeleton;
    case 'failed':
      return errorView(text, text.reason(state.error), actions.retry);
    case 'ready':
      return model.plan.rows > 0 || state.tail !== null
        ? rowsView(state, model, actions)
        : emptyView(text, isFiltered(filter), actions.clearFilters);
  }
}

function rowsView(state: ReadyState, model: TimelineModel, actions: TimelineActions): TemplateResult {
  const { text, canSort, canExpand } = model;
  const { keyDown, focusIn, focusOut } = actions;
  const { copy } = model.tools;
  const details = canExpand ? detailOptions(model, actions) : null;
  return html`${canSort ? sortView(model, actions) : nothing}${arrivalsView(state, text, actions.showArrivals)}
    ${copy ? printView(copy, model, details) : printFacts(model, ...shownRows(state, model))}
    <div class=${copy ? 'list copied' : 'list'} @keydown=${keyDown} @focusin=${focusIn} @focusout=${focusOut}>
      <div class="space above"></div>
      <div class=${state.work.kind === 'changing' ? 'rows changing' : 'rows'}>
        ${monthsView({
          ...model,
          book: state.book,
          details,
          onFold: actions.toggleMonth,
          onRepeat: actions.toggleRepeat,
          onOpen: actions.openActivity,
        })}
      </div>
      <div class="space below"></div>
      ${endView(state, model.plan, text, actions.retry)}
    </div>`;
}

/** Rows that are rendered and read, and how many there should be. */
function shownRows({ book, summary }: ReadyState, { plan, window }: TimelineModel): [number, number | null] {
  let shown = 0;
  for (let entry = window.first; entry < window.end; entry++) {
    const { month, row } = plan.placeOf(entry);
    if (row !== HEADING && hasRow(book, plan.months[month].month, row)) shown++;
  }
  return [shown, summary.exact ? summary.total : null];
}

function detailOptions(
  { details, canExplain, tools }: TimelineModel,
  { toggleDetail, toggleWhy, copyLink }: TimelineActions,
): ItemDetailOptions {
  const link = { last: tools.link, urlOf: tools.urlOf, onCopy: copyLink };
  return { ...details, canExplain, link, onToggle: toggleDetail, onWhy: toggleWhy };
}

function sortView({ order, text }: TimelineModel, { toggleOrder }: TimelineActions): TemplateResult {
  const { byDate, byDateNewest, byDateOldest } = text.strings;
  return html`<button
    class="text-button sort ${order}"
    part="sort"
    type="button"
    aria-label=${order === 'newest' ? byDateNewest : byDateOldest}
    @click=${toggleOrder}
  >
    ${arrowIcon}${byDate}
  </button>`;
}
