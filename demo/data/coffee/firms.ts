import type { Faker } from '@faker-js/faker';
import { atDay, seasonalMoment } from '../calendar.js';
import { fakerFor } from '../seeded-faker.js';
import { towns } from '../towns.js';
import { firmName, industries, type Industry } from './firm-names.js';
import { featured, firmCount, firstDay } from './world.js';

export interface Firm {
  name: string;
  industry: Industry;
  domain: string;
  phone: string;
  street: string;
  town: string;
  postCode: string;
  /** A customer since. */
  since: number;
  /** 1 for a small office, up to 12 for a chain. */
  size: number;
  /** Key in CRM_Accounts; absent for firms that only the book-keeping knows. */
  accountId?: string;
  /** A second key in CRM_Accounts: somebody entered the firm again. */
  secondAccountId?: string;
  /** Key in ERP_Debtors; absent for firms that have not bought anything yet. */
  debtorNo?: string;
}

/** Most firms are small, a few are chains. */
function drawSize(faker: Faker): number {
  const normal =
    Math.sqrt(-2 * Math.log(faker.number.float({ min: 1e-6, max: 1 }))) *
    Math.cos(2 * Math.PI * faker.number.float());
  return Math.max(1, Math.min(12, Math.round(Math.exp(0.85 + 0.7 * normal))));
}

/** All firms, in the order in which they came into the books. */
export function makeFirms(): Firm[] {
  const faker = fakerFor(101);
  const taken = new Set<string>([featured.name]);
  return Array.from({ length: firmCount }, (_, index): Firm => {
    const accountId = `AC-${1001 + index}`;
    const isFeatured = accountId === featured.key;
    const industry = isFeatured ? 'Hotels' : faker.helpers.arrayElement(industries);
    const town = faker.helpers.arrayElement(towns);
    const name = isFeatured ? featured.name : newName(faker, industry, town.name, taken);
    const place = faker.number.float();
    const isInCrm = isFeatured || place < 0.88;
    return {
      name,
      industry,
      domain: domainOf(name),
      phone: `01632 960${faker.string.numeric(3)}`,
      street: faker.location.streetAddress(),
      town: town.name,
      postCode: faker.helpers.fromRegExp(`${town.postArea}[1-9] [1-9][A-HJLNP-UW-Z]{2}`),
      since: isFeatured
        ? atDay('2023-01-16') + 34_200_000
        : seasonalMoment(faker, atDay(firstDay), atDay('2026-08-31'), [8, 17]),
      size: isFeatured ? 9 : drawSize(faker),
      ...(isInCrm && { accountId }),
      ...((isFeatured || (isInCrm && faker.datatype.boolean(0.06))) && {
        secondAccountId: `AC-${4001 + index}`,
      }),
      ...((isFeatured || place < 0.68 || !isInCrm) && { debtorNo: `${70_011 + index * 3}` }),
    };
  });
}

function newName(faker: Faker, industry: Industry, town: string, taken: Set<string>): string {
  for (;;) {
    const name = firmName(faker, industry, town);
    if (taken.has(name)) continue;
    taken.add(name);
    return name;
  }
}

/** `Hart & Lowe Solicitors` → `hart-lowe-solicitors.example`. */
const domainOf = (name: string): string =>
  `${name
    .toLowerCase()
    .normalize('NFD')
    .replace(/[^a-z0-9 ]/g, '')
    .trim()
    .replace(/ +/g, '-')}.example`;
