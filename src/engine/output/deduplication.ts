import { customerIdBytes, formatId, identifier } from '../../model/ids.js';
import { textOf } from '../store/table-reader.js';
import { customersOf, JoinedRows, loadTables, ruleName, scoreText } from './customer-source.js';
import type { OutputContext, OutputKind } from './outputs.js';
import type { OutputRow } from '../../model/output/rows.js';

const PREFIX = 'Deduplication_';

/** For each customer table the rows that are one record with others (§ 2.5), in the order of the table. */
export const deduplication: OutputKind = {
  names: async (context) => (await customersOf(context))?.tables.map(({ name }) => PREFIX + name) ?? [],
  open: async (context, name) => {
    const segment = await customersOf(context);
    const position = segment?.tables.findIndex((table) => PREFIX + table.name === name) ?? -1;
    const key = segment?.tables[position]?.primaryKey ?? '';
    return {
      columns: [key, `${key}_Alternate`, 'Deduplication_GroupId', 'Rule', 'Score', 'Deduplication_WinnerId'],
      batches: batchesOf(context, position),
    };
  },
};

async function* batchesOf(
  context: OutputContext,
  position: number,
): AsyncGenerator<Iterable<OutputRow>, void, void> {
  const segment = await customersOf(context);
  if (segment === null || position < 0) return;
  const { table, key } = (await loadTables(context, segment))[position];
  const joined = await JoinedRows.read(context.storage, segment, position, key);
  const { rules } = segment.report.tables[position];
  yield (function* rows(): Generator<OutputRow, void, void> {
    for (const [i, row] of joined.rows.entries()) {
      const own = textOf(key, row);
      const winner = textOf(key, joined.records[i]);
      const group = formatId(customerIdBytes(identifier(table.source, table.table, winner)));
      const [rule, score] = [ruleName(rules, joined.by[i]), scoreText(joined.scores[i])];
      yield [own, joined.alternates(row, own), group, rule, score, winner];
    }
  })();
}
