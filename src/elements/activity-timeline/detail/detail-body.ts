import { html, nothing, type TemplateResult } from 'lit';
import type { Activity } from '../../../model/activity.js';
import { chevronIcon } from '../../shared/control-icons.js';
import { markedText } from '../../shared/marked-text.js';
import type { ItemViewOptions } from '../item-view.js';
import { linkView } from '../link/link-view.js';
import { detailFields } from './detail-fields.js';
import type { ItemDetailOptions } from './detail-view.js';
import { whyView } from './why-view.js';

/** What an expanded row shows. */
export function detailBody(
  activity: Activity,
  details: ItemDetailOptions,
  { text, place, search }: Pick<ItemViewOptions, 'text' | 'place' | 'search'>,
): TemplateResult {
  return html`<dl class="fields">
      ${detailFields(activity, text).map(
        ({ name, value }) =>
          html`<div class="field">
            <dt><bdi>${name}</bdi></dt>
            <dd><bdi>${markedText(value, search)}</bdi></dd>
          </div>`,
      )}
    </dl>
    ${linkView(activity, details.link, text, place.isActive ? 0 : -1)}
    ${details.canExplain ? whyPart(activity, details, { text, place }) : nothing}`;
}

function whyPart(
  activity: Activity,
  { why, onWhy }: ItemDetailOptions,
  { text, place }: Pick<ItemViewOptions, 'text' | 'place'>,
): TemplateResult {
  const known = why.get(activity.activityId);
  return html`<button
      class="text-button why-button"
      part="item-why-button"
      type="button"
      tabindex=${place.isActive ? 0 : -1}
      aria-expanded=${known ? 'true' : 'false'}
      @click=${() => onWhy(activity)}
    >
      ${text.strings.why}${chevronIcon}
    </button>
    ${known ? whyView(known, text, () => onWhy(activity)) : nothing}`;
}
