import { html, nothing, type TemplateResult } from 'lit';
import type { CustomerProfile } from '../../src/model/activity.js';
import { avatar } from '../app/avatar.js';
import { formatDay } from '../app/format.js';
import { icon } from '../app/icons.js';

/** Meanings that the head of the card shows already. */
const inHead = new Set(['Person.FullName', 'Person.FirstName', 'Person.LastName', 'Location.City']);

/** Sections are open where they stand beside the timeline, and folded where they stand before it. */
const hasRoom = matchMedia('(min-width: 1064px)');

/** Name, last activity, fields, and the keys by which the sources know the customer (§ 7.1). */
export function profileCard(
  { name, fields, keys, previousCustomerIds }: CustomerProfile,
  last?: string,
): TemplateResult {
  const town = fields.find(({ semantic }) => semantic === 'Location.City')?.value;
  return html`<section class="card profile-card" aria-label="Profile">
    <div class="profile-name">
      ${avatar(name, 'large')}
      <div>
        <h2>${name}</h2>
        <div class="profile-facts">
          ${town ? html`<p>${town}</p>` : nothing}
          <p>${last ? `Last activity ${formatDay(last)}` : 'No activity'}</p>
        </div>
      </div>
    </div>
    ${section(
      'Fields',
      fields
        .filter(({ semantic }) => !semantic || !inHead.has(semantic))
        .map((field) => ({ term: readableName(field.name), values: [readableValue(field.value)] })),
    )}
    ${section('Ids', [
      ...keys.map((key) => ({ term: key.table, values: [...key.keys] })),
      ...(previousCustomerIds ? [{ term: 'Former customer ids', values: [...previousCustomerIds] }] : []),
    ])}
  </section>`;
}

/** `BirthDate` → `Birth date`; names of another make stay as they are. */
function readableName(name: string): string {
  if (!/^[A-Z][a-z]+([A-Z][a-z]+)+$/.test(name)) return name;
  return name.replace(/(?<!^)[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
}

/** Days and moments as people write them; anything else as it is. */
function readableValue(value: string): string {
  return /^\d{4}-\d\d-\d\d(T[\d:.]+(Z|[+-]\d\d:\d\d))?$/.test(value) && !Number.isNaN(Date.parse(value))
    ? formatDay(value)
    : value;
}

function section(
  title: string,
  entries: readonly { term: string; values: readonly string[] }[],
): TemplateResult {
  return html`<details class="profile-section" ?open=${hasRoom.matches}>
    <summary>${title} ${icon('fold')}</summary>
    <dl class="fields">
      ${entries.map(
        ({ term, values }) =>
          html`<div>
            <dt>${term}</dt>
            ${values.map((value) => html`<dd>${value}</dd>`)}
          </div>`,
      )}
    </dl>
  </details>`;
}
