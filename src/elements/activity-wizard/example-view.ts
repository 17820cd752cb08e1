import { html, nothing, type TemplateResult } from 'lit';
import { arrowIcon, filterIcon } from '../shared/control-icons.js';
import { EXAMPLE_CUSTOMER } from './example-timeline.js';
import type { WizardModel } from './wizard-view.js';

/** "Example timeline view" (§ 5.3, D 25): the timeline itself, with its controls drawn only. */
export function exampleView(model: WizardModel): TemplateResult | typeof nothing {
  const { example, strings, timelineStrings, locale } = model;
  if (!example) return nothing;
  return html`<section class="example" part="example" aria-labelledby="example">
    <h3 class="label" id="example">${strings.example}</h3>
    <activity-timeline
      customer-id=${EXAMPLE_CUSTOMER}
      locale=${locale}
      hide-density
      hide-details
      .adapter=${example.adapter}
    >
      <button class="text-button" slot="actions" type="button" disabled>
        ${arrowIcon}${timelineStrings.byDate}
      </button>
      <button class="text-button" slot="actions" type="button" disabled>
        ${filterIcon}${timelineStrings.filter}
      </button>
    </activity-timeline>
  </section>`;
}
