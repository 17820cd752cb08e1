import { html, nothing, type TemplateResult } from 'lit';
import type { CustomerContact, CustomerProfile } from '../../src/model/activity.js';
import { avatar } from '../app/avatar.js';
import { formatDay, formatNumber, readableValue } from '../app/format.js';
import { icon } from '../app/icons.js';

/** Meanings that the head of the card shows already. */
const inHead = new Set([
  'Organization.Name',
  'Person.FullName',
  'Person.FirstName',
  'Person.LastName',
  'Location.City',
]);

/** Sections are open where they stand beside the timeline, and folded where they stand before it. */
const hasRoom = matchMedia('(min-width: 1064px)');

/** Name, last activity, fields, and the keys by which the sources know the customer (§ 7.1). */
export function profileCard(
  { name, fields, keys, contacts, previousCustomerIds }: CustomerProfile,
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
    ${contacts?.length ? contactsSection(contacts) : nothing}
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

/** The people of an account, each with the fields that have a value (§§ 7.1, 9.6). */
function contactsSection(contacts: readonly CustomerContact[]): TemplateResult {
  return html`<details class="profile-section" ?open=${hasRoom.matches}>
    <summary>
      <span>Contacts <span class="quiet">${formatNumber(contacts.length)}</span></span> ${icon('fold')}
    </summary>
    <ul class="contacts">
      ${contacts.map(
        (contact) =>
          html`<li>
            <details class="contact">
              <summary>
                ${avatar(contact.name)}
                <span>
                  ${contact.name}
                  <span class="small quiet">${jobOf(contact)}</span>
                </span>
              </summary>
              <dl class="fields">
                ${contactEntries(contact).map(
                  ({ term, value }) =>
                    html`<div>
                      <dt>${term}</dt>
                      <dd>${value}</dd>
                    </div>`,
                )}
              </dl>
            </details>
          </li>`,
      )}
    </ul>
  </details>`;
}

const jobOf = ({ fields }: CustomerContact): string =>
  fields.find(({ name }) => name === 'JobTitle')?.value ?? '';

/** What the summary does not say already. */
function contactEntries({ contactId, fields }: CustomerContact): { term: string; value: string }[] {
  const inSummary = new Set(['FirstName', 'LastName', 'JobTitle', 'ContactId']);
  return [
    ...fields
      .filter(({ name }) => !inSummary.has(name))
      .map(({ name, value }) => ({ term: readableName(name), value: readableValue(value) })),
    { term: 'Contact ID', value: contactId },
  ];
}

/** `BirthDate` → `Birth date`; names of another make stay as they are. */
function readableName(name: string): string {
  if (!/^[A-Z][a-z]+([A-Z][a-z]+)+$/.test(name)) return name;
  return name.replace(/(?<!^)[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
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
