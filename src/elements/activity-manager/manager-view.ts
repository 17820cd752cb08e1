import { html, nothing, type TemplateResult } from 'lit';
import { ifDefined } from 'lit/directives/if-defined.js';
import type { AdapterError } from '../../model/errors.js';
import type { ActivityDefinition } from '../../model/model.js';
import type { RunReport } from '../../model/reports.js';
import type { RowsStrings } from '../shared/rows/rows-strings.js';
import type { ActivityStrings } from '../shared/strings.js';
import { ageText } from '../shared/age.js';
import {
  binIcon,
  closeIcon,
  doneIcon,
  pencilIcon,
  playIcon,
  plusIcon,
  searchIcon,
  slidersIcon,
  waitingIcon,
  warningIcon,
} from '../shared/control-icons.js';
import { numberFormat } from '../shared/formatters.js';
import { fill, plural } from '../shared/messages.js';
import type { ManagerContent, RunningRun } from './manager-data.js';
import { listView } from './list-view.js';
import type { ManagerColumn, ManagerRow, ManagerSort } from './manager-list.js';
import type { ManagerStrings } from './manager-strings.js';
import { noticesView } from './notices-view.js';

/** Something that happened, with a way to take it back. */
export interface ManagerNotice {
  readonly text: string;
  readonly isBad?: boolean;
  readonly undo?: () => void;
}

/** All that the manager shows. */
export interface ManagerModel {
  readonly content: ManagerContent | null;
  readonly error: AdapterError | null;
  readonly running: RunningRun | null;
  /** All definitions, and those that the search lets through, in order. */
  readonly rows: readonly ManagerRow[];
  readonly shown: readonly ManagerRow[];
  readonly sort: ManagerSort;
  readonly search: string;
  readonly selected: ReadonlySet<string>;
  readonly notice: ManagerNotice | null;
  /** What stops a run, and the definition's name before each. */
  readonly faults: readonly string[];
  readonly strings: ManagerStrings;
  readonly rowsStrings: RowsStrings;
  readonly issueTexts: ActivityStrings['issues'];
  readonly locale: string;
  readonly now: number;
}

/** What a person can do. */
export interface ManagerActions {
  readonly run: () => void;
  readonly cancelRun: () => void;
  /** The steps of one definition; null: a new one. */
  readonly configureOne: (activityId: string | null) => void;
  readonly configure: (activityId: string | null) => void;
  readonly rename: (activityId: string) => void;
  readonly delete: (activityIds: readonly string[]) => void;
  readonly search: (text: string) => void;
  readonly sort: (column: ManagerColumn) => void;
  readonly select: (activityId: string) => void;
  readonly selectAll: () => void;
  readonly clearSelection: () => void;
  readonly dismiss: () => void;
  readonly retry: () => void;
  readonly openProgress: () => void;
}

export function managerView(model: ManagerModel, actions: ManagerActions): TemplateResult {
  const { content, error, strings } = model;
  return html`<div class="frame" part="base">
    <div class="head" part="header">
      <div class="titles">
        <slot name="header">
          <h2 class="title" part="title">${strings.title}</h2>
          <p class="hint">${strings.subtitle}</p>
        </slot>
      </div>
      ${content?.report || model.running ? statusView(model, actions) : nothing}
    </div>
    ${commandsView(model, actions)} ${noticesView(model, actions)}
    ${
      content
        ? content.model.activities.length > 0
          ? listView(model, actions)
          : emptyView(model, actions)
        : error
          ? nothing
          : html`<div class="skeleton" part="skeleton" role="status">
              <span class="visually-hidden">${strings.loading}</span>
              ${Array.from({ length: 5 }, () => html`<span class="bar" aria-hidden="true"></span>`)}
            </div>`
    }
  </div>`;
}

/** What a run's status looks like; the words say the same. */
export function statusOf({ status, outOfDate }: RunReport): { tone: string; icon: TemplateResult } {
  return status === 'successful' && !outOfDate
    ? { tone: 'good', icon: doneIcon }
    : { tone: 'warn', icon: warningIcon };
}

function statusView(
  { content, running, strings, locale, now }: ManagerModel,
  { openProgress }: ManagerActions,
): TemplateResult {
  const report = content?.report;
  const { tone, icon } = running || !report ? { tone: 'busy', icon: waitingIcon } : statusOf(report);
  const text = running || !report ? strings.statuses.refreshing : strings.statuses[report.status];
  return html`<div class="status" part="status">
    <button class="text-button ${tone}" type="button" aria-haspopup="dialog" @click=${openProgress}>
      ${icon}${text}
    </button>
    ${
      running || !report
        ? nothing
        : html`<span class="hint"
            >${fill(strings.updated, { age: ageText(report.startedAt + report.durationMs, now, locale) })}</span
          >`
    }
  </div>`;
}

/** Run stays focusable while a run is under way: it is disabled by its own work, and would lose the focus. */
function commandsView(model: ManagerModel, actions: ManagerActions): TemplateResult {
  const { content, selected, strings, locale, search, running } = model;
  const [one, ...more] = selected;
  const isEmpty = !content?.model.activities.length;
  return html`<div class="commands" part="commands">
    ${
      one !== undefined
        ? html`<button
              class="text-button"
              type="button"
              ?disabled=${more.length > 0}
              @click=${() => actions.configureOne(one)}
            >
              ${slidersIcon}${strings.edit}
            </button>
            <button
              class="text-button"
              type="button"
              ?disabled=${more.length > 0}
              @click=${() => actions.rename(one)}
            >
              ${pencilIcon}${strings.rename}
            </button>
            <button class="text-button" type="button" @click=${() => actions.delete([...selected])}>
              ${binIcon}${strings.delete}
            </button>
            <button class="text-button" type="button" @click=${actions.clearSelection}>
              <span class="selected-count"
                >${fill(plural(strings.selected, selected.size, locale), {
                  count: numberFormat(locale).format(selected.size),
                })}</span
              ><span class="visually-hidden">: ${strings.clearSelection}</span>${closeIcon}
            </button>`
        : html`<button
              class="text-button"
              part="run"
              type="button"
              ?disabled=${isEmpty}
              aria-disabled=${ifDefined(running ? 'true' : undefined)}
              @click=${actions.run}
            >
              ${playIcon}${strings.run}
            </button>
            <button
              class="text-button"
              part="add"
              type="button"
              ?disabled=${!content}
              @click=${() => actions.configureOne(null)}
            >
              ${plusIcon}${strings.addActivity}
            </button>
            <button
              class="text-button"
              part="configure"
              type="button"
              ?disabled=${!content}
              @click=${() => actions.configure(null)}
            >
              ${slidersIcon}${strings.configure}
            </button>
            <slot name="actions"></slot>`
    }
    <label class="search" ?hidden=${isEmpty}>
      ${searchIcon}
      <input
        class="field"
        part="search"
        type="search"
        aria-label=${strings.search}
        placeholder=${strings.search}
        autocomplete="off"
        spellcheck="false"
        .value=${search}
        @input=${(event: Event) => actions.search((event.target as HTMLInputElement).value)}
      />
    </label>
  </div>`;
}

function emptyView({ strings }: ManagerModel, { configure }: ManagerActions): TemplateResult {
  return html`<div class="empty" part="empty">
    <p class="empty-title">${strings.empty}</p>
    <p class="hint">${strings.emptyHint}</p>
    <button class="solid-button" type="button" @click=${() => configure(null)}>${strings.configure}</button>
  </div>`;
}

/** The definition of an id that the list shows. */
export function definitionOf(content: ManagerContent | null, id: string): ActivityDefinition | undefined {
  return content?.model.activities.find((known) => known.id === id);
}
