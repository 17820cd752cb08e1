import { html, nothing, type TemplateResult } from 'lit';
import { attributesOf, defaultIcon } from '../../model/semantic-types.js';
import { isIconName } from '../shared/icons.js';
import { issueLines } from './field-view.js';
import { sectionView } from './review-view.js';
import { attributeWord, typeWord } from './type-words.js';
import type { WizardStep } from './wizard-flow.js';
import { hopsOf, infoOf, type WizardActions, type WizardModel } from './wizard-view.js';

/** Step 5 of one activity: everything, with a way back to every step (§ 5.5). */
export function singleReviewView(
  model: WizardModel,
  { choose }: WizardActions,
): TemplateResult | typeof nothing {
  const { chosen, strings, issues } = model;
  if (!chosen) return nothing;
  const { id, name, type, attributes, paths, icon } = chosen;
  const label = (table: string): string => {
    const info = infoOf(model, table);
    return `${info.table} : ${info.source}`;
  };
  const yes = (value: boolean): string => (value ? strings.yes : strings.no);
  const lines: readonly (readonly [WizardStep, readonly (readonly [string, unknown])[]])[] = [
    [
      'data',
      [
        [strings.name, name],
        [strings.activityTable, label(chosen.table)],
        [strings.primaryKey, chosen.primaryKey],
      ],
    ],
    [
      'relationship',
      paths.flatMap((names) =>
        hopsOf(model.model, names).flatMap(({ from, to, ...hop }): [string, string][] => [
          [strings.relationshipKey, from.column],
          [
            model.model.customers.tables.some(({ table }) => table === to.table)
              ? strings.customerTable
              : strings.toTable,
            label(to.table),
          ],
          [strings.relationshipName, hop.name],
        ]),
      ),
    ],
    [
      'unification',
      [
        [strings.event, chosen.event],
        [strings.timestamp, chosen.timestamp],
        [strings.shown, yes(chosen.showInTimeline)],
        [strings.url, chosen.url ?? strings.none],
        [strings.detail, chosen.detail ?? strings.none],
        [strings.icon, strings.icons[isIconName(icon) ? icon : defaultIcon(type)]],
      ],
    ],
    [
      'type',
      [
        [strings.type, typeWord(model, type)],
        ...(attributesOf(type).length > 0 ? [[strings.mapped, yes(attributes !== undefined)] as const] : []),
        ...attributesOf(type).flatMap((attribute): [string, string][] =>
          attributes?.[attribute.key] ? [[attributeWord(model, attribute), attributes[attribute.key]]] : [],
        ),
      ],
    ],
  ];
  const notes = issues.filter((issue) => issue.activity === id && issue.level !== 'error');
  return html`<section class="review" aria-label=${name}>
    <h3 class="review-name">${name}</h3>
    <div class="sections">
      ${lines.map(([step, values]) => sectionView(step, values, name, model, () => choose(id, step)))}
    </div>
    ${notes.length > 0 ? html`<div class="notes">${issueLines(notes, model)}</div>` : nothing}
  </section>`;
}
