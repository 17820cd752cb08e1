import { html, nothing, type TemplateResult } from 'lit';
import type { ActivityDefinition } from '../../model/model.js';
import { attributesOf } from '../../model/semantic-types.js';
import { pictureView } from './picture/picture-view.js';
import { issueLines } from './field-view.js';
import { drawn } from './first-frame.js';
import { attributeWord, typeWord } from './type-words.js';
import type { WizardStep } from './wizard-flow.js';
import { hopsOf, infoOf, type WizardActions, type WizardModel } from './wizard-view.js';

const SECTIONS = ['tables', 'fields', 'relationships'] as const;
type Section = (typeof SECTIONS)[number];

/** Step 4, review (§ 4.5): everything, with a way back to every section. */
export function reviewView(model: WizardModel, actions: WizardActions): TemplateResult {
  return html`${pictureView(model.model.activities, model, actions)}
    <div class="rows">
      ${drawn(model.model.activities, model.isFirstFrame).map((activity) => activityView(activity, model, actions))}
    </div>`;
}

function activityView(
  activity: ActivityDefinition,
  model: WizardModel,
  actions: WizardActions,
): TemplateResult {
  const { strings, issues } = model;
  const info = infoOf(model, activity.table);
  const notes = issues.filter((issue) => issue.activity === activity.id && issue.level !== 'error');
  const { attributes = {} } = activity;
  const lines: Readonly<Record<Section, readonly (readonly [string, unknown])[]>> = {
    tables: [
      [strings.sourceTable, `${info.table} : ${info.source}`],
      [strings.type, typeWord(model, activity.type)],
      [strings.primaryKey, activity.primaryKey],
    ],
    fields: [
      [strings.timestamp, activity.timestamp],
      [strings.event, activity.event],
      [strings.url, activity.url ?? strings.none],
      [strings.detail, activity.detail ?? strings.none],
      [strings.show, activity.showInTimeline ? strings.yes : strings.no],
      ...attributesOf(activity.type).flatMap((attribute): (readonly [string, string])[] =>
        attributes[attribute.key] ? [[attributeWord(model, attribute), attributes[attribute.key]]] : [],
      ),
    ],
    relationships: activity.paths.map((names, place) => [
      strings.path.replace('{number}', String(place + 1)),
      hopsOf(model.model, names)
        .map(
          ({ from, to }) =>
            `${infoOf(model, from.table).table}.${from.column} → ${infoOf(model, to.table).table}.${to.column}`,
        )
        .join(', '),
    ]),
  };
  return html`<section class="review" aria-label=${activity.name}>
    <h3 class="review-name">${activity.name}</h3>
    <div class="sections">
      ${SECTIONS.map((step) =>
        sectionView(step, lines[step], activity.name, model, () => actions.choose(activity.id, step)),
      )}
    </div>
    ${notes.length > 0 ? html`<div class="notes">${issueLines(notes, model)}</div>` : nothing}
  </section>`;
}

/** One step in lines of label and value, with a way back to it. */
export function sectionView(
  step: WizardStep,
  lines: readonly (readonly [string, unknown])[],
  name: string,
  { strings }: WizardModel,
  onEdit: () => void,
): TemplateResult {
  return html`<div class="section">
    <p class="section-head">
      <span class="label">${strings.steps[step]}</span>
      <button
        class="text-button"
        type="button"
        aria-label="${strings.edit}: ${strings.steps[step]}, ${name}"
        @click=${onEdit}
      >
        ${strings.edit}
      </button>
    </p>
    <dl>
      ${lines.map(
        ([term, value]) =>
          html`<div>
            <dt>${term}</dt>
            <dd>${value}</dd>
          </div>`,
      )}
    </dl>
  </div>`;
}
