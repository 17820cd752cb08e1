import { html, nothing, type TemplateResult } from 'lit';
import { ifDefined } from 'lit/directives/if-defined.js';
import type { AdapterError } from '../../model/errors.js';
import type { ActivityDefinition, ActivityModel, ColumnDefinition, Relationship } from '../../model/model.js';
import type { TableInfo } from '../../model/tables.js';
import type { ModelIssue } from '../../model/validate/issues.js';
import { doneIcon, failedIcon, notYetIcon, warningIcon } from '../shared/control-icons.js';
import { issueText } from '../shared/issue-text.js';
import type { RowsStrings } from '../shared/rows/rows-strings.js';
import type { ActivityStrings } from '../shared/strings.js';
import type { TimelineStrings } from '../activity-timeline/timeline-strings.js';
import type { ExampleModel } from './example.js';
import { fieldsView } from './fields-view.js';
import { footerView } from './footer-view.js';
import type { ProposedField, Reason } from './proposals.js';
import { relationshipsView } from './relationships-view.js';
import { relationshipView } from './relationship-step-view.js';
import { reviewView } from './review-view.js';
import { savedView } from './saved-view.js';
import { singleReviewView } from './single-review-view.js';
import { typeStepView } from './type-step-view.js';
import { unificationView } from './unification-view.js';
import { dataView } from './data-view.js';
import { tablesView } from './tables-view.js';
import type { TypedType } from './new-type.js';
import { FLOWS, isOwn, stepErrors, type WizardFlow, type WizardStep } from './wizard-flow.js';
import type { Busy } from './wizard-ending.js';
import type { WizardStrings } from './wizard-strings.js';

/** All that the wizard shows. */
export interface WizardModel {
  readonly model: ActivityModel;
  readonly tables: readonly TableInfo[];
  readonly issues: readonly ModelIssue[];
  readonly reasons: ReadonlyMap<string, Readonly<Partial<Record<ProposedField, Reason>>>>;
  readonly flow: WizardFlow;
  /** What is configured is not stored yet. */
  readonly isNew: boolean;
  /** The one activity is saved: nothing is left to do. */
  readonly isDone: boolean;
  readonly step: WizardStep;
  /** The step has only just been changed: what is far below may be left to the next frame. */
  readonly isFirstFrame: boolean;
  readonly visited: ReadonlySet<WizardStep>;
  /** Steps that a person tried to leave: what is missing in them is said. */
  readonly tried: ReadonlySet<WizardStep>;
  /** The definition whose fields are shown. */
  readonly chosen: ActivityDefinition | undefined;
  readonly newType: TypedType | null;
  readonly canUndo: boolean;
  readonly canRedo: boolean;
  readonly canSave: boolean;
  readonly busy: Busy;
  readonly error: AdapterError | null;
  readonly message: string;
  /** How the chosen definition will look; null: not shown here. */
  readonly example: ExampleModel | null;
  /** Opens the rows that an issue counts; null: the adapter gives none. */
  readonly showRows: ((issue: ModelIssue) => void) | null;
  readonly strings: WizardStrings;
  readonly rowsStrings: RowsStrings;
  readonly timelineStrings: TimelineStrings;
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
  /** To the review, with the type Other where none was asked for. */
  readonly finish: () => void;
  readonly save: () => void;
  readonly done: () => void;
  readonly create: () => void;
  readonly cancel: () => void;
  readonly cancelRun: () => void;
  readonly cancelSave: () => void;
  readonly focusIssue: (issue: ModelIssue) => void;
  readonly openTables: () => void;
  readonly removeTable: (id: string) => void;
  readonly chooseTable: (id: string, table: string) => void;
  readonly patch: (id: string, field: keyof ActivityDefinition, value: unknown) => void;
  /** Use my data. */
  readonly useOwn: (usesOwn: boolean) => void;
  readonly startType: (id: string) => void;
  readonly typeName: (text: string) => void;
  readonly addType: () => void;
  readonly choose: (id: string, step?: WizardStep) => void;
  readonly openPath: (id: string, place: number | null) => void;
  /** Hands the drawing over as a file. */
  readonly savePicture: (drawing: SVGElement) => void;
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

type StepView = (model: WizardModel, actions: WizardActions) => TemplateResult | typeof nothing;

const BODIES: Readonly<Record<WizardStep, StepView>> = {
  tables: tablesView,
  fields: fieldsView,
  relationships: relationshipsView,
  data: dataView,
  relationship: relationshipView,
  unification: unificationView,
  type: typeStepView,
  review: (model, actions) => (model.flow === 'all' ? reviewView : singleReviewView)(model, actions),
};

export function wizardView(model: WizardModel, actions: WizardActions): TemplateResult {
  const { flow, step, strings, canUndo, canRedo, isNew, isDone, busy } = model;
  if (isDone) return savedView(model, actions);
  const title = flow === 'all' ? strings.title : isNew ? strings.createTitle : strings.editTitle;
  return html`<div class="frame" part="base">
    <nav class="breadcrumb">
      <button class="text-button" type="button" ?disabled=${busy !== null} @click=${actions.cancel}>
        ${strings.breadcrumb}
      </button>
      <span aria-hidden="true">›</span><span>${title}</span>
      <span class="history">
        ${historyButton(strings.undo, canUndo && busy === null, actions.undo)}
        ${historyButton(strings.redo, canRedo && busy === null, actions.redo)}
      </span>
    </nav>
    ${stepperView(model, actions)}
    <h2 class="heading" id="heading" tabindex="-1">${strings.headings[step]}</h2>
    ${messagesView(model, actions)}
    <div class="body" part="body" ?inert=${busy !== null}>${BODIES[step](model, actions)}</div>
    ${footerView(model, actions)}
  </div>`;
}

/** Stays focusable when there is nothing to undo: it is disabled by its own work, and would lose the focus. */
function historyButton(label: string, isEnabled: boolean, act: () => void): TemplateResult {
  return html`<button
    class="text-button"
    type="button"
    aria-disabled=${isEnabled ? 'false' : 'true'}
    @click=${isEnabled ? act : nothing}
  >
    ${label}
  </button>`;
}

/** The steps, with the one that a person is in. */
export function stepperView(
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
  const { issues, flow, step, tried, strings, error, message, issueTexts, timelineStrings, locale } = model;
  // Nothing leads on from the review: what keeps it from being saved is said at once.
  const errors = tried.has(step) || step === 'review' ? stepErrors(issues, step, flow) : [];
  const elsewhere =
    step === 'review' ? issues.filter((issue) => issue.level === 'error' && !isOwn(issue)) : [];
  const names = new Map(model.model.activities.map(({ id, name }) => [id, name]));
  const textOf = (issue: ModelIssue): string => {
    const [, list, place] = issue.path.split('/');
    const name =
      list === 'relationships'
        ? model.model.relationships[Number(place)]?.name
        : flow === 'single' || step === 'tables'
          ? undefined
          : names.get(issue.activity ?? '');
    return `${name ? `${name}: ` : ''}${issueText(issue, issueTexts, locale, timelineStrings.attributes)}`;
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
