import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { Activity } from '../../model/activity.js';
import { chevronIcon } from '../shared/control-icons.js';
import { fill } from '../shared/messages.js';
import { viewUnknownType, type TypeView } from '../shared/type-view.js';
import { itemView, rowView, type ItemViewOptions } from './item-view.js';
import type { ListWindow } from './list/list-anchor.js';
import { HEADING, type ListPlan } from './list/list-plan.js';
import type { RowBook } from './list/row-book.js';
import { itemSkeleton } from './skeleton-view.js';
import type { TimelineFilter } from './timeline-filter.js';
import type { TimelineText } from './timeline-text.js';

export interface MonthsViewOptions {
  readonly plan: ListPlan;
  readonly book: RowBook;
  readonly window: ListWindow;
  /** Entry that stays rendered wherever the window is, because it has the focus; -1: none. */
  readonly pinned: number;
  /** Entry that Tab leads to. */
  readonly active: number;
  readonly types: ReadonlyMap<string, TypeView>;
  readonly filter: TimelineFilter;
  readonly text: TimelineText;
  readonly onFold: (month: string) => void;
  readonly onRepeat: (activities: readonly Activity[]) => void;
  readonly details: ItemViewOptions['details'];
  readonly onOpen: ItemViewOptions['onOpen'];
}

/** The entries of one month that are rendered. */
interface MonthSlice {
  readonly month: number;
  readonly rows: readonly number[];
}

/** The window's rows under foldable month headings (§ 7.4). */
export function monthsView(options: MonthsViewOptions): unknown {
  return repeat(
    slicesOf(options),
    ({ month }) => options.plan.months[month].month,
    (slice) => monthView(slice, options),
  );
}

function slicesOf({ plan, window, pinned }: MonthsViewOptions): MonthSlice[] {
  const slices = new Map<number, number[]>();
  const take = (entry: number): void => {
    const { month, row } = plan.placeOf(entry);
    const rows = slices.get(month) ?? [];
    slices.set(month, rows);
    if (row !== HEADING) rows.push(row);
  };
  const isPinned = pinned >= 0 && pinned < plan.entries;
  if (isPinned && pinned < window.first) take(pinned);
  for (let entry = window.first; entry < window.end; entry++) take(entry);
  if (isPinned && pinned >= window.end) take(pinned);
  return [...slices].map(([month, rows]) => ({ month, rows }));
}

function monthView(slice: MonthSlice, options: MonthsViewOptions): TemplateResult {
  const { plan, window, text, onFold } = options;
  const { month, count, isExact, isFolded } = plan.months[slice.month];
  const heading = plan.entryOf({ month: slice.month, row: HEADING });
  const isOutside =
    isOutsideWindow(window, heading) &&
    slice.rows.every((row) => isOutsideWindow(window, plan.entryOf({ month: slice.month, row })));
  return html`<section class=${isOutside ? 'month pinned' : 'month'} part="month" data-entry=${heading}>
    <h3 class="month-heading" part="month-heading">
      <button
        class="month-button"
        part="month-button"
        type="button"
        aria-expanded=${isFolded ? 'false' : 'true'}
        @click=${() => onFold(month)}
      >
        <span class="month-name"
          >${fill(text.strings.month, { month: text.month(month), count: text.count(count, isExact) })}</span
        >${chevronIcon}
      </button>
    </h3>
    ${isFolded || slice.rows.length === 0 ? nothing : rowsView(slice, options)}
  </section>`;
}

function rowsView({ month, rows }: MonthSlice, options: MonthsViewOptions): TemplateResult {
  return html`<ol class="items" part="items" role="list">
    ${repeat(
      rows,
      (row) => row,
      (row) => placeView(month, row, options),
    )}
  </ol>`;
}

function placeView(month: number, row: number, options: MonthsViewOptions): TemplateResult {
  const { plan, book, window, types, text, active, details, onOpen, onRepeat } = options;
  const { month: name, count, isExact } = plan.months[month];
  const rows = book.months.get(name);
  const activity = rows?.[row];
  const entry = plan.entryOf({ month, row });
  const place = {
    entry,
    position: row + 1,
    size: isExact ? count : -1,
    isActive: entry === active,
    isPinned: isOutsideWindow(window, entry),
  };
  if (activity === undefined) return rowView(place, itemSkeleton(text.strings.loading), { isWaiting: true });
  const view = types.get(activity.type) ?? viewUnknownType(activity.type);
  const same = plan.repeatAt({ month, row });
  const isCollapsed = same?.isOpen === false;
  return rowView(
    place,
    itemView(activity, {
      view,
      search: options.filter.text ?? '',
      text,
      place,
      details,
      onOpen,
      ...(same && {
        repeat: same,
        onRepeat: () => onRepeat(rows?.slice(row, row + same.rows).filter(isRead) ?? []),
      }),
    }),
    {
      isExpanded: !isCollapsed && details?.open.has(activity.activityId),
      isCollapsed,
    },
  );
}

function isRead(row: Activity | undefined): row is Activity {
  return row !== undefined;
}

function isOutsideWindow({ first, end }: ListWindow, entry: number): boolean {
  return entry < first || entry >= end;
}
