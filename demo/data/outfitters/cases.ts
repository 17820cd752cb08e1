import { atDay, daysLater, utcTime } from '../calendar.js';
import { generalCases, productCases } from './case-subjects.js';
import { fakerFor } from '../seeded-faker.js';
import type { SourceTable } from '../source-table.js';
import type { Visit } from './visits.js';
import { lastDay, serviceAddress } from './world.js';

const channels = ['Telephone', 'E-mail', 'Chat', 'In store'];

/** Support cases of people whom the CRM knows, some days after they bought something. Times in UTC. */
export function casesTable(visits: readonly Visit[]): SourceTable {
  const faker = fakerFor(7);
  const { helpers } = faker;
  const end = atDay(lastDay);
  const cases: { at: number; row: string[] }[] = [];
  for (const { person, at, items } of visits) {
    if (!person.contactId || !faker.datatype.boolean(0.17)) continue;
    const openedAt = daysLater(faker, at, 1, 120);
    if (openedAt > end) continue;
    const product = helpers.arrayElement(items);
    const [subject, outcomes] = helpers.arrayElement(
      faker.datatype.boolean(0.68) ? productCases[product.category] : generalCases,
    );
    const isOpen = openedAt > end - 20 * 86_400_000 && faker.datatype.boolean(0.6);
    cases.push({
      at: openedAt,
      row: [
        person.contactId,
        utcTime(openedAt),
        subject.replace('{}', product.name),
        helpers.arrayElement(channels),
        isOpen ? 'Open' : 'Resolved',
        isOpen ? 'Waiting for the workshop' : helpers.arrayElement(outcomes),
      ],
    });
  }
  cases.sort((a, b) => a.at - b.at);
  return {
    name: 'Service_Cases',
    columns: ['CaseId', 'ContactId', 'OpenedAt', 'Subject', 'Channel', 'Status', 'Outcome', 'CaseUrl'],
    rows: cases.map(({ row }, index) => {
      const id = `CASE-${12001 + index}`;
      return [id, ...row, `${serviceAddress}/cases/${id}`];
    }),
  };
}
