import { html, nothing, type TemplateResult } from 'lit';
import type { ActivityDefinition } from '../../model/model.js';
import { binIcon, pencilIcon, plusIcon } from '../shared/control-icons.js';
import { numberFormat } from '../shared/formatters.js';
import { fill } from '../shared/messages.js';
import { issueLines, reasonText } from './field-view.js';
import { drawn } from './first-frame.js';
import { isMissing } from './wizard-issues.js';
import { hopsOf, infoOf, type WizardActions, type WizardModel } from './wizard-view.js';

/** Step 3, relationships (§ 4.3): the paths of each table. */
export function relationshipsView(model: WizardModel, actions: WizardActions): TemplateResult {
  return html`${relationshipFaults(model)}
    <div class="rows">
      ${drawn(model.model.activities, model.isFirstFrame).map((activity, i) => tablePathsView(activity, i, model, actions))}
    </div>`;
}

/** What is wrong with relationships as such: they may be on several paths, or on none. */
function relationshipFaults(model: WizardModel): TemplateResult[] {
  const { relationships } = model.model;
  return model.issues.flatMap((issue) => {
    const [, list, place] = issue.path.split('/');
    if (list !== 'relationships') return [];
    return html`<p class="relation-fault" id=${issue.path} tabindex="-1">
      <strong>${relationships[Number(place)]?.name}</strong> ${issueLines([issue], model)}
    </p>`;
  });
}

/** The paths of one table. */
export function tablePathsView(
  activity: ActivityDefinition,
  i: number,
  model: WizardModel,
  actions: WizardActions,
): TemplateResult {
  const { strings, issues, tried, step } = model;
  const { id, paths } = activity;
  const info = infoOf(model, activity.table);
  const name = `${info.table} : ${info.source}`;
  const pointer = `/activities/${i}/paths`;
  const missing = issues.filter((issue) => issue.path === pointer && (tried.has(step) || !isMissing(issue)));
  return html`<section class="relations" aria-label=${name}>
    <h3 class="label">${name}</h3>
    <ul class="cards">
      ${paths.map((_, place) => pathView(activity, place, pointer, model, actions))}
    </ul>
    <button class="text-button" id=${pointer} type="button" @click=${() => actions.openPath(id, null)}>
      ${plusIcon}${paths.length > 0 ? strings.addAnother : strings.addRelationship}
    </button>
    ${issueLines(missing, model)}
  </section>`;
}

function pathView(
  { id, table, paths }: ActivityDefinition,
  place: number,
  pointer: string,
  model: WizardModel,
  actions: WizardActions,
): TemplateResult {
  const { strings, issues, locale } = model;
  const number = numberFormat(locale).format(place + 1);
  const label = infoOf(model, table).table;
  const hops = hopsOf(model.model, paths[place]);
  const found = issues.filter(
    ({ path }) => path === `${pointer}/${place}` || path.startsWith(`${pointer}/${place}/`),
  );
  return html`<li class="card" part="card" id="${pointer}/${place}">
    <div class="card-head">
      <strong>${fill(strings.path, { number })}</strong>
      <button
        class="icon-button"
        type="button"
        aria-label=${fill(strings.editPath, { number, table: label })}
        @click=${() => actions.openPath(id, place)}
      >
        ${pencilIcon}
      </button>
      <button
        class="icon-button"
        type="button"
        aria-label=${fill(strings.removePath, { number, table: label })}
        @click=${() => actions.removePath(id, place)}
      >
        ${binIcon}
      </button>
    </div>
    <ol class="hops">
      ${hops.map(
        ({ name, from, to }) =>
          html`<li>
            ${infoOf(model, from.table).table}.${from.column}
            <span aria-hidden="true">→</span> ${infoOf(model, to.table).table}.${to.column}
            <span class="hint">${name}</span>
          </li>`,
      )}
    </ol>
    ${
      found.length > 0
        ? issueLines(found, model)
        : place === 0
          ? html`<p class="hint">${reasonText(model, id, 'paths')}</p>`
          : nothing
    }
  </li>`;
}
