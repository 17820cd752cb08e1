import { expect } from 'chai';
import type { Engine } from '../../src/engine/index.js';
import type { Activity, ActivityQuery } from '../../src/model/activity.js';
import { TimeZone } from '../../src/model/time-zone.js';
import { csv, definition, peopleModel, runModel, toPeople, uniqueName } from './support/workspace.js';

const HEAVY = 'p1';
const ROWS = 9000;

interface Visit {
  person: string;
  at: string;
}

/** Many rows of one customer between rows of others; every fifth is a date without a time. */
const visits = Array.from({ length: ROWS }, (_, i): Visit => {
  const time = Date.UTC(2022, 0, 1) + ((i * 2_654_435_761) % 63_000_000) * 1000;
  const at = new Date(time).toISOString();
  const person = i % 9 === 0 ? `p${(i % 5) + 2}` : i % 9 === 1 ? 'p0' : HEAVY;
  return { person, at: i % 5 === 0 ? at.slice(0, 10) : at };
});

for (const mode of ['worker', 'inline'] as const) {
  describe(`customer of many chunks (${mode})`, () => {
    let engine: Engine;

    before(async () => {
      const { openEngine } = await import('../../src/engine/index.js');
      engine = await openEngine({ name: uniqueName(), mode });
      const people = [...new Set(visits.map(({ person }) => person))];
      await engine.importTable({ source: 'Crm', table: 'People', data: csv(`id\n${people.join('\n')}\n`) });
      const lines = visits.map(({ person, at }, i) => `v${i},${person},${at},Visit of a page ${i}`);
      await engine.importTable({
        source: 'Web',
        table: 'Visits',
        data: csv(`id,person,at,title\n${lines.join('\n')}\n`),
      });
      const table = 'Web_Visits';
      await runModel(
        engine,
        peopleModel({ relationships: [toPeople(table)], activities: [definition({ id: 'visits', table })] }),
      );
    });

    after(() => engine.destroy());

    for (const name of ['UTC', 'Europe/Berlin', 'Asia/Kathmandu', 'Pacific/Kiritimati', 'Etc/GMT+12']) {
      it(`counts as a look at every row would in ${name}`, async () => {
        const zone = new TimeZone(name);
        const monthOf = ({ at }: Visit): string => {
          if (at.length === 10) return at.slice(0, 7);
          return new Date(Date.parse(at) + zone.offsetAt(Date.parse(at))).toISOString().slice(0, 7);
        };
        for (const person of ['p0', HEAVY, 'p2']) {
          const customerId = await engine.resolveCustomer({ table: 'Crm_People', key: person });
          const query = {
            customerId: String(customerId),
            timeZone: name,
            order: 'newest',
            limit: 1,
          } as const;
          for (const { from, to } of [
            { from: '0001-01', to: '9999-12' },
            { from: '2022-03', to: '2022-08' },
            { from: '2023-11', to: '2023-12' },
          ]) {
            const expected = new Map<string, number>();
            for (const visit of visits) {
              const month = monthOf(visit);
              if (visit.person !== person || month < from || month > to) continue;
              expected.set(month, (expected.get(month) ?? 0) + 1);
            }
            const isAll = from < '2000';
            const summary = await engine.getSummary({
              ...query,
              ...(isAll ? {} : { from: `${from}-01`, to: lastDay(to) }),
            });
            expect(summary.months.map(({ month, count }) => [month, count])).to.deep.equal(
              [...expected].sort(([a], [b]) => (a < b ? 1 : -1)),
            );
            if (!isAll) continue;
            const times = visits.filter((visit) => visit.person === person).map(({ at }) => at);
            expect(Date.parse(String(summary.first))).to.equal(Math.min(...times.map(Date.parse)));
            expect(Date.parse(String(summary.last))).to.equal(Math.max(...times.map(Date.parse)));
            expect(summary.types.map(({ last }) => last)).to.include(summary.last);
          }
        }
      });
    }

    for (const order of ['newest', 'oldest'] as const) {
      it(`finds the same rows, ${order} first, before and after they were counted`, async () => {
        const customerId = String(await engine.resolveCustomer({ table: 'Crm_People', key: HEAVY }));
        for (const [text, days] of [
          ['page 7', {}],
          ['PAGE 1', { from: '2022-03-05', to: '2023-08-20' }],
          ['no such page', {}],
        ] as const) {
          const query = { customerId, text, ...days, timeZone: 'UTC', order, limit: 70 };
          const alone = await walk(engine, query);
          const { total } = await engine.getSummary(query);
          expect(alone).to.have.lengthOf(total);
          expect(await walk(engine, query)).to.deep.equal(alone);
          const expected = visits.filter(({ person, at }, i) => {
            const day = at.slice(0, 10);
            const isInDays = !('from' in days) || (day >= days.from && day <= days.to);
            return person === HEAVY && isInDays && `visit of a page ${i}`.includes(text.toLowerCase());
          });
          expect(total).to.equal(expected.length);
          // Another text in between: what was found for it is not taken for this one.
          const [both] = await Promise.all([
            engine.getSummary({ ...query, text: 'page 8' }),
            engine.getPage({ ...query, text: 'page 8' }),
          ]);
          expect(both.total).to.equal((await walk(engine, { ...query, text: 'page 8' })).length);
        }
      });
    }
  });
}

async function walk(engine: Engine, query: ActivityQuery): Promise<Activity[]> {
  const items: Activity[] = [];
  let cursor: string | undefined;
  do {
    const page = await engine.getPage({ ...query, ...(cursor === undefined ? {} : { cursor }) });
    items.push(...page.items);
    cursor = page.next;
  } while (cursor !== undefined);
  return items;
}

function lastDay(month: string): string {
  const [year, number] = month.split('-').map(Number);
  return new Date(Date.UTC(year, number, 0)).toISOString().slice(0, 10);
}
