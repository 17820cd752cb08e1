import { html, nothing, type TemplateResult } from 'lit';
import { icon, type WorkbenchIcon } from './icons.js';
import { messageOf } from './notify.js';

/** A page or a card that could not be filled, with a way to try again. */
export function failure(error: unknown, retry?: () => void): TemplateResult {
  return html`<div class="notice notice-bad" role="alert">
    ${icon('warn')}
    <p>${messageOf(error)}</p>
    ${retry ? html`<button class="button" type="button" @click=${retry}>Try again</button>` : nothing}
  </div>`;
}

/** A page or a card with nothing in it, and what to do about that. */
export function emptyState(
  picture: WorkbenchIcon,
  title: string,
  text: string,
  commands: unknown = nothing,
): TemplateResult {
  return html`<div class="empty">
    ${icon(picture)}
    <h2>${title}</h2>
    <p>${text}</p>
    ${commands === nothing ? nothing : html`<div class="commands">${commands}</div>`}
  </div>`;
}

/** Stands where content will be in a moment. */
export function placeholder(what: string): TemplateResult {
  return html`<div class="placeholder" role="status">
    <span class="visually-hidden">Loading ${what} …</span>
  </div>`;
}
