import type { Faker } from '@faker-js/faker';
import { atDay } from '../calendar.js';
import { mailName, nameSource, type PersonName } from '../names.js';
import { fakerFor } from '../seeded-faker.js';
import type { Firm } from './firms.js';
import { lastDay } from './world.js';

/** Somebody who works for a firm that is a customer. */
export interface Contact extends PersonName {
  /** Whose coffee they look after. */
  firm: Firm;
  /** Where they have gone since: the CRM's card says so, papers of former days do not. */
  movedTo?: Firm;
  email: string;
  jobTitle: string;
  phone: string;
  gender: string;
  birthDay?: number;
  /** Key in CRM_Contacts; absent for people whom only the portal knows. */
  contactId?: string;
  /** Key in Portal_Buyers. */
  buyerId?: string;
}

const jobs = [
  'Office manager',
  'Facilities manager',
  'Head of purchasing',
  'Buyer',
  'Receptionist',
  'Food and beverage manager',
  'Barista',
  'Head chef',
  'Managing director',
  'Accounts payable clerk',
  'Workplace experience lead',
  'Maintenance technician',
];
const featuredContacts: readonly (PersonName & { jobTitle: string })[] = [
  { first: 'Imogen', last: 'Vale', jobTitle: 'Food and beverage manager' },
  { first: 'Callum', last: 'Dray', jobTitle: 'Head barista' },
  { first: 'Priya', last: 'Nair', jobTitle: 'Head of purchasing' },
];

/** Everybody, firm by firm. */
export function makeContacts(firms: readonly Firm[], featuredFirm: Firm | undefined): Contact[] {
  const faker = fakerFor(102);
  const nextName = nameSource(faker);
  const taken = new Set<string>();
  const contacts = firms.flatMap((firm) =>
    Array.from({ length: firm.size + faker.number.int({ min: 0, max: 2 }) }, (_, place) => {
      const known = firm === featuredFirm ? featuredContacts[place] : undefined;
      return drawContact(faker, firm, known ?? nextName(), known?.jobTitle, taken);
    }),
  );
  let next = 20_001;
  for (const contact of contacts) {
    if (contact.contactId) contact.contactId = `CN-${next++}`;
    if (contact.contactId && contact.firm !== featuredFirm && faker.datatype.boolean(0.04)) {
      contact.movedTo = faker.helpers.arrayElement(firms.filter(({ accountId }) => accountId));
    }
  }
  return contacts;
}

function drawContact(
  faker: Faker,
  firm: Firm,
  name: PersonName,
  jobTitle: string | undefined,
  taken: Set<string>,
): Contact {
  const isBuyer = firm.debtorNo !== undefined && (!firm.accountId || faker.datatype.boolean(0.35));
  const hasCard = firm.accountId !== undefined;
  const gender = faker.helpers.weightedArrayElement([
    { weight: 5, value: '' },
    { weight: 3, value: 'Female' },
    { weight: 3, value: 'Male' },
  ]);
  return {
    ...name,
    firm,
    email: newAddress(name, firm.domain, taken),
    jobTitle: jobTitle ?? faker.helpers.arrayElement(jobs),
    phone: faker.datatype.boolean(0.75) ? `07700 900${faker.string.numeric(3)}` : '',
    gender,
    ...(faker.datatype.boolean(0.2) && {
      birthDay: faker.date.birthdate({ min: 21, max: 66, mode: 'age', refDate: atDay(lastDay) }).getTime(),
    }),
    ...(hasCard && { contactId: 'to be numbered' }),
    ...(isBuyer && { buyerId: `U-${faker.string.alphanumeric({ length: 7, casing: 'lower' })}` }),
  };
}

function newAddress(name: PersonName, domain: string, taken: Set<string>): string {
  for (let namesakes = 0; ; namesakes++) {
    const address = `${mailName(name)}${namesakes || ''}@${domain}`;
    if (taken.has(address)) continue;
    taken.add(address);
    return address;
  }
}
