import { html, svg, type SVGTemplateResult, type TemplateResult } from 'lit';

/** Outlines on a 20 px grid, of the same weight as the timeline's own. */
const drawings = {
  people: svg`<circle cx="7.5" cy="7" r="3"/><path d="M2.5 16.5c0-3 2.2-5 5-5s5 2 5 5M13 4.4a3 3 0 0 1 0 5.2M14.5 12c1.8.6 3 2.3 3 4.5"/>`,
  firm: svg`<path d="M4 16.75V4.5A1.25 1.25 0 0 1 5.25 3.25h6A1.25 1.25 0 0 1 12.5 4.5v12.25M12.5 8.25h2.25A1.25 1.25 0 0 1 16 9.5v7.25M2.5 16.75h15M7 6.75h2.5M7 10h2.5M7 13.25h2.5"/>`,
  table: svg`<rect x="2.75" y="3.75" width="14.5" height="12.5" rx="1.5"/><path d="M2.75 8h14.5M2.75 12.1h14.5M8 8v8.25"/>`,
  merge: svg`<circle cx="7.5" cy="10" r="4.75"/><circle cx="12.5" cy="10" r="4.75"/>`,
  pulse: svg`<path d="M2.5 10.5h3.25L8 5l4 10 2.25-4.5h3.25"/>`,
  search: svg`<circle cx="8.75" cy="8.75" r="5"/><path d="m12.5 12.5 4.25 4.25"/>`,
  plus: svg`<path d="M10 4v12M4 10h12"/>`,
  close: svg`<path d="m5 5 10 10M15 5 5 15"/>`,
  up: svg`<path d="M10 16V4.5M5 9.25l5-5 5 5"/>`,
  down: svg`<path d="M10 4v11.5M5 10.75l5 5 5-5"/>`,
  back: svg`<path d="M16 10H4.5M9.25 5l-5 5 5 5"/>`,
  fold: svg`<path d="m5 7.5 5 5 5-5"/>`,
  bin: svg`<path d="M3.75 5.75h12.5M8 3.25h4M5.25 5.75l.7 9.6a1.5 1.5 0 0 0 1.5 1.4h5.1a1.5 1.5 0 0 0 1.5-1.4l.7-9.6M8.25 9v4.5M11.75 9v4.5"/>`,
  pencil: svg`<path d="m3.5 16.5.8-3.6 8.6-8.6a1.6 1.6 0 0 1 2.3 0l.5.5a1.6 1.6 0 0 1 0 2.3l-8.6 8.6zM11.5 5.8l2.7 2.7"/>`,
  upload: svg`<path d="M10 13V3.75M6 7.5l4-4 4 4M3.25 13v2a1.75 1.75 0 0 0 1.75 1.75h10A1.75 1.75 0 0 0 16.75 15v-2"/>`,
  download: svg`<path d="M10 3.5v9.25M6 9l4 4 4-4M3.25 13v2a1.75 1.75 0 0 0 1.75 1.75h10A1.75 1.75 0 0 0 16.75 15v-2"/>`,
  play: svg`<path d="M6.25 4.2v11.6a.5.5 0 0 0 .76.43l9.3-5.8a.5.5 0 0 0 0-.86l-9.3-5.8a.5.5 0 0 0-.76.43z"/>`,
  reset: svg`<path d="M4 10a6 6 0 1 1 1.9 4.4M4 15.5v-3.6h3.6"/>`,
  check: svg`<path d="m4 10.5 4 4 8-9"/>`,
  warn: svg`<path d="M10 3.4 2.6 16.1h14.8zM10 8.2v3.6M10 14v.1"/>`,
  info: svg`<circle cx="10" cy="10" r="7.25"/><path d="M10 9.25v4.25M10 6.6v.1"/>`,
  cloud: svg`<path d="M6 15.75a3.5 3.5 0 0 1-.5-6.96 4.75 4.75 0 0 1 9.2-.9 3.95 3.95 0 0 1-.45 7.86z"/>`,
  open: svg`<path d="M11.5 3.75h4.75V8.5M16 4l-6.5 6.5M13.75 11.5v3.25A1.5 1.5 0 0 1 12.25 16.25h-7a1.5 1.5 0 0 1-1.5-1.5v-7a1.5 1.5 0 0 1 1.5-1.5H8.5"/>`,
} satisfies Record<string, SVGTemplateResult>;

export type WorkbenchIcon = keyof typeof drawings;

/** A picture beside words; it says nothing that the words do not. */
export function icon(name: WorkbenchIcon): TemplateResult {
  return html`<svg class="icon" viewBox="0 0 20 20" aria-hidden="true">${drawings[name]}</svg>`;
}
