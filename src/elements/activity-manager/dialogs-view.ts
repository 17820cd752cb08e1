import { html, nothing, type TemplateResult } from 'lit';
import { ifDefined } from 'lit/directives/if-defined.js';
import { ISSUE_TEXTS, type IssueCode } from '../../model/messages.js';
import type { ActivityDefinition } from '../../model/model.js';
import { isName, nameKey } from '../../model/names.js';
import { dialogView } from '../shared/dialog-view.js';
import { numberFormat } from '../shared/formatters.js';
import { fill, plural } from '../shared/messages.js';
import type { ManagerModel } from './manager-view.js';

/** What is wrong with a new name of a definition (§ 4.6); null: nothing. */
export function nameFault(
  name: string,
  { id }: ActivityDefinition,
  activities: readonly ActivityDefinition[],
): IssueCode | null {
  if (name === '') return 'name-missing';
  if (!isName(name)) return 'name-invalid';
  const isTaken = activities.some((known) => known.id !== id && nameKey(known.name) === nameKey(name));
  return isTaken ? 'name-taken' : null;
}

/** "Rename activity" (§ 6.1): Save waits for a name that is new and can be used. */
export function renameView(
  definition: ActivityDefinition,
  typed: string,
  { content, strings, issueTexts }: ManagerModel,
  actions: { readonly type: (name: string) => void; readonly save: () => void; readonly close: () => void },
): TemplateResult {
  const fault = nameFault(typed, definition, content?.model.activities ?? []);
  const text = (code: IssueCode): string => issueTexts?.[code] ?? ISSUE_TEXTS[code];
  const submit = (event: Event): void => {
    event.preventDefault();
    if (!fault && typed !== definition.name) actions.save();
  };
  return dialogView({
    shape: 'box',
    title: strings.renameTitle,
    close: strings.close,
    onClose: actions.close,
    content: html`<form id="rename" @submit=${submit}>
      <label class="label" for="rename-name">${strings.nameField}</label>
      <input
        class="field"
        id="rename-name"
        type="text"
        autocomplete="off"
        spellcheck="false"
        aria-describedby="rename-hint"
        aria-invalid=${ifDefined(fault ? 'true' : undefined)}
        .value=${typed}
        @input=${(event: Event) => actions.type((event.target as HTMLInputElement).value)}
      />
      <p id="rename-hint" class=${fault ? 'fault' : 'hint'} role=${ifDefined(fault ? 'alert' : undefined)}>
        ${text(fault ?? 'name-invalid')}
      </p>
    </form>`,
    footer: html`<button
        class="solid-button"
        type="submit"
        form="rename"
        ?disabled=${fault !== null || typed === definition.name}
      >
        ${strings.save}
      </button>
      <button class="outline-button" type="button" @click=${actions.close}>${strings.cancel}</button>`,
  });
}

/** Asks before definitions are deleted. */
export function deleteView(
  definitions: readonly ActivityDefinition[],
  { strings, locale }: ManagerModel,
  actions: { readonly confirm: () => void; readonly close: () => void },
): TemplateResult {
  const count = definitions.length;
  return dialogView({
    shape: 'box',
    title:
      count === 1
        ? fill(strings.deleteTitle, { name: definitions[0].name })
        : fill(plural(strings.deleteTitleMany, count, locale), { count: numberFormat(locale).format(count) }),
    close: strings.close,
    onClose: actions.close,
    content: html`<p>${strings.deleteHint}</p>
      ${
        count > 1
          ? html`<ul class="names">
              ${definitions.map(({ name }) => html`<li>${name}</li>`)}
            </ul>`
          : nothing
      }`,
    footer: html`<button class="solid-button danger-button" type="button" @click=${actions.confirm}>
        ${strings.delete}
      </button>
      <button class="outline-button" type="button" @click=${actions.close}>${strings.cancel}</button>`,
  });
}
