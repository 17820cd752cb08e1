import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { Activity } from '../../model/activity.js';
import { chevronIcon } from '../shared/control-icons.js';
import { fill } from '../shared/messages.js';
import { viewUnknownType, type TypeView } from '../shared/type-view.js';
import { itemView, type ItemViewOptions } from './item-view.js';
import type { MonthGroup } from './timeline-months.js';
import type { TimelineText } from './timeline-text.js';

export interface MonthsViewOptions {
  readonly groups: readonly MonthGroup[];
  readonly folded: ReadonlySet<string>;
  readonly types: ReadonlyMap<string, TypeView>;
  readonly text: TimelineText;
  readonly onFold: (month: string) => void;
  readonly onOpen: ItemViewOptions['onOpen'];
}

/** The loaded rows under foldable month headings (§ 7.4). */
export function monthsView(options: MonthsViewOptions): unknown {
  return repeat(
    options.groups,
    ({ month }) => month,
    (group) => monthView(group, options),
  );
}

function monthView(group: MonthGroup, options: MonthsViewOptions): TemplateResult {
  const { folded, text, onFold } = options;
  const isOpen = !folded.has(group.month);
  return html`<section class="month" part="month">
    <h3 class="month-heading" part="month-heading">
      <button
        class="month-button"
        part="month-button"
        type="button"
        aria-expanded=${isOpen ? 'true' : 'false'}
        @click=${() => onFold(group.month)}
      >
        <span class="month-name"
          >${fill(text.strings.month, {
            month: text.month(group.month),
            count: text.count(group.count, group.isExact),
          })}</span
        >${chevronIcon}
      </button>
    </h3>
    ${isOpen ? rowsView(group, options) : nothing}
  </section>`;
}

function rowsView(
  { rows, count, isExact }: MonthGroup,
  { types, text, onOpen }: MonthsViewOptions,
): TemplateResult {
  const size = isExact ? count : -1;
  return html`<ol class="items" part="items" role="list">
    ${repeat(
      rows,
      ({ activityId }) => activityId,
      (activity: Activity, index) => {
        const view = types.get(activity.type) ?? viewUnknownType(activity.type);
        return itemView(activity, { view, text, size, position: index + 1, onOpen });
      },
    )}
  </ol>`;
}
