import { html, nothing, type TemplateResult } from 'lit';
import { ifDefined } from 'lit/directives/if-defined.js';
import type { ActivityDefinition } from '../../model/model.js';
import { attributesView } from './attributes-view.js';
import { columnOf, dateOrderView, iconView, nameField, showView } from './definition-fields.js';
import { exampleView } from './example-view.js';
import { isError } from './wizard-flow.js';
import { typeWord } from './type-words.js';
import { infoOf, type WizardActions, type WizardModel } from './wizard-view.js';

/** Step 2, activity fields (§ 4.2): the tables beside the controls of one of them. */
export function fieldsView(model: WizardModel, actions: WizardActions): TemplateResult {
  const { strings, chosen, issues } = model;
  const { activities } = model.model;
  return html`<div class="columns ${model.example ? 'with-list-and-example' : ''}">
    <nav class="list" aria-label=${strings.tables}>
      <h3 class="label">${strings.tables}</h3>
      <ul>
        ${activities.map((activity) => {
          const info = infoOf(model, activity.table);
          const isFaulty =
            model.tried.has('fields') &&
            issues.some(
              (issue) => issue.step === 'fields' && issue.activity === activity.id && isError(issue),
            );
          return html`<li>
            <button
              class=${isFaulty ? 'faulty' : ''}
              type="button"
              aria-current=${ifDefined(activity.id === chosen?.id ? 'true' : undefined)}
              @click=${() => actions.choose(activity.id)}
            >
              <span class="hint">${info.source}</span>${info.table}
              ${isFaulty ? html`<span class="visually-hidden">${strings.stepFaulty}</span>` : nothing}
            </button>
          </li>`;
        })}
      </ul>
    </nav>
    ${chosen ? controlsView(chosen, model, actions) : nothing} ${exampleView(model, actions)}
  </div>`;
}

function controlsView(
  activity: ActivityDefinition,
  model: WizardModel,
  actions: WizardActions,
): TemplateResult {
  const info = infoOf(model, activity.table);
  return html`<div class="controls" role="group" aria-label=${info.table}>
    <p class="about">
      <span class="hint">${info.source}</span>
      <strong>${info.table}</strong>
      ${activity.type ? html`<span class="badge">${typeWord(model, activity.type)}</span>` : nothing}
    </p>
    ${nameField(activity, model, actions)} ${columnOf('timestamp', activity, model, actions)}
    ${dateOrderView(activity, model, actions)} ${columnOf('event', activity, model, actions)}
    ${columnOf('url', activity, model, actions)} ${columnOf('detail', activity, model, actions)}
    ${showView(activity, model, actions)} ${iconView(activity, model, actions)}
    ${attributesView(activity, model, actions)}
  </div>`;
}
