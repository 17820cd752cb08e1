import { html, nothing, type TemplateResult } from 'lit';
import { icon } from './icons.js';
import { worlds, type WorldId } from './worlds.js';

/** `Business accounts`, of which a phone shows the first word. */
function titleWords(title: string): TemplateResult {
  const [first, ...more] = title.split(' ');
  return html`${first}${more.length ? html`<span class="more-words"> ${more.join(' ')}</span>` : nothing}`;
}

/** Goes from the customers of one company to those of the other; `hrefOf` says where the person was there. */
export function worldSwitch(current: WorldId, hrefOf: (id: WorldId) => string): TemplateResult {
  return html`<nav class="world-switch" aria-label="Sample company">
    <ul>
      ${worlds.map(
        ({ id, title, company, kind }) =>
          html`<li>
            <a
              href=${hrefOf(id)}
              title="${company}: ${title.toLowerCase()}"
              aria-current=${id === current ? 'true' : nothing}
              >${icon(kind === 'accounts' ? 'firm' : 'people')} <span>${titleWords(title)}</span></a
            >
          </li>`,
      )}
    </ul>
  </nav>`;
}
