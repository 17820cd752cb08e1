import { html, nothing, type TemplateResult } from 'lit';
import { icon } from './icons.js';
import { worlds, type WorldId } from './worlds.js';

/** `Business accounts`, of which a phone shows the first word. */
function titleWords(title: string): TemplateResult {
  const [first, ...more] = title.split(' ');
  return html`${first}${more.length ? html`<span class="more-words"> ${more.join(' ')}</span>` : nothing}`;
}

/** Goes from one workspace to another; `hrefOf` says where the person was there. */
export function worldSwitch(current: WorldId, hrefOf: (id: WorldId) => string): TemplateResult {
  return html`<nav class="world-switch" aria-label="Workspace">
    <ul>
      ${worlds.map(
        ({ id, title, company, kind, featured }) =>
          html`<li>
            <a
              href=${hrefOf(id)}
              title=${featured ? `${company}: ${title.toLowerCase()}` : 'Your own files, in an empty workspace'}
              aria-current=${id === current ? 'true' : nothing}
              >${icon(featured ? (kind === 'accounts' ? 'firm' : 'people') : 'upload')}
              <span>${titleWords(title)}</span></a
            >
          </li>`,
      )}
    </ul>
  </nav>`;
}
