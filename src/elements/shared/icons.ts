import { html, type TemplateResult } from 'lit';
import type { IconName } from '../../model/semantic-types.js';

/** The icons of activity types (D 26), outlines of one weight on a 20 px grid: a template each, which many rows share. */
const drawings: Readonly<Record<IconName, TemplateResult>> = {
  bag: html`<svg viewBox="0 0 20 20" aria-hidden="true">
    <path d="M5 6.75h10l.9 9a1.5 1.5 0 0 1-1.5 1.65H5.6a1.5 1.5 0 0 1-1.5-1.65z" />
    <path d="M7.25 9.25v-4a2.75 2.75 0 0 1 5.5 0v4" />
  </svg>`,
  headset: html`<svg viewBox="0 0 20 20" aria-hidden="true">
    <path d="M6.75 7.5a3.25 3.25 0 1 0 6.5 0a3.25 3.25 0 0 0-6.5 0" />
    <path d="M4.5 8.25V7.5a5.5 5.5 0 0 1 11 0v.75a2.5 2.5 0 0 1-2.5 2.5h-1.5" />
    <path d="M3.5 17.25a4 4 0 0 1 4-3.5h5a4 4 0 0 1 4 3.5" />
  </svg>`,
  envelope: html`<svg viewBox="0 0 20 20" aria-hidden="true">
    <rect x="2.75" y="4.75" width="14.5" height="10.5" rx="1.5" />
    <path d="m3.25 5.75 6.75 5 6.75-5" />
  </svg>`,
  globe: html`<svg viewBox="0 0 20 20" aria-hidden="true">
    <circle cx="10" cy="10" r="7.25" />
    <ellipse cx="10" cy="10" rx="3" ry="7.25" />
    <path d="M2.75 10h14.5" />
  </svg>`,
  star: html`<svg viewBox="0 0 20 20" aria-hidden="true">
    <path d="m10 2.75 2.24 4.54 5.01.73-3.63 3.53.86 4.99L10 14.18l-4.48 2.36.86-4.99-3.63-3.53 5.01-.73z" />
  </svg>`,
  phone: html`<svg viewBox="0 0 20 20" aria-hidden="true">
    <path
      d="M4.25 3.25h2.3a1 1 0 0 1 .95.68l.8 2.4a1 1 0 0 1-.3 1.07L6.9 8.35a9.6 9.6 0 0 0 4.75 4.75l.95-1.1a1 1 0 0 1 1.07-.3l2.4.8a1 1 0 0 1 .68.95v2.3a1 1 0 0 1-1 1A12.5 12.5 0 0 1 3.25 4.25a1 1 0 0 1 1-1z"
    />
  </svg>`,
  calendar: html`<svg viewBox="0 0 20 20" aria-hidden="true">
    <rect x="3.25" y="4.25" width="13.5" height="12.5" rx="1.5" />
    <path d="M3.25 8.25h13.5M6.75 2.75v3M13.25 2.75v3" />
  </svg>`,
  truck: html`<svg viewBox="0 0 20 20" aria-hidden="true">
    <path d="M4 14.25H2.25v-9h9.5v9H8.25" />
    <path d="M11.75 8.25h3l3 3v3h-1.5" />
    <circle cx="6.1" cy="14.5" r="1.9" />
    <circle cx="14.1" cy="14.5" r="1.9" />
  </svg>`,
  card: html`<svg viewBox="0 0 20 20" aria-hidden="true">
    <rect x="2.75" y="4.75" width="14.5" height="10.5" rx="1.5" />
    <path d="M2.75 8.25h14.5M5.75 12.25h3" />
  </svg>`,
  chat: html`<svg viewBox="0 0 20 20" aria-hidden="true">
    <path
      d="M4.25 3.75h11.5a1.5 1.5 0 0 1 1.5 1.5v7a1.5 1.5 0 0 1-1.5 1.5H9.75l-4 3.25v-3.25h-1.5a1.5 1.5 0 0 1-1.5-1.5v-7a1.5 1.5 0 0 1 1.5-1.5z"
    />
    <path d="M6.25 7.25h7.5M6.25 10.25h4.5" />
  </svg>`,
  document: html`<svg viewBox="0 0 20 20" aria-hidden="true">
    <path
      d="M6 2.75h5.25l4 4v9a1.5 1.5 0 0 1-1.5 1.5H6a1.25 1.25 0 0 1-1.25-1.25V4A1.25 1.25 0 0 1 6 2.75z"
    />
    <path d="M11.25 2.75v4h4M7.5 10.75h5M7.5 13.75h5" />
  </svg>`,
  tag: html`<svg viewBox="0 0 20 20" aria-hidden="true">
    <path
      d="M4 3.25h5.4a1.5 1.5 0 0 1 1.06.44l6 6a1.5 1.5 0 0 1 0 2.12l-4.65 4.65a1.5 1.5 0 0 1-2.12 0l-6-6a1.5 1.5 0 0 1-.44-1.06V4A.75.75 0 0 1 4 3.25z"
    />
    <circle cx="6.9" cy="6.9" r=".6" />
  </svg>`,
};

/** Picture of an activity type; decoration only, its text stands beside it. */
export function typeIcon(name: IconName): TemplateResult {
  return drawings[name];
}

/** True for the name of one of the icons. */
export function isIconName(name: string | undefined): name is IconName {
  return name !== undefined && Object.hasOwn(drawings, name);
}
