import { expect } from 'chai';
import type { Activity, ActivityQuery } from '../../src/model/activity.js';
import type { Engine } from '../../src/engine/index.js';
import {
  csv,
  definition,
  peopleModel,
  runModel,
  toPeople,
  uniqueName,
  withEngine,
} from './support/workspace.js';

/** One generated source row and what is expected of it. */
interface Source {
  table: string;
  type: string;
  id: string;
  person: string;
  at: string;
  time: number;
  hasTime: boolean;
}

const TABLES = [
  { table: 'Shop_Orders', type: 'SalesOrder', rows: 2600 },
  { table: 'Shop_Visits', type: 'Visit', rows: 400 },
  { table: 'Shop_Returns', type: 'SalesOrder', rows: 150 },
];

/**
 * Few days and seconds, so that many rows share a timestamp: one group of equal times is longer than a chunk, and
 * dates and date-times stand side by side.
 */
function makeRows(): Source[] {
  let state = 7;
  const random = (below: number): number => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
    return Math.floor((state / 4_294_967_296) * below);
  };
  return TABLES.flatMap(({ table, type, rows }) =>
    Array.from({ length: rows }, (_, i): Source => {
      const person = i % 3 === 0 ? 'p1' : i % 3 === 1 ? 'p2' : `p${3 + random(20)}`;
      const isCrowd = table === 'Shop_Orders' && person === 'p1';
      const hasTime = table === 'Shop_Visits' ? random(2) === 1 : table === 'Shop_Returns';
      const day = isCrowd && random(10) > 0 ? '2024-03-31' : `2024-0${1 + random(4)}-${10 + random(20)}`;
      const at = hasTime ? `${day}T${10 + random(14)}:30:00Z` : day;
      return {
        table,
        type,
        id: `${table}-${random(10_000)}-${i}`,
        person,
        at,
        time: Date.parse(at),
        hasTime,
      };
    }),
  );
}

const rows = makeRows();

function expectedOrder(mine: readonly Source[], order: ActivityQuery['order']): string[] {
  const direction = order === 'newest' ? -1 : 1;
  return [...mine]
    .sort(
      (a, b) =>
        (a.time - b.time) * direction ||
        (a.type < b.type ? -1 : a.type > b.type ? 1 : 0) ||
        (a.table < b.table ? -1 : a.table > b.table ? 1 : 0) ||
        (a.id < b.id ? -1 : 1),
    )
    .map(({ id }) => id);
}

async function fill(engine: Engine): Promise<void> {
  const people = [...new Set(rows.map(({ person }) => person))];
  await engine.importTable({
    source: 'Crm',
    table: 'People',
    data: csv(`id,name\n${people.map((p) => `${p},${p}`).join('\n')}`),
  });
  for (const { table } of TABLES) {
    const lines = rows
      .filter((row) => row.table === table)
      .map(({ id, person, at }) => `${id},${person},${at},T ${id},"D, ${id}",https://example.com/${id}`);
    const [source, name] = table.split('_');
    await engine.importTable({
      source,
      table: name,
      data: csv(`id,person,at,title,more,link\n${lines.join('\n')}\n`),
    });
  }
  await runModel(
    engine,
    peopleModel({
      relationships: TABLES.map(({ table }) => toPeople(table, `To${table.replace('_', '')}`)),
      activities: TABLES.map(({ table, type }) =>
        definition({
          id: table,
          detail: 'more',
          url: 'link',
          name: table.replace('_', ''),
          table,
          type,
          paths: [[`To${table.replace('_', '')}`]],
        }),
      ),
    }),
  );
}

/** The calendar day of an instant in a zone, put together from parts: how a locale joins them differs by browser. */
function dayIn(timeZone: string, time: number): string {
  const format = new Intl.DateTimeFormat('en', {
    timeZone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
  });
  const parts = new Map(format.formatToParts(time).map(({ type, value }) => [type, value]));
  return `${parts.get('year')}-${parts.get('month')}-${parts.get('day')}`;
}

async function walk(engine: Engine, query: Omit<ActivityQuery, 'cursor'>): Promise<Activity[]> {
  const items: Activity[] = [];
  let cursor: string | undefined;
  do {
    const page = await engine.getPage({ ...query, ...(cursor === undefined ? {} : { cursor }) });
    expect(page.items.length).to.be.at.most(query.limit);
    items.push(...page.items);
    for (const { sourceActivityId: id, title, detail, url } of page.items) {
      expect([title, detail, url]).to.deep.equal([`T ${id}`, `D, ${id}`, `https://example.com/${id}`]);
    }
    cursor = page.next;
  } while (cursor !== undefined);
  return items;
}

for (const mode of ['worker', 'inline'] as const) {
  describe(`queries (${mode})`, () => {
    const name = uniqueName();
    let engine: Engine;

    before(async () => {
      const { openEngine } = await import('../../src/engine/index.js');
      engine = await openEngine({ name, mode });
      await fill(engine);
    });

    after(() => engine.destroy());

    const idOf = async (person: string): Promise<string> =>
      String(await engine.resolveCustomer({ table: 'Crm_People', key: person }));

    it('yields every row of a customer once, in total order, for any page size and both directions', async () => {
      for (const person of ['p1', 'p2', 'p5']) {
        const mine = rows.filter((row) => row.person === person);
        const customerId = await idOf(person);
        for (const order of ['newest', 'oldest'] as const) {
          for (const limit of [7, 100, 1000]) {
            const items = await walk(engine, { customerId, timeZone: 'UTC', order, limit });
            expect(items.map(({ sourceActivityId }) => sourceActivityId)).to.deep.equal(
              expectedOrder(mine, order),
            );
          }
        }
      }
    });

    it('passes over as many rows as it is asked to, in both directions', async () => {
      const customerId = await idOf('p1');
      for (const order of ['newest', 'oldest'] as const) {
        const query = { customerId, timeZone: 'UTC', order, limit: 97 } as const;
        const whole = (await walk(engine, query)).map(({ activityId }) => activityId);
        for (const offset of [
          0,
          1,
          96,
          97,
          500,
          1023,
          1024,
          whole.length - 1,
          whole.length,
          whole.length + 5,
        ]) {
          const { items, next } = await engine.getPage({ ...query, offset });
          expect(items.map(({ activityId }) => activityId)).to.deep.equal(whole.slice(offset, offset + 97));
          expect(next !== undefined).to.equal(offset + 97 < whole.length);
          if (next === undefined) continue;
          const rest = await engine.getPage({ ...query, cursor: next });
          expect(rest.items[0].activityId).to.equal(whole[offset + 97]);
          const twice = await engine
            .getPage({ ...query, cursor: next, offset: 1 })
            .catch((error: unknown) => error);
          expect(twice).to.have.property('code', 'query-invalid');
        }
      }
    });

    it('filters by type and day as a look at every row would, in any time zone', async () => {
      const filters = [
        { types: ['Visit'] },
        { from: '2024-02-12' },
        { to: '2024-03-31' },
        { from: '2024-03-31', to: '2024-03-31' },
        { types: ['SalesOrder'], from: '2024-01-15', to: '2024-04-20' },
        { types: ['Nothing'] },
      ];
      for (const timeZone of ['UTC', 'America/Los_Angeles', 'Pacific/Auckland']) {
        const dayOf = (row: Source): string => (row.hasTime ? dayIn(timeZone, row.time) : row.at);
        for (const person of ['p1', 'p2']) {
          const customerId = await idOf(person);
          for (const filter of filters) {
            const mine = rows.filter(
              (row) =>
                row.person === person &&
                (filter.types?.includes(row.type) ?? true) &&
                dayOf(row) >= (filter.from ?? '') &&
                dayOf(row) <= (filter.to ?? '9'),
            );
            for (const order of ['newest', 'oldest'] as const) {
              const items = await walk(engine, { customerId, timeZone, order, limit: 250, ...filter });
              expect(items.map(({ sourceActivityId }) => sourceActivityId)).to.deep.equal(
                expectedOrder(mine, order),
              );
            }
            const summary = await engine.getSummary({
              customerId,
              timeZone,
              order: 'newest',
              limit: 1,
              ...filter,
            });
            const months = new Map<string, number>();
            for (const row of mine) {
              const month = dayOf(row).slice(0, 7);
              months.set(month, (months.get(month) ?? 0) + 1);
            }
            expect(summary.total).to.equal(mine.length);
            for (const { type, last } of summary.types) {
              const newest = mine.filter((row) => row.type === type).map(({ time }) => time);
              expect(last && Date.parse(last)).to.equal(newest.length > 0 ? Math.max(...newest) : undefined);
            }
            expect(summary.months.map(({ month, count }) => [month, count])).to.deep.equal(
              [...months].sort(([a], [b]) => (a < b ? 1 : -1)),
            );
          }
        }
      }
    });

    it('lists every configured type, also those without a row', async () => {
      const summary = await engine.getSummary({
        customerId: await idOf('p1'),
        timeZone: 'UTC',
        order: 'newest',
        limit: 1,
        types: ['Visit'],
      });
      expect(summary.types.map(({ type }) => type)).to.deep.equal(['SalesOrder', 'Visit']);
      expect(summary.types[0].count).to.equal(0);
      expect(summary.types[0].sourceTables.map(({ table }) => table)).to.deep.equal(['Orders', 'Returns']);
    });

    it('has nothing for a customer that does not exist', async () => {
      for (const customerId of ['', 'nobody', '0'.repeat(32)]) {
        const query = { customerId, timeZone: 'UTC', order: 'newest', limit: 10 } as const;
        expect((await engine.getPage(query)).items).to.deep.equal([]);
        expect((await engine.getSummary(query)).total).to.equal(0);
        expect(await engine.getCustomer(customerId)).to.equal(null);
      }
    });

    it('refuses a query that makes no sense, and says why', async () => {
      const good = { customerId: await idOf('p1'), timeZone: 'UTC', order: 'newest', limit: 10 } as const;
      const bad: [Partial<ActivityQuery>, string][] = [
        [{ limit: 0 }, 'query-invalid'],
        [{ limit: 1.5 }, 'query-invalid'],
        [{ timeZone: 'Mars/Olympus' }, 'query-invalid'],
        [{ from: '2024-02-30' }, 'query-invalid'],
        [{ order: 'sideways' as 'newest' }, 'query-invalid'],
        [{ cursor: 'no cursor' }, 'cursor-invalid'],
      ];
      for (const [part, code] of bad) {
        const error = await engine.getPage({ ...good, ...part }).then(
          () => null,
          (cause: unknown) => cause,
        );
        expect(error, JSON.stringify(part)).to.include({ name: 'AdapterError', code });
      }
    });

    it('rejects a cancelled query with the reason of its signal', async () => {
      const reason = new Error('moved on');
      const signal = AbortSignal.abort(reason);
      const query = { customerId: await idOf('p1'), timeZone: 'UTC', order: 'newest', limit: 10 } as const;
      const error = await engine.getPage(query, { signal }).catch((cause: unknown) => cause);
      expect(error).to.equal(reason);
    });
  });
}

describe('keys that differ in a byte order mark', () => {
  it('have ids of their own, and a page goes on behind each', async () => {
    await withEngine({}, async (engine) => {
      await engine.importTable({ source: 'Crm', table: 'People', data: csv('id\np1\n') });
      const keys = ['a', 'b', '\ufeffa', '\ufeffb'];
      const lines = keys.map((key) => `${key},p1,2024-01-01,x\n`);
      const data = csv(`id,person,at,title\n${lines.join('')}`);
      await engine.importTable({ source: 'Shop', table: 'Orders', data });
      const activities = [definition({ id: 'orders', table: 'Shop_Orders' })];
      await runModel(engine, peopleModel({ relationships: [toPeople('Shop_Orders')], activities }));
      const customerId = String(await engine.resolveCustomer({ table: 'Crm_People', key: 'p1' }));
      const query = { customerId, timeZone: 'UTC', order: 'oldest', limit: 1 } as const;
      const seen: Activity[] = [];
      for (let page = await engine.getPage(query); ;) {
        seen.push(...page.items);
        if (page.next === undefined || seen.length > keys.length) break;
        page = await engine.getPage({ ...query, cursor: page.next });
      }
      expect(seen.map(({ sourceActivityId }) => sourceActivityId)).to.deep.equal(keys);
      expect(new Set(seen.map(({ activityId }) => activityId)).size).to.equal(keys.length);
    });
  });
});

describe('a page walk while a new run replaces the output', () => {
  it('shows no row twice and goes on behind the last one shown', async () => {
    await withEngine({ mode: 'inline', indexedDB: null }, async (engine) => {
      await fill(engine);
      const customerId = String(await engine.resolveCustomer({ table: 'Crm_People', key: 'p1' }));
      const query = { customerId, timeZone: 'UTC', order: 'newest', limit: 500 } as const;
      const first = await engine.getPage(query);
      await engine.run();
      const second = await engine.getPage({ ...query, cursor: String(first.next) });
      const mine = rows.filter(({ person }) => person === 'p1');
      const seen = [...first.items, ...second.items].map(({ sourceActivityId }) => sourceActivityId);
      expect(seen).to.deep.equal(expectedOrder(mine, 'newest').slice(0, seen.length));
    });
  });
});

describe('counts where the clocks show the last hour of a month again', () => {
  it('put each row into the month that the clocks showed', async () => {
    await withEngine({ mode: 'inline', indexedDB: null }, async (engine) => {
      // St John's went from 00:01 on 1 November back to 23:01 on 31 October, at 02:31 UTC.
      const hours = ['02:15', '02:30:30', '02:45', '03:15', '03:45', '12:00'];
      const lines = hours.map((hour, i) => `o${i},p1,2009-11-01T${hour}Z,x`);
      await engine.importTable({ source: 'Crm', table: 'People', data: csv('id\np1\n') });
      await engine.importTable({
        source: 'Shop',
        table: 'Orders',
        data: csv(`id,person,at,title\n${lines.join('\n')}\n`),
      });
      const relationships = [toPeople('Shop_Orders')];
      const activities = [definition({ id: 'orders', table: 'Shop_Orders' })];
      await runModel(engine, peopleModel({ relationships, activities }));
      const customerId = String(await engine.resolveCustomer({ table: 'Crm_People', key: 'p1' }));
      const { months } = await engine.getSummary({ customerId, timeZone: 'America/St_Johns' });
      expect(months.map(({ month, count }) => [month, count])).to.deep.equal([
        ['2009-11', 3],
        ['2009-10', 3],
      ]);
    });
  });
});
