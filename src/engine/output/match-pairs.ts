import { formatId } from '../../model/ids.js';
import { DIRECTORY, unpackCustomers } from '../store/customer-chunk.js';
import { textOf } from '../store/table-reader.js';
import { customersOf, JoinedRows, loadTables, ruleName, scoreText, sectionsAt } from './customer-source.js';
import type { OutputContext, OutputKind } from './outputs.js';
import type { OutputRow } from '../../model/output/rows.js';

const NAME = 'ConflationMatchPairs';

/** Pairs of rows by which tables were matched (§ 2.5), table by table: a row, and the row above that it met. */
export const matchPairs: OutputKind = {
  names: async (context) => ((await customersOf(context)) === null ? [] : [NAME]),
  open: (context) => Promise.resolve({ columns: COLUMNS, batches: batchesOf(context) }),
};

const COLUMNS = [
  'TrueObjectId',
  'TableName',
  'PrimaryKey',
  'PrimaryKey_Alternate',
  'MatchedTableName',
  'MatchedPrimaryKey',
  'MatchedPrimaryKey_Alternate',
  'Rule',
  'Score',
  'ModifiedOn',
];

async function* batchesOf(context: OutputContext): AsyncGenerator<Iterable<OutputRow>, void, void> {
  const { storage } = context;
  const segment = await customersOf(context);
  if (segment === null) return;
  const tables = await loadTables(context, segment);
  const directory = await storage.read((view) =>
    view.first([segment.segment, DIRECTORY, 0], [segment.segment, DIRECTORY, 0]),
  );
  if (directory === undefined) return;
  const { ids } = unpackCustomers(directory);
  const joined: JoinedRows[] = [];
  for (const [i, { key }] of tables.entries()) joined.push(await JoinedRows.read(storage, segment, i, key));
  const modifiedOn = new Date(segment.madeAt).toISOString();
  for (const position of tables.keys()) {
    const sections = await sectionsAt(storage, segment.segment, position, 3);
    const assigned = await sectionsAt(storage, segment.segment, position, 0);
    if (sections === null || assigned === null) continue;
    const customerOfRow = assigned.i32(0);
    const [rows, withs, withRows] = [sections.u32(0), sections.u32(1), sections.u32(2)];
    const [by, scores] = [sections.i32(3), sections.f64(4)];
    const side = (table: number, row: number): string[] => {
      const key = textOf(tables[table].key, row);
      return [tables[table].table.name, key, joined[table].alternates(row, key)];
    };
    yield (function* pairs(): Generator<OutputRow, void, void> {
      for (const [i, row] of rows.entries()) {
        const customer = customerOfRow[row];
        yield [
          formatId(ids.subarray(customer * 16, customer * 16 + 16)),
          ...side(position, row),
          ...side(withs[i], withRows[i]),
          ruleName(segment.report.rules, by[i]),
          scoreText(scores[i]),
          modifiedOn,
        ];
      }
    })();
  }
}
