import { isoDay, utcTime } from '../calendar.js';
import { fakerFor } from '../seeded-faker.js';
import type { SourceTable } from '../source-table.js';
import type { Contact } from './contacts.js';
import { featured } from './world.js';

/** People on the cards of the CRM. Some cards name no firm, a few name one that is gone. */
export function contactsTable(contacts: readonly Contact[]): SourceTable {
  const faker = fakerFor(105);
  const rows = contacts.flatMap(({ contactId, firm, movedTo, ...contact }) => {
    if (!contactId) return [];
    const { accountId = '', secondAccountId } = movedTo ?? firm;
    const onSecondCard = secondAccountId && faker.datatype.boolean(0.35);
    const isFeatured = accountId === featured.key;
    const hasFirm = isFeatured || !faker.datatype.boolean(0.03);
    return [
      [
        contactId,
        hasFirm ? (onSecondCard ? secondAccountId : accountId) : '',
        contact.first,
        contact.last,
        contact.jobTitle,
        contact.email,
        contact.phone,
        contact.gender,
        contact.birthDay === undefined ? '' : isoDay(contact.birthDay),
        firm.town,
      ],
    ];
  });
  return {
    name: 'CRM_Contacts',
    columns: [
      'ContactId',
      'AccountId',
      'FirstName',
      'LastName',
      'JobTitle',
      'Email',
      'Phone',
      'Gender',
      'BirthDate',
      'Town',
    ],
    rows,
  };
}

/** People who order in the portal; they belong to a debtor, not to an account of the CRM. */
export function buyersTable(contacts: readonly Contact[]): SourceTable {
  const rows = contacts.flatMap(({ buyerId, firm, first, last, email }) =>
    buyerId && firm.debtorNo
      ? [[buyerId, firm.debtorNo, first, last, email, utcTime(firm.since + 86_400_000)]]
      : [],
  );
  return {
    name: 'Portal_Buyers',
    columns: ['BuyerId', 'DebtorNo', 'FirstName', 'LastName', 'Email', 'RegisteredAt'],
    rows,
  };
}
