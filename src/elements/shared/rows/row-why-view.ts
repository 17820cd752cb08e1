import { html, nothing, type TemplateResult } from 'lit';
import { ifDefined } from 'lit/directives/if-defined.js';
import type { HopTrace, PathTrace } from '../../../model/explanation.js';
import { numberFormat } from '../formatters.js';
import { fill, weave } from '../messages.js';
import { hopView, isolated } from '../trace-view.js';
import type { Why } from '../why.js';
import type { ListedRow } from './row-list.js';
import type { RowWhys } from './row-whys.js';
import type { RowsStrings } from './rows-strings.js';

/** What the answer is written with. */
interface WhyText {
  readonly strings: RowsStrings;
  readonly locale: string;
}

const idOf = (line: number): string => `row-why-${line}`;

/** The button that asks why a row reached nobody. */
export function whyButton(row: ListedRow, whys: RowWhys, { strings, locale }: WhyText): TemplateResult {
  const isOpen = whys.of(row) !== undefined;
  const line = numberFormat(locale).format(row.line);
  return html`<button
    class="link"
    type="button"
    aria-expanded=${isOpen ? 'true' : 'false'}
    aria-controls=${ifDefined(isOpen ? idOf(row.line) : undefined)}
    aria-label=${fill(strings.whyOf, { line })}
    @click=${() => whys.toggle(row)}
  >
    ${strings.why}
  </button>`;
}

/** The answer, in a row of its own below. `columns`: how many the table has. */
export function whyRow(row: ListedRow, why: Why, columns: number, text: WhyText): TemplateResult {
  return html`<tr class="why-row" id=${idOf(row.line)}>
    <td colspan=${columns}>${answerView(why, text)}</td>
  </tr>`;
}

function answerView(why: Why, { strings, locale }: WhyText): TemplateResult | readonly TemplateResult[] {
  switch (why.kind) {
    case 'loading':
      return html`<p class="hint" role="status">${strings.whyLoading}</p>`;
    case 'failed':
      return html`<p class="fault" role="alert">${strings.whyError} ${why.error.message}</p>`;
    case 'known': {
      const { paths } = why.explanation;
      return paths.map(
        (path, index) =>
          html`${
            paths.length > 1
              ? html`<p class="hint">
                  ${fill(strings.whyPath, { number: numberFormat(locale).format(index + 1) })}
                </p>`
              : nothing
          }${pathView(path, strings)}`,
      );
    }
  }
}

function pathView({ hops, failedAt }: PathTrace, strings: RowsStrings): TemplateResult {
  const isForNobody = failedAt !== undefined && hops.at(-1)?.found !== undefined;
  return html`<ol class="why" role="list">
    ${hops.map((hop) => html`<li>${stepView(hop, strings)}</li>`)}
    ${isForNobody ? html`<li>${strings.whyNobody}</li>` : nothing}
  </ol>`;
}

function stepView(hop: HopTrace, strings: RowsStrings): readonly unknown[] {
  const { value, from } = hop;
  if (value.trim() !== '') return hopView(hop, strings);
  return weave<string | TemplateResult>(strings.whyEmpty, { column: isolated(from.column) });
}
