import { html, nothing, type TemplateResult } from 'lit';
import { closeIcon, doneIcon, warningIcon } from '../shared/control-icons.js';
import type { ManagerActions, ManagerModel } from './manager-view.js';

/** What a person should know above the list: a run under way, what it needs, what went wrong, what was done. */
export function noticesView(model: ManagerModel, actions: ManagerActions): TemplateResult {
  const { content, error, strings, faults, running } = model;
  return html`<div class="notices">
    ${running ? runView(model, actions) : nothing}
    ${
      error
        ? html`<div class="notice bad" part="error" role="alert">
            ${warningIcon}
            <p class="grow"><strong>${strings.failed}</strong> ${error.message}</p>
            <button class="text-button" part="retry" type="button" @click=${actions.retry}>
              ${strings.retry}
            </button>
          </div>`
        : nothing
    }
    ${
      faults.length > 0
        ? html`<div class="notice bad" part="faults">
            ${warningIcon}
            <div class="grow">
              <strong>${strings.toMend}</strong>
              <ul class="faults">
                ${faults.map((text) => html`<li>${text}</li>`)}
              </ul>
            </div>
            <button class="text-button" type="button" @click=${() => actions.configure(null)}>
              ${strings.mend}
            </button>
          </div>`
        : nothing
    }
    ${
      content?.report?.outOfDate && !running
        ? html`<div class="notice warn" part="out-of-date">
            ${warningIcon}
            <p class="grow"><strong>${strings.refreshNeeded}.</strong> ${strings.refreshNeededHint}</p>
          </div>`
        : nothing
    }
    <div role="status">${model.notice ? noticeView(model.notice, model, actions) : nothing}</div>
  </div>`;
}

function noticeView(
  { text, isBad, undo }: NonNullable<ManagerModel['notice']>,
  { strings }: ManagerModel,
  { dismiss }: ManagerActions,
): TemplateResult {
  return html`<div class="notice ${isBad ? 'bad' : ''}" part="notice">
    ${isBad ? warningIcon : doneIcon}
    <p class="grow">${text}</p>
    ${undo ? html`<button class="text-button" type="button" @click=${undo}>${strings.undo}</button>` : nothing}
    <button class="icon-button small" type="button" aria-label=${strings.dismiss} @click=${dismiss}>
      ${closeIcon}
    </button>
  </div>`;
}

function runView({ running, strings }: ManagerModel, { cancelRun }: ManagerActions): TemplateResult {
  const progress = running?.progress;
  const subject = progress?.subject ? `: ${progress.subject}` : '';
  return html`<section class="notice run" part="run-progress" aria-label=${strings.progressTitle}>
    <div class="grow">
      <p>${progress ? `${strings.tasks[progress.task]}${subject}` : strings.starting} …</p>
      <progress aria-label=${strings.run} max="1" .value=${progress?.fraction ?? 0}></progress>
    </div>
    <button class="outline-button" type="button" @click=${cancelRun}>${strings.cancelRun}</button>
  </section>`;
}
