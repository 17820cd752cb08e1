// Engine and oracle side by side, row by row; the first differences are what a person reads.
import assert from 'node:assert/strict';

/** Fails with the first rows that differ. Rows are matched by `keyOf`, which must be unique. */
export function assertSameRows(actual, expected, keyOf, what) {
  const wanted = new Map(expected.map((row) => [keyOf(row), row]));
  const found = new Map(actual.map((row) => [keyOf(row), row]));
  assert.equal(wanted.size, expected.length, `${what}: the oracle names two rows alike`);
  assert.equal(found.size, actual.length, `${what}: the engine names two rows alike`);
  const differences = [];
  for (const key of new Set([...wanted.keys(), ...found.keys()])) {
    const [engine, oracle] = [found.get(key), wanted.get(key)];
    if (JSON.stringify(sorted(engine)) === JSON.stringify(sorted(oracle))) continue;
    differences.push({ engine: engine ?? 'has no such row', oracle: oracle ?? 'has no such row' });
    if (differences.length === 3) break;
  }
  assert.deepEqual(differences, [], `${what}: engine and oracle differ`);
}

/** Compares everything that both sides tell. */
export function assertSame(engine, oracle) {
  for (const { name, columns } of engine.infos) {
    const facts = oracle.facts.get(name);
    if (facts === undefined) continue;
    for (const { name: column, type, empty, dates } of columns) {
      const found = facts.get(column);
      assert.deepEqual({ type, empty, dates }, { dates: undefined, ...found }, `${name}.${column}`);
    }
  }
  assertSameCustomers(engine, oracle);
  assertSameContacts(engine, oracle);
  for (const report of engine.report.definitions) {
    const expected = oracle.definitions.get(report.definition);
    const figures = Object.fromEntries(Object.keys(expected.report).map((key) => [key, report[key]]));
    assert.deepEqual(figures, expected.report, `figures of ${report.name}`);
    const rows = engine.setAside.get(report.definition).map(({ reason, line, key, hop, triedKey }) => ({
      reason,
      line,
      key,
      hop,
      // Told only for the first hop.
      triedKey,
    }));
    assertSameRows(
      rows,
      expected.setAside.map((row) => (row.hop === 1 ? row : { ...row, triedKey: undefined })),
      ({ line }) => line,
      `rows of ${report.name} set aside`,
    );
  }
  assertSameRows(
    engine.activities.map((row) => ({ ...row, SemanticData: JSON.parse(row.SemanticData) })),
    [...oracle.definitions.values()].flatMap(({ activities }) => activities),
    ({ ActivityId }) => ActivityId,
    'activities',
  );
}

function assertSameCustomers(engine, oracle) {
  assert.equal(engine.report.customers.customers, oracle.customers.size, 'number of customers');
  assertSameRows(
    engine.profiles.map(({ customerId, keys }) => ({
      customerId,
      keys: keys.map(({ table, preferredKey, keys: all }) => [table, preferredKey, [...new Set(all)].sort()]),
    })),
    [...oracle.customers].map(([customerId, rings]) => ({
      customerId,
      keys: [...rings].map(([table, { preferred, keys }]) => [table, preferred, [...new Set(keys)].sort()]),
    })),
    ({ customerId }) => customerId,
    'customers',
  );
  for (const [table, rows] of oracle.customerTables) {
    const report = engine.report.customers.tables.find((other) => other.table === table);
    const count = (wanted) => rows.filter(({ fate }) => fate === wanted).length;
    assert.deepEqual(
      [report.read, report.customers, report.matched, report.duplicates, report.rejected, report.leftOut],
      [rows.length, ...['customer', 'matched', 'duplicate', 'key-empty', 'left-out'].map(count)],
      `figures of ${table}`,
    );
  }
}

function assertSameContacts(engine, oracle) {
  const text = (value) => value ?? '';
  assertSameRows(
    engine.contacts.map(({ ContactId, CustomerId, TableName, FirstName, LastName, PrimaryEmail }) => ({
      ContactId,
      CustomerId,
      TableName,
      FirstName: text(FirstName),
      LastName: text(LastName),
      PrimaryEmail: text(PrimaryEmail),
    })),
    oracle.contacts.flatMap(({ contacts }) => contacts),
    ({ TableName, ContactId }) => `${TableName} ${ContactId}`,
    'contacts',
  );
  assert.deepEqual(
    engine.report.contacts.map(({ setAside, ...figures }) => {
      const count = (wanted) => setAside.find(({ reason }) => reason === wanted)?.count ?? 0;
      return { ...figures, empty: count('key-empty'), duplicate: count('key-duplicate') };
    }),
    oracle.contacts.map(({ report }) => report),
    'figures of the contact tables',
  );
}

/** A copy whose keys stand in one order, all the way down. */
function sorted(value) {
  if (value === null || typeof value !== 'object' || Array.isArray(value)) return value;
  return Object.fromEntries(
    Object.keys(value)
      .sort()
      .map((key) => [key, sorted(value[key])]),
  );
}
