import type { Faker } from '@faker-js/faker';
import { atDay, isoDay, utcTime } from '../calendar.js';
import { fakerFor } from '../seeded-faker.js';
import type { SourceTable } from '../source-table.js';
import { legalName } from './firm-names.js';
import type { Firm } from './firms.js';
import { lastDay } from './world.js';

const owners = ['Hollis', 'Marsh', 'Odell', 'Pryce', 'Quill'];

/** Firms as sales keeps them. Some were entered twice, with less on the second card. */
export function accountsTable(firms: readonly Firm[]): SourceTable {
  const faker = fakerFor(103);
  const rows = firms.flatMap((firm) => {
    const { accountId, secondAccountId, name, industry, street, town, postCode, phone, domain, since } = firm;
    if (!accountId) return [];
    const owner = faker.helpers.arrayElement(owners);
    const row = [accountId, name, industry, domain, phone, street, town, postCode, owner, isoDay(since)];
    if (!secondAccountId) return [row];
    const again = [secondAccountId, enteredAgain(faker, name), '', domain, '', '', town, '', owner];
    const enteredAt = since + faker.number.int({ min: 30, max: 500 }) * 86_400_000;
    return [row, [...again, isoDay(Math.min(enteredAt, atDay(lastDay)))]];
  });
  return {
    name: 'CRM_Accounts',
    columns: [
      'AccountId',
      'Name',
      'Industry',
      'Domain',
      'Phone',
      'Street',
      'Town',
      'PostCode',
      'Owner',
      'CreatedOn',
    ],
    rows,
  };
}

const enteredAgain = (faker: Faker, name: string): string =>
  faker.datatype.boolean(0.5) ? `${name} Ltd` : name.toLowerCase();

/** Firms as book-keeping keeps them: numbers for keys, legal names, few with their web domain. */
export function debtorsTable(firms: readonly Firm[]): SourceTable {
  const faker = fakerFor(104);
  const rows = firms.flatMap(({ debtorNo, name, domain, town, postCode, since }) => {
    if (!debtorNo) return [];
    const terms = faker.helpers.arrayElement(['14 days', '30 days', '30 days', '60 days']);
    return [
      [
        debtorNo,
        legalName(faker, name),
        faker.datatype.boolean(0.86) ? webDomain(faker, domain) : '',
        town,
        postCode,
        terms,
        faker.number.int({ min: 1, max: 20 }) * 500 + '',
        utcTime(since + 3_600_000),
      ],
    ];
  });
  return {
    name: 'ERP_Debtors',
    columns: [
      'DebtorNo',
      'CompanyName',
      'WebDomain',
      'City',
      'PostCode',
      'PaymentTerms',
      'CreditLimit',
      'OpenedAt',
    ],
    rows,
  };
}

/** The same domain as people type it. */
function webDomain(faker: Faker, domain: string): string {
  const way = faker.number.float();
  if (way < 0.12) return domain.toUpperCase();
  return way < 0.2 ? `${domain} ` : domain;
}
