import type { Faker } from '@faker-js/faker';
import { atDay, seasonalMoment } from '../calendar.js';
import { mailName, nameSource, type PersonName } from '../names.js';
import { fakerFor } from '../seeded-faker.js';
import { towns } from '../towns.js';
import { featured, firstDay, lastDay, peopleCount, stores } from './world.js';

export interface Person extends PersonName {
  email: string;
  phone: string;
  street: string;
  town: string;
  postCode: string;
  birthDay: number;
  joinedAt: number;
  /** Key in CRM_Contacts; absent for people whom only the web shop knows. */
  contactId?: string;
  /** Key in Shop_Accounts; absent for people whom only the stores know. */
  accountId?: string;
  /** How often they shop: 0 for nobody's customer, above 40 for a few. */
  visitCount: number;
  /** Collects points; needs a contact. */
  isClubMember: boolean;
  homeStore: string;
}

const mailDomains = ['example.com', 'example.net', 'example.org', 'post.example', 'mail.example'];

/** Seven of ten people live where a store is. */
const homes = towns.map((value) => ({ value, weight: value.store ? 7 : 1 }));

/** Most people come a few times, a few come all the time. */
function drawVisitCount(faker: Faker): number {
  if (faker.datatype.boolean(0.08)) return 0;
  const [a, b] = [faker.number.float({ min: 1e-6, max: 1 }), faker.number.float()];
  const normal = Math.sqrt(-2 * Math.log(a)) * Math.cos(2 * Math.PI * b);
  return Math.min(48, Math.round(Math.exp(1.35 + 0.85 * normal)));
}

/** Everybody, in the order in which they joined the file. */
export function makePeople(): Person[] {
  const faker = fakerFor(1);
  const nextName = nameSource(faker);
  const taken = new Map<string, number>();
  const people = Array.from({ length: peopleCount }, (_, index): Person => {
    const contactId = `C-${10001 + index}`;
    const isFeatured = contactId === featured.key;
    const name = isFeatured ? { first: 'Nora', last: 'Whitcombe' } : nextName();
    const mail = mailName(name);
    const namesakes = taken.get(mail) ?? 0;
    taken.set(mail, namesakes + 1);
    const place = faker.number.float();
    const home = faker.helpers.weightedArrayElement(homes);
    return {
      ...name,
      email: `${mail}${namesakes || ''}@${faker.helpers.arrayElement(mailDomains)}`,
      phone: `07700 900${faker.string.numeric(3)}`,
      street: faker.location.streetAddress(),
      town: home.name,
      postCode: faker.helpers.fromRegExp(`${home.postArea}[1-9] [1-9][A-HJLNP-UW-Z]{2}`),
      birthDay: faker.date.birthdate({ min: 19, max: 78, mode: 'age', refDate: atDay(lastDay) }).getTime(),
      joinedAt: isFeatured
        ? atDay('2022-11-19') + 63_732_000
        : seasonalMoment(faker, atDay(firstDay), atDay('2026-09-30'), [9, 21]),
      ...((isFeatured || place < 0.84) && { contactId }),
      ...((isFeatured || place < 0.67 || place >= 0.84) && { accountId: 'to be numbered' }),
      visitCount: isFeatured ? 34 : drawVisitCount(faker),
      isClubMember: isFeatured || faker.datatype.boolean(0.6),
      homeStore: home.store ? `${home.store}, ${home.name}` : faker.helpers.arrayElement(stores),
    };
  });
  numberAccounts(people);
  return people;
}

/** The shop counts its accounts by the day on which they were opened. */
function numberAccounts(people: readonly Person[]): void {
  people
    .filter((person) => person.accountId)
    .sort((a, b) => a.joinedAt - b.joinedAt)
    .forEach((person, index) => {
      person.accountId = `A-${50001 + index}`;
    });
}
