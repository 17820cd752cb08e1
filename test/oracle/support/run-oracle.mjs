// The independent path: the model and the rows, without any of the product's code.
import { buildActivities, followPath } from './activities-sql.mjs';
import { columnFacts } from './column-facts.mjs';
import { keyContacts, readContacts } from './contacts-sql.mjs';
import { customersOf, unifyCustomers } from './customers-sql.mjs';

/** Attribute types of § 3, as far as they are not text. */
const ATTRIBUTE_TYPES = {
  Feedback: { FeedbackDate: 'date', Rating: 'number', MaxRating: 'number' },
  Loyalty: {
    TransactionDate: 'date',
    MembershipStartDate: 'date',
    PointsEarned: 'number',
    PointsRedeemed: 'number',
    PointsBalance: 'number',
  },
  SalesOrder: { OrderDate: 'date', SalesAmount: 'number', ProductCount: 'number' },
  SalesOrderLine: { OrderDate: 'date', Amount: 'number', Quantity: 'number', UnitPrice: 'number' },
  Subscription: {
    TransactionDate: 'date',
    SubscriptionStartDate: 'date',
    SubscriptionEndDate: 'date',
    SubscriptionAmount: 'number',
    RecurringFrequencyInMonths: 'number',
  },
};
/** Type names for people where they differ from the name (§ 3, D 31). */
const DISPLAY_NAMES = { SalesOrder: 'Order', SalesOrderLine: 'Order line' };

/**
 * Runs a model over the tables of a database.
 * @param types Table → column → type chosen at the import in place of the found one.
 */
export async function runOracle(database, model, types = {}) {
  const facts = await columnFacts(
    database,
    model.tables.map(({ name }) => name),
  );
  for (const [table, columns] of Object.entries(types)) {
    for (const [column, type] of Object.entries(columns)) facts.get(table).get(column).type = type;
  }
  await unifyCustomers(database, model, facts);
  const customers = new Map();
  const customerTables = new Map();
  for (const { table } of model.customers.tables) {
    const rows = await database.rows(`select * from ${customersOf(table)} order by _row`);
    customerTables.set(table, rows);
    for (const { key, customer, is_preferred: isPreferred } of rows) {
      if (customer === null) continue;
      if (!customers.has(customer)) customers.set(customer, new Map());
      const rings = customers.get(customer);
      const { preferred, keys = [] } = rings.get(table) ?? {};
      rings.set(table, { preferred: isPreferred ? key : preferred, keys: [...keys, key] });
    }
  }
  await keyContacts(database, model, facts);
  const contacts = [];
  for (const [i, table] of model.contacts.entries()) {
    const reached = await followPath(database, model, facts, table.path, `contact path ${i}`);
    contacts.push(await readContacts(database, table, reached));
  }
  const definitions = new Map();
  const paths = new Map();
  for (const definition of model.activities) {
    const rows = await buildActivities(database, model, facts, definition, paths);
    definitions.set(definition.id, resultOf(definition, rows, facts.get(definition.table)));
  }
  return { facts, customers, customerTables, contacts, definitions };
}

function resultOf(definition, rows, facts) {
  const displayName = DISPLAY_NAMES[definition.type] ?? definition.type;
  const keys = Object.entries(definition.attributes ?? {}).map(([key, column]) => ({
    key,
    form: ATTRIBUTE_TYPES[definition.type]?.[key] ?? 'text',
    columnType: facts.get(column).type,
  }));
  const isWritten = ({ fate }) => fate === 'written' || fate === 'no-valid-date';
  const orphans = rows.filter(({ fate }) => fate === 'orphan');
  const longest = Math.max(...definition.paths.map((path) => path.length));
  const count = (wanted) => rows.filter(({ fate }) => fate === wanted).length;
  const dates = facts.get(definition.timestamp).dates;
  return {
    report: {
      read: rows.length,
      shown: definition.showInTimeline ? count('written') : 0,
      hidden: definition.showInTimeline ? 0 : count('written'),
      undated: count('no-valid-date'),
      rejected: count('key-empty') + count('key-duplicate'),
      orphaned: count('orphan'),
      orphanedByHop: Array.from(
        { length: longest },
        (_, i) => orphans.filter(({ hop }) => hop === i + 1).length,
      ),
      conflicting: rows.filter(({ is_conflicting }) => is_conflicting).length,
      dateOrderAssumed: definition.dateOrder === undefined && dates?.order === 'ambiguous',
    },
    setAside: rows
      .filter(({ fate }) => fate !== 'written')
      .map(({ fate, line, key, hop, tried_key }) => ({
        reason: fate,
        line,
        key,
        hop: fate === 'orphan' ? hop : undefined,
        triedKey: fate === 'orphan' ? tried_key : undefined,
      })),
    activities: rows.filter(isWritten).map((row) => ({
      CustomerId: row.customer,
      ActivityId: row.id,
      SourceTableName: definition.table,
      SourceActivityId: row.key,
      ActivityType: definition.type,
      ActivityTypeDisplay: displayName,
      ActivityTimeStamp: row.stamp,
      Title: row.title === '' ? displayName : row.title,
      Description: row.detail,
      URL: row.url,
      SemanticData: attributesOf(keys, row),
      RangeIndex: row.ms,
      UnifiedActivityId: row.id,
      ContactId: row.contact,
    })),
  };
}

function attributesOf(keys, { raw_attributes: raw, dates, numbers }) {
  return Object.fromEntries(
    keys.flatMap(({ key, form, columnType }, i) => {
      if (raw[i] === '') return [];
      const isUnix = columnType.startsWith('unix');
      const value =
        form === 'number' ? numbers[i] : form === 'date' && !isUnix ? (dates[i] ?? raw[i]) : raw[i];
      return [[key, value]];
    }),
  );
}
