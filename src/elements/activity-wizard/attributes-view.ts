import { html, nothing, type TemplateResult } from 'lit';
import type { ActivityDefinition } from '../../model/model.js';
import { attributesOf } from '../../model/semantic-types.js';
import { choiceView } from './definition-fields.js';
import { columnField } from './field-view.js';
import { attributeWord } from './type-words.js';
import { infoOf, type WizardActions, type WizardModel } from './wizard-view.js';

/** Not asked of types without attributes (§ 4.2). */
export function attributesView(
  activity: ActivityDefinition,
  model: WizardModel,
  actions: WizardActions,
  question: string = model.strings.map,
): TemplateResult | typeof nothing {
  const attributes = attributesOf(activity.type);
  if (attributes.length === 0) return nothing;
  const { strings } = model;
  const { id, attributes: mapping } = activity;
  const i = model.model.activities.findIndex((known) => known.id === id);
  const info = infoOf(model, activity.table);
  return html`${choiceView(question, mapping !== undefined, strings, (value) =>
    actions.patch(id, 'attributes', value ? proposeMapping(activity) : undefined),
  )}
  ${
    mapping
      ? html`<div class="attributes">
          ${attributes.map(({ key, label, required }) =>
            columnField({
              model,
              id: `/activities/${i}/attributes/${key}`,
              label: attributeWord(model, { key, label }),
              value: mapping[key] ?? '',
              columns: info.columns,
              isRequired: required,
              isTried: model.tried.has(model.step),
              onChange: (column) => {
                const { [key]: _, ...others } = mapping;
                actions.patch(id, 'attributes', column === '' ? others : { ...others, [key]: column });
              },
            }),
          )}
        </div>`
      : nothing
  }`;
}

/** The timestamp for the required date, the primary key for the id (D 15). */
function proposeMapping({ type, timestamp, primaryKey }: ActivityDefinition): Record<string, string> {
  const required = attributesOf(type).filter((attribute) => attribute.required);
  const id = required.find((attribute) => attribute.type === 'text');
  const date = required.find((attribute) => attribute.type === 'date');
  return {
    ...(id && primaryKey && { [id.key]: primaryKey }),
    ...(date && timestamp && { [date.key]: timestamp }),
  };
}
