import type { Engine } from '../../../src/engine/index.js';
import type { ActivityModel } from '../../../src/model/model.js';
import { csv, definition, digest, peopleModel, runModel, toPeople } from './workspace.js';

const PEOPLE = 40;
const ORDERS = 300;

/** The model of a stored fixture. */
function fixtureModel(kind: ActivityModel['kind']): ActivityModel {
  return peopleModel({
    kind,
    relationships: [toPeople('Shop_Orders')],
    activities: [
      definition({ id: 'orders', table: 'Shop_Orders', detail: 'note' }),
      definition({ id: 'hidden', table: 'Shop_Orders', showInTimeline: false }),
    ],
  });
}

/** Fills a workspace as the stored fixtures are filled: every kind of row, and no chance in it. */
export async function fillFixture(engine: Engine, kind: ActivityModel['kind']): Promise<void> {
  const people = Array.from({ length: PEOPLE }, (_, i) => `p${i},Person ${i},p${i}@example.com`);
  const orders = Array.from({ length: ORDERS }, (_, i) => {
    const at = i % 50 === 7 ? 'never' : `2024-0${1 + (i % 9)}-1${i % 10}T0${i % 10}:30:00Z`;
    return `o${i % 97 === 96 ? i - 1 : i},p${i % (PEOPLE + 3)},${at},Order ${i},note ${i % 5}`;
  });
  await engine.importTable({
    source: 'Crm',
    table: 'People',
    data: csv(`id,name,mail\n${people.join('\n')}\n`),
  });
  await engine.importTable({
    source: 'Shop',
    table: 'Orders',
    data: csv(`id,person,at,title,note\n${orders.join('\n')}\n`),
  });
  await runModel(engine, fixtureModel(kind));
}

/** What a fixture has to show, whatever release reads it. */
export async function readFixture(engine: Engine): Promise<unknown> {
  const { customers, total } = await engine.listCustomers({ limit: 3 });
  const customerId = customers[0].customerId;
  const query = { customerId, timeZone: 'UTC', order: 'newest', limit: 5 } as const;
  const report = await engine.lastRun();
  return {
    total,
    digest: await digest(engine),
    page: (await engine.getPage(query)).items.map(({ activityId, title, timestamp }) => [
      activityId,
      title,
      timestamp,
    ]),
    summary: (await engine.getSummary(query)).total,
    customer: (await engine.getCustomer(customerId))?.customerId,
    definitions: report?.definitions.map(({ read, shown, hidden, undated }) => [
      read,
      shown,
      hidden,
      undated,
    ]),
    outOfDate: report?.outOfDate,
  };
}
