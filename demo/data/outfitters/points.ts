import { wallTime } from '../calendar.js';
import { fakerFor } from '../seeded-faker.js';
import type { SourceTable } from '../source-table.js';
import type { Visit } from './visits.js';

const number = new Intl.NumberFormat('en-GB');

const tierOf = (earned: number): string => (earned > 2500 ? 'Summit' : earned > 900 ? 'Ridge' : 'Trail');

/** The club's book: one point a pound, now and then a voucher. Times as on a British clock, without a zone. */
export function pointsTable(visits: readonly Visit[]): SourceTable {
  const faker = fakerFor(9);
  const books = new Map<string, { earned: number; balance: number }>();
  const rows: string[][] = [];
  const post = (contactId: string, at: number, event: string, earned: number, redeemed: number): void => {
    const before = books.get(contactId) ?? { earned: 0, balance: 0 };
    const after = { earned: before.earned + earned, balance: before.balance + earned - redeemed };
    books.set(contactId, after);
    const tier = tierOf(after.earned);
    const risen = before.earned > 0 && tier !== tierOf(before.earned) ? `, now in tier ${tier}` : '';
    rows.push([
      `L-${400_001 + rows.length}`,
      contactId,
      wallTime(at),
      event,
      `Balance ${number.format(after.balance)} points${risen}`,
      String(earned),
      String(redeemed),
      String(after.balance),
      tier,
    ]);
  };
  for (const { person, channel, at, amount, id } of visits) {
    const { contactId, isClubMember } = person;
    if (!contactId || !isClubMember) continue;
    const balance = books.get(contactId)?.balance ?? 0;
    if (balance >= 250 && faker.datatype.boolean(0.25)) {
      const redeemed = Math.floor(balance / 250) * 250;
      post(contactId, at - 60_000, `${number.format(redeemed)} points turned into a voucher`, 0, redeemed);
    }
    const earned = Math.max(1, Math.round(amount));
    const what = channel === 'web' ? `web order ${id}` : 'a purchase in the store';
    post(contactId, at + 120_000, `${number.format(earned)} points for ${what}`, earned, 0);
  }
  return {
    name: 'Club_Points',
    columns: ['EntryId', 'ContactId', 'PostedAt', 'Event', 'Note', 'Earned', 'Redeemed', 'Balance', 'Tier'],
    rows,
  };
}
