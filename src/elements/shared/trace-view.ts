import { html, type TemplateResult } from 'lit';
import type { HopTrace } from '../../model/explanation.js';
import { weave } from './messages.js';

/** The sentences that tell of one path, key by key. */
export interface TraceStrings {
  /** A key on the way: `{column}`, `{table}`, `{value}`, `{otherColumn}`, `{otherTable}`. */
  readonly whyHop: string;
  readonly whyNotFound: string;
  /** The end of a path whose last row belongs to nobody. */
  readonly whyNobody: string;
}

/** One relationship of a path in words: the key that was looked up, and whether a row has it. */
export function hopView(
  { from, to, value, found }: HopTrace,
  { whyHop, whyNotFound }: TraceStrings,
): readonly unknown[] {
  return weave<string | TemplateResult>(found ? whyHop : whyNotFound, {
    column: isolated(from.column),
    table: isolated(from.table),
    value: isolated(value),
    otherColumn: isolated(to.column),
    otherTable: isolated(to.table),
  });
}

/** A value of people's data inside a sentence, whichever way it is written. */
export function isolated(value: string): TemplateResult {
  return html`<bdi class="why-value">${value}</bdi>`;
}
