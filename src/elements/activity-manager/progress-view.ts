import { html, nothing, type TemplateResult } from 'lit';
import type { DefinitionReport, RunReport, RunStatus, RunTask } from '../../model/reports.js';
import { doneIcon, notYetIcon, waitingIcon, warningIcon } from '../shared/control-icons.js';
import { dialogView } from '../shared/dialog-view.js';
import { dateFormat, numberFormat } from '../shared/formatters.js';
import { fill } from '../shared/messages.js';
import { isAside, type AsideChoice, type AsideFigure } from './aside-rows.js';
import { definitionWarnings } from './definition-warnings.js';
import type { ManagerActions, ManagerModel } from './manager-view.js';

const TASKS: readonly RunTask[] = [
  'check-sources',
  'resolve-keys',
  'build-activities',
  'write-output',
  'refresh-counts',
];

const FIGURES = ['shown', 'hidden', 'undated', 'rejected', 'orphaned'] as const;
const CHANGES = ['added', 'removed', 'changed', 'unchanged'] as const;

/** What a person can do in the pane. */
export interface ProgressActions extends Pick<ManagerActions, 'cancelRun'> {
  /** Opens the rows behind a figure; null: the adapter gives none. */
  readonly showRows: ((choice: AsideChoice) => void) | null;
  /** Id of the definition whose figures are seen from the start. */
  readonly opened: string | undefined;
  readonly close: () => void;
}

/** Id of a figure that leads to its rows. */
export const figureId = (definition: string, figure: AsideFigure): string => `${figure}-${definition}`;

/** The progress details pane (§ 6.3, D 29): tasks of the run under way, or of the last one with their figures. */
export function progressView(model: ManagerModel, actions: ProgressActions): TemplateResult {
  const { cancelRun, close } = actions;
  const { strings, running } = model;
  return dialogView({
    shape: 'pane',
    isText: true,
    title: strings.progressTitle,
    close: strings.close,
    onClose: close,
    content: html`<p class="hint">${strings.progressHint}</p>
      <ul class="tasks">
        ${TASKS.map((task) => taskView(task, model, actions))}
      </ul>`,
    footer: html`${
        running
          ? html`<button class="solid-button" type="button" @click=${cancelRun}>${strings.cancelRun}</button>`
          : nothing
      } <button class="outline-button" type="button" @click=${close}>${strings.close}</button>`,
  });
}

function taskView(task: RunTask, model: ManagerModel, actions: ProgressActions): TemplateResult {
  const { strings, running, content, locale } = model;
  const report = content?.report ?? null;
  const done = running ? undefined : report?.tasks.find((known) => known.task === task);
  const status = running ? runningStatus(task, running.progress?.task) : (done?.status ?? 'not-started');
  const details = !running && report ? detailsOf(task, report, model, actions) : nothing;
  return html`<li class="task">
    <div class="task-head">
      <span class=${status === 'successful' ? 'good' : ''}>${iconOf(status)}</span>
      <span class="task-name">${strings.tasks[task]}</span>
      <span class="hint">${strings.statuses[status]}</span>
    </div>
    ${
      done && report
        ? html`<details
            class="task-details"
            ?open=${task === 'build-activities' && actions.opened !== undefined}
          >
            <summary>${strings.details}</summary>
            <dl class="facts">
              ${fact(strings.processingTime, seconds(done.durationMs, model))}
              ${fact(
                strings.lastProcessed,
                dateFormat(locale, { dateStyle: 'medium', timeStyle: 'medium' }).format(
                  report.startedAt + report.durationMs,
                ),
              )}
            </dl>
            ${details}
          </details>`
        : nothing
    }
  </li>`;
}

/** Tasks follow each other: those before the present one are done. */
function runningStatus(task: RunTask, present: RunTask | undefined): RunStatus {
  const [place, now] = [TASKS.indexOf(task), present === undefined ? -1 : TASKS.indexOf(present)];
  if (place === now) return 'processing';
  return place < now ? 'successful' : 'queued';
}

function iconOf(status: RunStatus): TemplateResult {
  if (status === 'successful') return doneIcon;
  return status === 'processing' ? waitingIcon : notYetIcon;
}

function detailsOf(task: RunTask, report: RunReport, model: ManagerModel, actions: ProgressActions): unknown {
  const { strings, locale } = model;
  const { format } = numberFormat(locale);
  if (task === 'resolve-keys') {
    return html`<dl class="facts">${fact(strings.customers, format(report.customers.customers))}</dl>`;
  }
  return task === 'build-activities'
    ? report.definitions.map((definition) => definitionView(definition, model, actions))
    : nothing;
}

function definitionView(
  definition: DefinitionReport,
  model: ManagerModel,
  actions: ProgressActions,
): TemplateResult {
  const { strings, locale } = model;
  const { format } = numberFormat(locale);
  const warnings = definitionWarnings(definition, strings, locale);
  return html`<details class="definition" ?open=${actions.opened === definition.definition}>
    <summary>
      <span class=${warnings.length > 0 ? 'warn' : 'good'}
        >${warnings.length > 0 ? warningIcon : doneIcon}</span
      >
      ${definition.name}
    </summary>
    <dl class="facts">
      ${fact(strings.processingTime, seconds(definition.durationMs, model))}
      ${fact(strings.read, format(definition.read))}
      ${FIGURES.map((figure) => fact(strings.figures[figure], figureView(definition, figure, model, actions)))}
      ${CHANGES.map((change) => fact(strings.changes[change], format(definition.changes[change])))}
    </dl>
    <p class="warnings-title">${strings.warnings}</p>
    ${
      warnings.length > 0
        ? html`<ul class="warnings">
            ${warnings.map((text) => html`<li class="caution">${warningIcon}<span>${text}</span></li>`)}
          </ul>`
        : html`<p class="hint">${strings.noWarnings}</p>`
    }
  </details>`;
}

/** A figure, and the way to the rows that it counts. */
function figureView(
  definition: DefinitionReport,
  figure: (typeof FIGURES)[number],
  { strings, rowsStrings, locale }: ManagerModel,
  { showRows }: ProgressActions,
): TemplateResult | string {
  const count = numberFormat(locale).format(definition[figure]);
  if (!showRows || !isAside(figure) || definition[figure] === 0) return count;
  return html`<button
    class="link"
    id=${figureId(definition.definition, figure)}
    type="button"
    aria-label="${rowsStrings.show}: ${definition.name}, ${strings.figures[figure]}, ${count}"
    @click=${() => showRows({ definition: definition.definition, figure })}
  >
    ${count}
  </button>`;
}

const fact = (term: string, value: unknown): TemplateResult =>
  html`<div>
    <dt>${term}</dt>
    <dd>${value}</dd>
  </div>`;

function seconds(milliseconds: number, { strings, locale }: ManagerModel): string {
  const value = new Intl.NumberFormat(locale, { maximumFractionDigits: 2 }).format(milliseconds / 1000);
  return fill(strings.seconds, { seconds: value });
}
