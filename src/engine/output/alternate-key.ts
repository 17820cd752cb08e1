import type { SourceKey } from '../../model/activity.js';
import { customerIdBytes, formatId, identifier } from '../../model/ids.js';
import { columnIndex } from '../store/table-reader.js';
import { KeyIndex } from '../unify/key-index.js';
import { KeyText } from '../unify/key-text.js';
import { customerChunks, customersOf, loadTables } from './customer-source.js';
import type { OutputContext, OutputKind } from './outputs.js';
import type { OutputRow } from '../../model/output/rows.js';

const NAME = 'AlternateKey';

/** Every source key that went into a customer (§ 2.2), customer by customer. */
export const alternateKey: OutputKind = {
  names: async (context) => ((await customersOf(context)) === null ? [] : [NAME]),
  open: (context) => Promise.resolve({ columns: COLUMNS, batches: batchesOf(context) }),
};

const COLUMNS = [
  'DataSourceName',
  'TableName',
  'AlternateValue',
  'KeyRing',
  'CustomerId',
  'AlternateKeyId',
  'Identifier',
];

async function* batchesOf(context: OutputContext): AsyncGenerator<Iterable<OutputRow>, void, void> {
  const segment = await customersOf(context);
  if (segment === null) return;
  const loaded = await loadTables(context, segment);
  const tables = new Map(
    loaded.map(({ table, key }, i) => {
      const { type } = table.columns[columnIndex(table, segment.tables[i].primaryKey)];
      const index = new KeyIndex(key, type);
      const text = new KeyText(type);
      const identityOf = (value: string): string => {
        const bytes = encoder.encode(value);
        return index.identityOf(index.find(text, bytes, 0, bytes.length), key);
      };
      return [table.name, { source: table.source, table: table.table, identityOf }] as const;
    }),
  );
  for await (const { ids, texts } of customerChunks(context.storage, segment)) {
    const [, rings] = texts;
    yield rowsOf(ids, (i) => JSON.parse(rings.text(i)) as SourceKey[], tables);
  }
}

const encoder = new TextEncoder();

interface NamedTable {
  source: string;
  table: string;
  /** A key in the form of its Identifier: lower case, unless that would make two keys one (D 53). */
  identityOf(key: string): string;
}

function* rowsOf(
  ids: Uint8Array,
  ringOf: (position: number) => SourceKey[],
  tables: ReadonlyMap<string, NamedTable>,
): Generator<OutputRow, void, void> {
  for (let i = 0; i < ids.length / 16; i++) {
    const customerId = formatId(ids.subarray(i * 16, i * 16 + 16));
    const keys = ringOf(i).flatMap((key) => {
      const named = tables.get(key.table);
      return named === undefined ? [] : [{ ...key, named }];
    });
    const keyRing = JSON.stringify(
      keys.map(({ named, preferredKey, keys: all }) => ({
        dataSourceName: named.source,
        tableName: named.table,
        preferredKey,
        keys: all,
      })),
    );
    for (const { named, keys: all } of keys) {
      for (const value of all) {
        const name = identifier(named.source, named.table, named.identityOf(value));
        yield [named.source, named.table, value, keyRing, customerId, guid(customerIdBytes(name)), name];
      }
    }
  }
}

/** Sixteen bytes as a GUID. */
function guid(bytes: Uint8Array): string {
  return formatId(bytes).replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
}
