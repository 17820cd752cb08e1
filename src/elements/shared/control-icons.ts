import { html, type TemplateResult } from 'lit';

/** Pictures of buttons and messages, in the manner of the type icons. Decoration only. */
export const checkIcon: TemplateResult = html`<svg viewBox="0 0 20 20" aria-hidden="true">
  <path d="m4.5 10.5 3.75 3.75L15.5 6.5" />
</svg>`;

/** Points up; styles turn it. */
export const chevronIcon: TemplateResult = html`<svg class="chevron" viewBox="0 0 20 20" aria-hidden="true">
  <path d="m5.5 12.25 4.5-4.5 4.5 4.5" />
</svg>`;

/** Points down; styles turn it. */
export const arrowIcon: TemplateResult = html`<svg class="arrow" viewBox="0 0 20 20" aria-hidden="true">
  <path d="M10 3.75v12.5M5.25 11.5 10 16.25l4.75-4.75" />
</svg>`;

export const clearFilterIcon: TemplateResult = html`<svg viewBox="0 0 20 20" aria-hidden="true">
  <path
    d="M16.25 6.5V4.25a.5.5 0 0 0-.5-.5H3.25a.5.5 0 0 0-.5.5v1.1a1.5 1.5 0 0 0 .44 1.06L7.25 10.5v5.75l2.5-1.5"
  />
  <path d="m12.25 11.25 5 5M17.25 11.25l-5 5" />
</svg>`;

export const warningIcon: TemplateResult = html`<svg viewBox="0 0 20 20" aria-hidden="true">
  <circle cx="10" cy="10" r="7.25" />
  <path d="M10 6.25v4.5M10 13.6v.05" />
</svg>`;
