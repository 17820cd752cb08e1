import type { Faker } from '@faker-js/faker';
import { isoDay, zonedTime } from '../calendar.js';
import type { Person } from './people.js';
import { fakerFor } from '../seeded-faker.js';
import type { SourceTable } from '../source-table.js';

/** The same address as people type it: a capital here, a blank there. Now and then it is another address. */
function asTyped(faker: Faker, email: string): string {
  const way = faker.number.float();
  if (way < 0.12) return email.replace(/(^|\.)[a-z](?=[^@]*@)/g, (letters) => letters.toUpperCase());
  if (way < 0.16) return email.toUpperCase();
  if (way < 0.2) return `${email} `;
  if (way < 0.22) return ` ${email}`;
  if (way < 0.235) return email.replace('@', '+shop@');
  return email;
}

function clubTier(person: Person): string {
  if (!person.isClubMember) return '';
  if (person.visitCount > 18) return 'Summit';
  return person.visitCount > 7 ? 'Ridge' : 'Trail';
}

/** CRM contacts: who visited a store, called, or joined the club. */
export function contactsTable(people: readonly Person[]): SourceTable {
  const rows = people.flatMap((person) => {
    const { contactId, first, last, email, phone, street, town, postCode, birthDay, joinedAt } = person;
    if (!contactId) return [];
    const day = isoDay(birthDay);
    return [
      [
        contactId,
        `${first} ${last}`,
        first,
        last,
        email,
        phone,
        street,
        town,
        postCode,
        day,
        clubTier(person),
        isoDay(joinedAt),
      ],
    ];
  });
  return {
    name: 'CRM_Contacts',
    columns: [
      'ContactId',
      'FullName',
      'FirstName',
      'LastName',
      'Email',
      'Phone',
      'Street',
      'Town',
      'PostCode',
      'BirthDate',
      'ClubTier',
      'CreatedOn',
    ],
    rows,
  };
}

/** Web-shop accounts. A few people opened two. */
export function accountsTable(people: readonly Person[]): SourceTable {
  const faker = fakerFor(2);
  const holders = people
    .flatMap((person) => (person.accountId ? [{ ...person, accountId: person.accountId }] : []))
    .sort((a, b) => a.accountId.localeCompare(b.accountId));
  const row = (accountId: string, { first, last, email, town, joinedAt }: Person): string[] => [
    accountId,
    `${first} ${last}`,
    asTyped(faker, email),
    town,
    faker.datatype.boolean(0.55) ? 'yes' : 'no',
    zonedTime(joinedAt),
  ];
  const rows = holders.map((person) => row(person.accountId, person));
  const again = faker.helpers.arrayElements(holders, 24);
  again.forEach((person, index) => rows.push(row(`A-${50001 + holders.length + index}`, person)));
  return {
    name: 'Shop_Accounts',
    columns: ['AccountId', 'Name', 'EMail', 'Town', 'Newsletter', 'RegisteredAt'],
    rows,
  };
}
