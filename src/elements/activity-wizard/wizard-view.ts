import { html, nothing, type TemplateResult } from 'lit';
import { ifDefined } from 'lit/directives/if-defined.js';
import type { AdapterError } from '../../model/errors.js';
import type { ActivityDefinition, ActivityModel, ColumnDefinition, Relationship } from '../../model/model.js';
import type { RunProgress } from '../../model/reports.js';
import type { TableInfo } from '../../model/tables.js';
import type { ModelIssue } from '../../model/validate/issues.js';
import { doneIcon, failedIcon, notYetIcon, warningIcon } from '../shared/control-icons.js';
import { issueText } from '../shared/issue-text.js';
import type { ActivityStrings } from '../shared/strings.js';
import { fieldsView } from './fields-view.js';
import type { ProposedField, Reason } from './proposals.js';
import { relationshipsView } from './relationships-view.js';
import { reviewView } from './review-view.js';
import { tablesView } from './tables-view.js';
import type { TypedType } from './new-type.js';
import { FLOWS, isOwn, stepErrors, type WizardFlow, type WizardStep } from './wizard-flow.js';
import type { WizardStrings } from './wizard-strings.js';

/** All that the wizard shows. */
export interface WizardModel {
  readonly model: ActivityModel;
  readonly tables: readonly TableInfo[];
  readonly issues: readonly ModelIssue[];
  readonly reasons: ReadonlyMap<string, Readonly<Partial<Record<ProposedField, Reason>>>>;
  readonly flow: WizardFlow;
  readonly step: WizardStep;
  readonly visited: ReadonlySet<WizardStep>;
  /** Steps that a person tried to leave: what is missing in them is said. */
  readonly tried: ReadonlySet<WizardStep>;
  /** The definition whose fields are shown. */
  readonly chosen: ActivityDefinition | undefined;
  readonly newType: TypedType | null;
  readonly canUndo: boolean;
  readonly canRedo: boolean;
  readonly canSave: boolean;
  readonly busy: { readonly progress: RunProgress | null } | 'saving' | null;
  readonly error: AdapterError | null;
  readonly message: string;
  readonly strings: WizardStrings;
  readonly issueTexts: ActivityStrings['issues'];
  readonly locale: string;
}

/** What a person can do. */
export interface WizardActions {
  readonly go: (step: WizardStep) => void;
  readonly next: () => void;
  readonly back: () => void;
  readonly undo: () => void;
  readonly redo: () => void;
  readonly save: () => void;
  readonly create: () => void;
  readonly cancel: () => void;
  readonly cancelRun: () => void;
  readonly focusIssue: (issue: ModelIssue) => void;
  readonly openTables: () => void;
  readonly removeTable: (id: string) => void;
  readonly patch: (id: string, field: keyof ActivityDefinition, value: unknown) => void;
  readonly startType: (id: string) => void;
  readonly typeName: (text: string) => void;
  readonly addType: () => void;
  readonly choose: (id: string, step?: WizardStep) => void;
  readonly openPath: (id: string, place: number | null) => void;
  readonly removePath: (id: string, place: number) => void;
}

/** A path as people read it. */
export const hopsOf = (model: ActivityModel, names: readonly string[]): Relationship[] =>
  names.flatMap((name) => model.relationships.find((known) => known.name === name) ?? []);

/** What is shown of a table; one that is gone is shown as the model describes it. */
export function infoOf(
  { tables, model }: Pick<WizardModel, 'tables' | 'model'>,
  name: string,
): Pick<TableInfo, 'table' | 'source'> & { readonly columns: readonly ColumnDefinition[] } {
  const known =
    tables.find((table) => table.name === name) ?? model.tables.find((table) => table.name === name);
  return { table: known?.table ?? name, source: known?.source ?? '', columns: known?.columns ?? [] };
}

type StepView = (model: WizardModel, actions: WizardActions) => TemplateResult;

const BODIES: Readonly<Partial<Record<WizardStep, StepView>>> = {
  tables: tablesView,
  fields: fieldsView,
  relationships: relationshipsView,
  review: reviewView,
};

export function wizardView(model: WizardModel, actions: WizardActions): TemplateResult {
  const { step, strings, canUndo, canRedo } = model;
  return html`<div class="frame" part="base">
    <nav class="breadcrumb">
      <button class="text-button" type="button" @click=${actions.cancel}>${strings.breadcrumb}</button>
      <span aria-hidden="true">›</span><span>${strings.title}</span>
      <span class="history">
        <button class="text-button" type="button" ?disabled=${!canUndo} @click=${actions.undo}>
          ${strings.undo}
        </button>
        <button class="text-button" type="button" ?disabled=${!canRedo} @click=${actions.redo}>
          ${strings.redo}
        </button>
      </span>
    </nav>
    ${stepperView(model, actions)}
    <h2 class="heading" id="heading" tabindex="-1">${strings.headings[step]}</h2>
    ${messagesView(model, actions)}
    <div class="body" part="body">${BODIES[step]?.(model, actions)}</div>
    ${footerView(model, actions)}
  </div>`;
}

function stepperView(
  { flow, step, visited, issues, strings }: WizardModel,
  { go }: WizardActions,
): TemplateResult {
  const steps: readonly WizardStep[] = FLOWS[flow];
  const here = steps.indexOf(step);
  const firstFaulty = steps.findIndex((known) => stepErrors(issues, known, flow).length > 0);
  return html`<ol class="stepper" part="stepper">
    ${steps.map((known, place) => {
      const isHere = known === step;
      const isFaulty =
        visited.has(known) && !isHere && known !== 'review' && firstFaulty >= 0 && firstFaulty <= place;
      const isDone = visited.has(known) && !isHere && !isFaulty;
      return html`<li class=${isHere ? 'here' : isFaulty ? 'faulty' : isDone ? 'done' : ''}>
        <button
          type="button"
          aria-current=${ifDefined(isHere ? 'step' : undefined)}
          ?disabled=${place > here && !(visited.has(known) && (firstFaulty < 0 || firstFaulty >= place))}
          @click=${() => go(known)}
        >
          ${isFaulty ? failedIcon : isDone ? doneIcon : notYetIcon} ${strings.steps[known]}
          ${
            isFaulty || isDone
              ? html`<span class="visually-hidden">${isFaulty ? strings.stepFaulty : strings.stepDone}</span>`
              : nothing
          }
        </button>
      </li>`;
    })}
  </ol>`;
}

function messagesView(model: WizardModel, actions: WizardActions): TemplateResult {
  const { issues, flow, step, tried, strings, error, message, issueTexts, locale } = model;
  // Nothing leads on from the review: what keeps it from being saved is said at once.
  const errors = tried.has(step) || step === 'review' ? stepErrors(issues, step, flow) : [];
  const elsewhere =
    step === 'review' ? issues.filter((issue) => issue.level === 'error' && !isOwn(issue)) : [];
  const names = new Map(model.model.activities.map(({ id, name }) => [id, name]));
  const textOf = (issue: ModelIssue): string => {
    const name = step === 'tables' ? undefined : names.get(issue.activity ?? '');
    return `${name ? `${name}: ` : ''}${issueText(issue, issueTexts, locale)}`;
  };
  return html`${
      errors.length > 0
        ? html`<div class="notice bad" part="summary" role="group" aria-label=${strings.summary}>
            ${warningIcon}
            <div class="grow">
              <strong>${strings.summary}</strong>
              <ul>
                ${errors.map(
                  (issue) =>
                    html`<li>
                      <button class="link" type="button" @click=${() => actions.focusIssue(issue)}>
                        ${textOf(issue)}
                      </button>
                    </li>`,
                )}
              </ul>
            </div>
          </div>`
        : nothing
    }
    ${
      elsewhere.length > 0
        ? html`<div class="notice warn">
            ${warningIcon}
            <div class="grow">
              <strong>${strings.elsewhere}</strong>
              <ul>
                ${elsewhere.map((issue) => html`<li>${textOf(issue)}</li>`)}
              </ul>
            </div>
          </div>`
        : nothing
    }
    ${
      error
        ? html`<div class="notice bad" part="error" role="alert">
            ${warningIcon}
            <p class="grow">${error.message}</p>
          </div>`
        : nothing
    }
    <div role="status">
      ${message ? html`<div class="notice"><p class="grow">${message}</p></div>` : nothing}
    </div>`;
}

function footerView(model: WizardModel, actions: WizardActions): TemplateResult {
  const { flow, step, busy, canSave, strings } = model;
  const isRunning = busy !== null && busy !== 'saving';
  return html`<footer class="footer" part="footer">
    ${
      busy
        ? html`<span class="busy" role="status">${isRunning ? strings.running : strings.saving} …</span>${
              isRunning
                ? html`<progress
                      aria-label=${strings.running}
                      max="1"
                      .value=${busy.progress?.fraction ?? 0}
                    ></progress>
                    <button class="outline-button" type="button" @click=${actions.cancelRun}>
                      ${strings.cancelRun}
                    </button>`
                : nothing
            }`
        : html`${
              step === FLOWS[flow][0]
                ? nothing
                : html`<button class="outline-button" type="button" @click=${actions.back}>
                    ${strings.back}
                  </button>`
            }
            ${
              step === 'review'
                ? html`<button
                    class="solid-button"
                    type="button"
                    ?disabled=${!canSave}
                    @click=${actions.create}
                  >
                    ${strings.create}
                  </button>`
                : html`<button class="solid-button" type="button" @click=${actions.next}>
                    ${strings.next}
                  </button>`
            }
            <button class="outline-button" type="button" ?disabled=${!canSave} @click=${actions.save}>
              ${strings.save}
            </button>
            <button class="outline-button" type="button" @click=${actions.cancel}>${strings.cancel}</button>`
    }
  </footer>`;
}
