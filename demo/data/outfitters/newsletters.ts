import { atDay, daysLater, monthsLater, utcTime } from '../calendar.js';
import type { Person } from './people.js';
import { fakerFor } from '../seeded-faker.js';
import type { SourceTable } from '../source-table.js';
import { firstDay, lastDay } from './world.js';

const subjects = [
  'New boots on the shelf',
  'Ten walks for short days',
  'Wash it, proof it, wear it',
  'The club evening near you',
  'What to pack for the hills',
  'Repair instead of new',
  'Tents we would sleep in',
  'Thank you for a good season',
];

/** Newsletters that were opened. The demo's model keeps them off the timeline. */
export function newslettersTable(people: readonly Person[]): SourceTable {
  const faker = fakerFor(10);
  const readers = people.filter(({ accountId, visitCount }) => accountId && visitCount > 4);
  const rows: string[][] = [];
  for (let issue = 0; ; issue++) {
    const sentAt = monthsLater(atDay(firstDay), issue * 3);
    if (sentAt > atDay(lastDay)) break;
    for (const { accountId = '', joinedAt } of readers) {
      if (joinedAt > sentAt || !faker.datatype.boolean(0.28)) continue;
      const openedAt = utcTime(daysLater(faker, sentAt, 1, 6));
      rows.push([
        `N-${60001 + rows.length}`,
        accountId,
        openedAt,
        subjects[issue % subjects.length] ?? '',
        'Opened',
      ]);
    }
  }
  return {
    name: 'Mail_Newsletters',
    columns: ['MessageId', 'AccountId', 'OpenedAt', 'Subject', 'Reaction'],
    rows,
  };
}
