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

export const filterIcon: TemplateResult = html`<svg viewBox="0 0 20 20" aria-hidden="true">
  <path
    d="M3.25 3.75h13.5a.5.5 0 0 1 .5.5v1.1a1.5 1.5 0 0 1-.44 1.06L12.5 10.5v4.25l-5 2.5V10.5L3.19 6.41a1.5 1.5 0 0 1-.44-1.06v-1.1a.5.5 0 0 1 .5-.5z"
  />
</svg>`;

export const closeIcon: TemplateResult = html`<svg viewBox="0 0 20 20" aria-hidden="true">
  <path d="m5 5 10 10M15 5 5 15" />
</svg>`;

export const selectAllIcon: TemplateResult = html`<svg viewBox="0 0 20 20" aria-hidden="true">
  <path d="m2.75 5.5 1.5 1.5 2.5-2.75M2.75 13.5l1.5 1.5 2.5-2.75M10 5.75h7.25M10 13.75h7.25" />
</svg>`;

export const searchIcon: TemplateResult = html`<svg viewBox="0 0 20 20" aria-hidden="true">
  <circle cx="8.75" cy="8.75" r="5" />
  <path d="m12.5 12.5 4.25 4.25" />
</svg>`;

/** Three dots; styles fill them. */
export const moreIcon: TemplateResult = html`<svg viewBox="0 0 20 20" aria-hidden="true">
  <circle cx="4.25" cy="10" r="1.5" />
  <circle cx="10" cy="10" r="1.5" />
  <circle cx="15.75" cy="10" r="1.5" />
</svg>`;

export const linkIcon: TemplateResult = html`<svg viewBox="0 0 20 20" aria-hidden="true">
  <path
    d="M8.25 11.75a3.25 3.25 0 0 0 4.6 0l2.9-2.9a3.25 3.25 0 0 0-4.6-4.6l-.9.9M11.75 8.25a3.25 3.25 0 0 0-4.6 0l-2.9 2.9a3.25 3.25 0 0 0 4.6 4.6l.9-.9"
  />
</svg>`;

export const plusIcon: TemplateResult = html`<svg viewBox="0 0 20 20" aria-hidden="true">
  <path d="M10 4v12M4 10h12" />
</svg>`;

export const pencilIcon: TemplateResult = html`<svg viewBox="0 0 20 20" aria-hidden="true">
  <path d="m3.5 16.5.8-3.6 8.6-8.6a1.6 1.6 0 0 1 2.3 0l.5.5a1.6 1.6 0 0 1 0 2.3l-8.6 8.6zM11.5 5.8l2.7 2.7" />
</svg>`;

export const binIcon: TemplateResult = html`<svg viewBox="0 0 20 20" aria-hidden="true">
  <path
    d="M3.75 5.75h12.5M8 3.25h4M5.25 5.75l.7 9.6a1.5 1.5 0 0 0 1.5 1.4h5.1a1.5 1.5 0 0 0 1.5-1.4l.7-9.6M8.25 9v4.5M11.75 9v4.5"
  />
</svg>`;

export const playIcon: TemplateResult = html`<svg viewBox="0 0 20 20" aria-hidden="true">
  <path d="M6.25 4.2v11.6a.5.5 0 0 0 .76.43l9.3-5.8a.5.5 0 0 0 0-.86l-9.3-5.8a.5.5 0 0 0-.76.43z" />
</svg>`;

export const slidersIcon: TemplateResult = html`<svg viewBox="0 0 20 20" aria-hidden="true">
  <path d="M3 6.25h7.25M13.75 6.25H17M3 13.75h3.25M9.75 13.75H17" />
  <circle cx="12" cy="6.25" r="1.75" />
  <circle cx="8" cy="13.75" r="1.75" />
</svg>`;

export const doneIcon: TemplateResult = html`<svg viewBox="0 0 20 20" aria-hidden="true">
  <circle cx="10" cy="10" r="7.25" />
  <path d="m6.75 10.25 2.25 2.25 4.25-5" />
</svg>`;

export const failedIcon: TemplateResult = html`<svg viewBox="0 0 20 20" aria-hidden="true">
  <circle cx="10" cy="10" r="7.25" />
  <path d="m7.5 7.5 5 5M12.5 7.5l-5 5" />
</svg>`;

/** A ring that styles may turn. */
export const waitingIcon: TemplateResult = html`<svg class="turning" viewBox="0 0 20 20" aria-hidden="true">
  <path d="M10 2.75A7.25 7.25 0 1 1 2.75 10" />
</svg>`;

export const notYetIcon: TemplateResult = html`<svg viewBox="0 0 20 20" aria-hidden="true">
  <circle cx="10" cy="10" r="7.25" />
</svg>`;
