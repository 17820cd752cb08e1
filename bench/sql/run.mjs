// node bench/sql/run.mjs [ROWS]
//
// The SQL of a model on DuckDB, in memory on two threads, beside a query that was written and tuned by hand for the same data and the
// same results. Times are medians of five runs, each after a run that does not count.
import { loadProduct } from '../../test/oracle/support/engine.mjs';
import { openDuckDb } from '../../test/sql/support/duckdb.mjs';

const rows = Number(process.argv[2] ?? 1_000_000);
const customers = Math.ceil(rows / 20);
const ROUNDS = 5;

const DATA = [
  `create table "Crm_People" as select 'CNTID_' || (1000 + i) as "ContactId", 'Name ' || i as "FullName" from range(${customers}) r(i)`,
  `create table "AlternateKey" as select 'Crm' as "DataSourceName", 'People' as "TableName", "ContactId" as "AlternateValue",
     md5('Crm|People|' || lower("ContactId")) as "CustomerId" from "Crm_People"`,
  `create table "Shop_Purchases" as select i as _line, 'OPID_' || (1000 + i) as "PurchaseId",
     case when i % 1000 = 7 then 'gone' else 'CNTID_' || (1000 + hash(i) % ${customers}) end as "ContactId",
     (1 + hash(i + 1) % 12) || '/' || (1 + hash(i + 2) % 28) || '/' || (2015 + hash(i + 3) % 6) as "PurchasedOn",
     cast(20 + hash(i + 4) % 3000 as varchar) as "TotalPrice", 'OnlinePurchase' as "Kind", 'Purchased a product online' as "Subject"
     from range(${rows}) r(i)`,
];

/** What somebody would write who knows the data: one pass, no form but those that occur. */
const BY_HAND = [
  `create or replace table hand_activity as
   select k.customer as "CustomerId", md5('Shop_Purchases|online|' || p."PurchaseId") as "ActivityId",
     'Shop_Purchases' as "SourceTableName", p."PurchaseId" as "SourceActivityId", 'SalesOrder' as "ActivityType",
     strftime(p.at, '%Y-%m-%d') as "ActivityTimeStamp", p."Kind" as "Title", p."Subject" as "Description", '' as "URL",
     '{"SalesOrderId":' || to_json(p."PurchaseId") || ',"OrderDate":"' || strftime(p.at, '%Y-%m-%d') || '","SalesAmount":' || to_json(p."TotalPrice") || '}' as "SemanticData",
     cast(epoch_ms(p.at) as varchar) as "RangeIndex", md5('Shop_Purchases|online|' || p."PurchaseId") as "UnifiedActivityId",
     'Order' as "ActivityTypeDisplay", cast(null as varchar) as "ContactId"
   from (
     select *, try_strptime("PurchasedOn", '%m/%d/%Y') as at,
       row_number() over (partition by "PurchaseId" order by _line) as n
     from "Shop_Purchases"
   ) p join (select lower("AlternateValue") as form, "CustomerId" as customer from "AlternateKey") k
     on k.form = lower(trim(p."ContactId"))
   where p.n = 1 and p."PurchaseId" <> ''`,
  `create or replace table hand_aside as
   select p."PurchaseId" as key, p."ContactId" as tried_key from "Shop_Purchases" p
   where lower(trim(p."ContactId")) not in (select lower("AlternateValue") from "AlternateKey")`,
];

const column = (name, type = 'text') => ({ name, type });
const MODEL = {
  format: 'activity-model/1',
  kind: 'individuals',
  tables: [
    {
      name: 'Crm_People',
      source: 'Crm',
      table: 'People',
      columns: ['ContactId', 'FullName'].map((name) => column(name)),
    },
    {
      name: 'Shop_Purchases',
      source: 'Shop',
      table: 'Purchases',
      columns: [
        ...['PurchaseId', 'ContactId', 'Kind', 'Subject'].map((name) => column(name)),
        column('PurchasedOn', 'date'),
        column('TotalPrice', 'number'),
      ],
    },
  ],
  customers: {
    tables: [{ table: 'Crm_People', primaryKey: 'ContactId', includeAll: true }],
    rules: [],
    fields: [],
  },
  contacts: [],
  relationships: [
    {
      name: 'ToPerson',
      from: { table: 'Shop_Purchases', column: 'ContactId' },
      to: { table: 'Crm_People', column: 'ContactId' },
      cardinality: 'many-to-one',
    },
  ],
  activities: [
    {
      id: 'online',
      name: 'Online',
      table: 'Shop_Purchases',
      type: 'SalesOrder',
      primaryKey: 'PurchaseId',
      timestamp: 'PurchasedOn',
      event: 'Kind',
      detail: 'Subject',
      showInTimeline: true,
      attributes: { SalesOrderId: 'PurchaseId', OrderDate: 'PurchasedOn', SalesAmount: 'TotalPrice' },
      paths: [['ToPerson']],
    },
  ],
};

const product = await loadProduct();
const { toSqlStatements } = await product.load('/src/sql/index.ts');
const database = await openDuckDb({ threads: '2' });
for (const statement of DATA) await database.run(statement);
const tables = MODEL.tables.map((table) =>
  table.name === 'Shop_Purchases' ? { ...table, order: '_line' } : table,
);
const compiled = toSqlStatements(MODEL, tables, 'duckdb', {
  alternateKey: { relation: ['AlternateKey'] },
}).map(({ sql }) => sql);

async function time(statements) {
  const started = performance.now();
  for (const statement of statements) await database.run(statement);
  return performance.now() - started;
}

const taken = { compiled: [], byHand: [] };
for (let round = 0; round <= ROUNDS; round++) {
  // Side by side, so that a busy machine is busy for both.
  const times = { compiled: await time(compiled), byHand: await time(BY_HAND) };
  if (round === 0) continue;
  for (const side of Object.keys(taken)) taken[side].push(times[side]);
}
const [{ differences }] = await database.rows(`select count(*)::integer as differences from (
  (select * from "UnifiedActivity" except select * from hand_activity) union all (select * from hand_activity except select * from "UnifiedActivity"))`);
const median = (values) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)];
const [a, b] = [median(taken.compiled), median(taken.byHand)];
console.log(`${rows} rows, ${differences} rows differ`);
console.log(`compiled ${a.toFixed(0)} ms, by hand ${b.toFixed(0)} ms: ${(a / b).toFixed(2)} × (goal 1.5 ×)`);
if (process.argv.includes('--steps')) {
  for (const statement of compiled)
    console.log(
      (await time([statement])).toFixed(0).padStart(6),
      statement.slice(0, 60).replaceAll('\n', ' '),
    );
}
database.close();
await product.close();
