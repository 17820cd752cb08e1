import { html, nothing, type TemplateResult } from 'lit';
import { ifDefined } from 'lit/directives/if-defined.js';
import type { ColumnType } from '../../model/model.js';
import type { ModelIssue } from '../../model/validate/issues.js';
import { warningIcon } from '../shared/control-icons.js';
import { numberFormat } from '../shared/formatters.js';
import { issueText } from '../shared/issue-text.js';
import { fill } from '../shared/messages.js';
import { isDate, type ProposedField, type Reason } from './proposals.js';
import { rowCheckOf } from './row-check.js';
import { isMissing } from './wizard-issues.js';
import type { WizardModel } from './wizard-view.js';

/** What is said of a place of the model; what is missing only once a person tried to go on. */
export function issuesAt(model: WizardModel, path: string, isTried: boolean): ModelIssue[] {
  return model.issues.filter((issue) => issue.path === path && (isTried || !isMissing(issue)));
}

export function issueLines(
  issues: readonly ModelIssue[],
  { model, issueTexts, timelineStrings, locale, showRows, rowsStrings }: WizardModel,
): unknown {
  return issues.map(
    (issue) =>
      html`<span class=${issue.level === 'error' ? 'fault' : issue.level === 'warning' ? 'caution' : 'info'}
        >${warningIcon}<span>${issueText(issue, issueTexts, locale, timelineStrings.attributes)}</span>${
          showRows && rowCheckOf(model, issue)
            ? html`<button
                class="link"
                type="button"
                aria-label="${rowsStrings.show}: ${issueText(issue, issueTexts, locale, timelineStrings.attributes)}"
                @click=${() => showRows(issue)}
              >
                ${rowsStrings.show}
              </button>`
            : nothing
        }</span
      >`,
  );
}

/** Why a value was proposed, in words. */
export function reasonText(
  { reasons, strings, locale }: WizardModel,
  id: string,
  field: ProposedField,
): string {
  const reason: Reason | undefined = reasons.get(id)?.[field];
  if (!reason) return '';
  const { format } = numberFormat(locale);
  const values = Object.entries(reason.values).map(([name, value]) => [
    name,
    typeof value === 'number' ? format(value) : value,
  ]);
  return fill(strings.reasons[reason.key], Object.fromEntries(values) as Record<string, string>);
}

/** A labelled select of columns with what is wrong with it, or why it was proposed, under it. */
export function columnField(options: {
  readonly model: WizardModel;
  readonly id: string;
  readonly label: string;
  readonly isLabelHidden?: boolean;
  readonly value: string;
  readonly columns: readonly { readonly name: string; readonly type: ColumnType }[];
  /** Without it: an optional field with None. */
  readonly isRequired?: boolean;
  readonly isByDate?: boolean;
  readonly reason?: string;
  readonly isTried: boolean;
  readonly onChange: (column: string) => void;
}): TemplateResult {
  const { model, id, label, value, columns, isRequired, isByDate, reason, onChange } = options;
  const issues = issuesAt(model, id, options.isTried);
  const names = columns.map(({ name }) => name);
  const gone = value !== '' && !names.includes(value) ? [value] : [];
  const option = (name: string): TemplateResult =>
    html`<option value=${name} ?selected=${name === value}>${name}</option>`;
  const ofDates = columns.filter(({ type }) => isDate(type)).map(({ name }) => name);
  return html`<div class="entry">
    <label class=${options.isLabelHidden ? 'visually-hidden' : 'label'} for=${id}
      >${label}${isRequired && !options.isLabelHidden ? html`<span class="star" aria-hidden="true"> *</span>` : nothing}</label
    >
    <select
      class="field"
      id=${id}
      aria-required=${ifDefined(isRequired ? 'true' : undefined)}
      aria-invalid=${ifDefined(issues.some(({ level }) => level === 'error') ? 'true' : undefined)}
      aria-describedby=${issues.length > 0 || reason ? `${id}-hint` : nothing}
      .value=${value}
      @change=${(event: Event) => onChange((event.target as HTMLSelectElement).value)}
    >
      <option value="" ?selected=${value === ''}>
        ${isRequired ? model.strings.selectField : model.strings.none}
      </option>
      ${gone.map(option)}
      ${
        isByDate
          ? html`<optgroup label=${model.strings.dateColumns}>${ofDates.map(option)}</optgroup>
              <optgroup label=${model.strings.otherColumns}>
                ${names.filter((name) => !ofDates.includes(name)).map(option)}
              </optgroup>`
          : names.map(option)
      }
    </select>
    ${
      issues.length > 0 || reason
        ? html`<p class="hint" id="${id}-hint">${issues.length > 0 ? issueLines(issues, model) : reason}</p>`
        : nothing
    }
  </div>`;
}
