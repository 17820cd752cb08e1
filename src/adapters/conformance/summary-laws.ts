import type { ActivityQuery, ActivitySummary } from '../../model/activity.js';
import { timeOf } from '../shared/activity-time.js';
import { law, type Breach, type ConformanceSetup } from './law.js';
import { customersOf, everything, filteredQueries } from './samples.js';
import { describe, expectedSummary } from './walk.js';

export const summaryLaws = [
  law(
    'summary',
    'counts the rows by type, month and contact as a look at every row would',
    async (setup, breach) => {
      if (setup.adapter.capabilities.counts === 'none') return;
      const zones = ['UTC', 'America/Los_Angeles', 'Asia/Kolkata'];
      const plain = customersOf(setup).flatMap((id) =>
        zones.map((timeZone) => ({ ...everything(id), timeZone })),
      );
      for (const query of [...plain, ...filteredQueries(setup)]) {
        await compareSummary(setup, query, breach);
      }
    },
  ),

  law('summary-search', 'counts what a search finds', async (setup, breach) => {
    const { counts, search } = setup.adapter.capabilities;
    if (counts === 'none' || !search) return;
    for (const text of ['order', "'", 'no such text', 'REVIEW']) {
      await compareSummary(setup, { ...everything(customersOf(setup)[0]), text }, breach);
    }
  }),
];

async function compareSummary(setup: ConformanceSetup, query: ActivityQuery, breach: Breach): Promise<void> {
  const { order: _, limit: __, ...counted } = query;
  const came = await setup.adapter.getSummary(counted);
  const expected = await expectedSummary(setup, query);
  const where = `for ${describe(query)}`;
  if (!came.exact && setup.adapter.capabilities.counts === 'exact') {
    breach(`the capabilities say that counts are exact, the summary that they are not, ${where}.`);
  }
  if (came.exact && came.first !== expected.first)
    breach(`first is ${came.first}, not ${expected.first}, ${where}.`);
  if (came.exact && came.last !== expected.last)
    breach(`last is ${came.last}, not ${expected.last}, ${where}.`);
  for (const { type, last } of came.exact ? came.types : []) {
    const newest = expected.types.find((other) => other.type === type)?.last;
    // An adapter need not know it.
    if (last !== undefined && (newest === undefined || timeOf(last) !== timeOf(newest))) {
      breach(`the newest row of type ${type} is at ${last}, not ${newest}, ${where}.`);
    }
  }
  const months = came.months.map(({ month }) => month);
  if (months.join() !== [...months].sort().reverse().join()) breach(`months are not newest first, ${where}.`);
  const [left, right] = [tallies(setup, came), tallies(setup, expected)];
  for (const key of new Set([...left.keys(), ...right.keys()])) {
    const [count, true_] = [left.get(key) ?? 0, right.get(key) ?? 0];
    if (came.exact ? count !== true_ : count > true_) {
      breach(`${key} is ${count}, ${came.exact ? 'expected' : 'more than'} ${true_}, ${where}.`);
    }
  }
}

/** Every count of a summary by its name. A type without rows may be listed or not. */
function tallies({ adapter }: ConformanceSetup, summary: ActivitySummary): Map<string, number> {
  const counts = new Map([['total', summary.total]]);
  for (const { type, count } of summary.types) counts.set(`type ${type}`, count);
  for (const { month, count, types } of summary.months) {
    counts.set(`month ${month}`, count);
    for (const [type, part] of Object.entries(types)) counts.set(`month ${month} ${type}`, part);
  }
  if (adapter.capabilities.filterContacts) {
    for (const { contactId, count } of summary.contacts ?? []) counts.set(`contact ${contactId}`, count);
  }
  return counts;
}
