import { html, nothing, type TemplateResult } from 'lit';
import { ifDefined } from 'lit/directives/if-defined.js';
import { repeat } from 'lit/directives/repeat.js';
import { closeIcon, warningIcon } from '../../shared/control-icons.js';
import type { Notice } from './notices.js';

/** Lines above the list that tell of what goes on. */
export function noticesView(notices: readonly Notice[]): TemplateResult | typeof nothing {
  if (notices.length === 0) return nothing;
  return html`<div class="notices">${repeat(notices, ({ key }) => key, noticeView)}</div>`;
}

function noticeView(notice: Notice): TemplateResult {
  const { text, reason, progress, isBad = false, isSoon = false, action, leave } = notice;
  return html`<div class="notice${isBad ? ' bad' : ''}${isSoon ? ' soon' : ''}" part="notice">
    ${isBad ? warningIcon : nothing}
    <p class="notice-text">${text}${reason ? html` <span class="reason">${reason}</span>` : nothing}</p>
    ${
      progress
        ? html`<progress
            class="progress"
            part="progress"
            aria-label=${text}
            max=${progress.max ?? 1}
            value=${ifDefined(progress.max === null ? undefined : progress.value)}
          ></progress>`
        : nothing
    }
    ${
      action
        ? html`<button class="text-button" part="notice-action" type="button" @click=${action.run}>
            ${action.label}
          </button>`
        : nothing
    }
    ${
      progress
        ? html`<button class="text-button" part="notice-leave" type="button" @click=${leave.run}>
            ${leave.label}
          </button>`
        : html`<button
            class="notice-close"
            part="notice-leave"
            type="button"
            aria-label=${leave.label}
            @click=${leave.run}
          >
            ${closeIcon}
          </button>`
    }
  </div>`;
}
