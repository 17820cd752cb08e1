// What the engine made beside what a script of SQL made, row by row.
import assert from 'node:assert/strict';

/** All output tables of a script, as texts. */
export async function readOutputs({ rows }) {
  const read = async (table) =>
    (await rows(`select * from "${table}"`)).map((row) =>
      Object.fromEntries(
        Object.entries(row).map(([column, value]) => [column, value === null ? null : String(value)]),
      ),
    );
  return {
    activities: await read('UnifiedActivity'),
    setAside: await read('SetAside'),
    report: await read('RunReport'),
    read,
  };
}

/** Fails with the first rows that differ, whatever their order. */
export function assertSameRows(engine, sql, what) {
  const left = new Map();
  for (const row of engine) {
    const text = textOf(row);
    left.set(text, (left.get(text) ?? 0) + 1);
  }
  const more = [];
  for (const row of sql) {
    const text = textOf(row);
    const count = left.get(text) ?? 0;
    if (count === 0) more.push(text);
    else if (count === 1) left.delete(text);
    else left.set(text, count - 1);
  }
  const differences = { engine: [...left.keys()].slice(0, 3), sql: more.slice(0, 3) };
  assert.deepEqual(differences, { engine: [], sql: [] }, `${what}: engine and SQL differ`);
}

/** Compares activities, rows set aside and figures; alternate keys too where the script made them. */
export function assertSame(engine, outputs) {
  assertSameRows(engine.activities, outputs.activities, 'activities');
  const aside = [
    ...engine.setAside.values(),
    ...(outputs.alternateKeys ? engine.customersAside.values() : []),
  ].flat();
  assertSameRows(
    aside.map(({ definition = null, table, line, reason, hop, triedKey = null, key }) => ({
      Definition: definition,
      Table: table,
      Line: String(line),
      Reason: reason,
      Hop: hop === undefined ? null : String(hop),
      TriedKey: triedKey,
      Key: key,
    })),
    outputs.setAside,
    'rows set aside',
  );
  assertSameRows(
    engine.report.definitions.map((report) => ({
      Definition: report.definition,
      Name: report.name,
      Table: report.table,
      Read: String(report.read),
      Shown: String(report.shown),
      Hidden: String(report.hidden),
      Undated: String(report.undated),
      Rejected: String(report.rejected),
      Orphaned: String(report.orphaned),
      OrphanedByHop: JSON.stringify(report.orphanedByHop),
      Conflicting: String(report.conflicting),
      DateOrderAssumed: String(report.dateOrderAssumed),
    })),
    outputs.report,
    'figures of definitions',
  );
  if (!outputs.alternateKeys) return;
  assertSameRows(engine.alternateKeys, outputs.alternateKeys, 'alternate keys');
  assertSameRows(
    engine.report.customers.tables.map(
      ({ table, read, customers, matched, duplicates, rejected, leftOut }) => ({
        Table: table,
        Read: String(read),
        Customers: String(customers),
        Matched: String(matched),
        Duplicates: String(duplicates),
        Rejected: String(rejected),
        LeftOut: String(leftOut),
      }),
    ),
    outputs.customerReport,
    'figures of customer tables',
  );
}

/** A row as one text, whatever the order of its columns. */
function textOf(row) {
  return JSON.stringify(
    Object.keys(row)
      .sort()
      .map((column) => [column, row[column]]),
  );
}
