import { html, type TemplateResult } from 'lit';
import type { ActivityExplanation, PathTrace } from '../../../model/explanation.js';
import { weave } from '../../shared/messages.js';
import { hopView, isolated } from '../../shared/trace-view.js';
import type { Why } from '../../shared/why.js';
import type { TimelineText } from '../timeline-text.js';

/** The path of a row to its customer, key by key in words; while it is asked for and after a failure what there is to say. */
export function whyView(why: Why, text: TimelineText, onRetry: () => void): TemplateResult {
  const { strings } = text;
  switch (why.kind) {
    case 'loading':
      return html`<p class="why-text" role="status">${strings.whyLoading}</p>`;
    case 'failed':
      return html`<div class="why-text" role="status">
        <p>${strings.whyError} <span class="reason">${text.reason(why.error)}</span></p>
        <button class="text-button" part="retry" type="button" @click=${onRetry}>${strings.tryAgain}</button>
      </div>`;
    case 'known':
      return knownView(why.explanation, text);
  }
}

function knownView(explanation: ActivityExplanation, text: TimelineText): TemplateResult {
  const { strings } = text;
  const { name, table, line, paths, decidedBy = 0 } = explanation;
  const path = paths.at(decidedBy);
  const start = weave(strings.whyRow, {
    name: isolated(name),
    table: isolated(table),
    line: text.count(line, true),
  });
  return html`<ol class="why" part="item-why" role="list">
    <li>${start}</li>
    ${path?.hops.map((hop) => html`<li>${hopView(hop, strings)}</li>`)}
    ${path ? html`<li>${endView(path, text)}</li>` : null}
  </ol>`;
}

function endView({ customerId, alternateKey }: PathTrace, { strings }: TimelineText): unknown {
  if (customerId === null) return strings.whyNobody;
  if (alternateKey === undefined) return strings.whyCustomer;
  const { tableName, alternateValue } = alternateKey;
  return weave(strings.whyKey, { table: isolated(tableName), value: isolated(alternateValue) });
}
