import {
  sampleActivities,
  timelineLaws,
  type ConformanceSetup,
} from '../../../src/adapters/conformance/index.js';
import { openEngine, type Engine, type EngineOptions } from '../../../src/engine/index.js';
import type { Activity } from '../../../src/model/activity.js';
import { activityId, customerIdBytes, formatId, identifier } from '../../../src/model/ids.js';
import {
  accountsModel,
  definition,
  relationship,
  runModel,
  uniqueName,
} from '../../engine/support/workspace.js';

const TABLES = ['Shop_Orders', 'Web_Reviews', 'Desk_Cases', 'Desk_Calls'];
const samples = sampleActivities();
const accounts = [...new Set(samples.map(({ customerId }) => customerId))];
const contacts = [
  ...new Map(
    samples.flatMap(({ contactId, contactName = '', customerId }) => {
      const [first, last] = contactName.split(' ');
      return contactId ? [[contactId, { id: contactId, first, last, email: '', account: customerId }]] : [];
    }),
  ).values(),
];

/** The samples as the engine's rules make them: its own ids, and attributes that the types have. */
const expected = samples.map(({ attributes, customerId, ...row }): Activity => ({
  ...row,
  activityId: activityId(row.sourceTable, row.sourceTable, row.sourceActivityId),
  customerId: formatId(customerIdBytes(identifier('Crm', 'Accounts', customerId))),
  ...(attributes && row.type === 'SalesOrder' && { attributes: { SalesOrderId: attributes.SalesOrderId } }),
}));

async function fill(engine: Engine): Promise<void> {
  await engine.importTable({
    source: 'Crm',
    table: 'Accounts',
    data: accounts.map((id) => ({ id, name: id })),
  });
  await engine.importTable({ source: 'Crm', table: 'Contacts', data: contacts });
  for (const name of TABLES) {
    const [source, table] = name.split('_');
    const data = samples
      .filter(({ sourceTable }) => sourceTable === name)
      .map((row) => ({
        ...{ id: row.sourceActivityId, at: row.timestamp, title: row.title, detail: row.detail ?? '' },
        ...{ url: row.url ?? '', order: row.attributes?.SalesOrderId ?? '', due: '' },
        ...{ account: row.customerId, contact: row.contactId ?? '' },
      }));
    await engine.importTable({ source, table, data });
  }
  const typeOf = (table: string): string => samples.find((row) => row.sourceTable === table)?.type ?? '';
  const model = accountsModel();
  await runModel(engine, {
    ...model,
    relationships: [
      model.relationships[0],
      ...TABLES.flatMap((table) => [
        relationship(`${table.replace('_', '')}ToContact`, `${table}.contact`, 'Crm_Contacts.id'),
        relationship(`${table.replace('_', '')}ToAccount`, `${table}.account`, 'Crm_Accounts.id'),
      ]),
    ],
    activities: TABLES.map((table) =>
      definition({
        id: table,
        name: table.replace('_', ''),
        table,
        type: typeOf(table),
        detail: 'detail',
        url: 'url',
        ...(table === 'Shop_Orders' && {
          attributes: { SalesOrderId: 'order', OrderDate: 'due', SalesAmount: 'due' },
        }),
        paths: [
          [`${table.replace('_', '')}ToContact`, 'ContactToAccount'],
          [`${table.replace('_', '')}ToAccount`],
        ],
      }),
    ),
  });
}

const modes: readonly [string, EngineOptions][] = [
  ['in a worker', { mode: 'worker' }],
  ['on the page', { mode: 'inline' }],
  ['in memory', { indexedDB: null }],
];

for (const [mode, options] of modes) {
  describe(`the engine ${mode}`, () => {
    let engine: Engine;
    let setup: ConformanceSetup;

    before(async () => {
      engine = await openEngine({ ...options, name: uniqueName() });
      await fill(engine);
      setup = { adapter: engine, activities: expected };
    });

    after(() => engine.destroy());

    for (const { promise, check } of timelineLaws) it(promise, () => check(setup));
  });
}
