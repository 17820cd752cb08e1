import type { SourceKey } from '../../model/activity.js';
import { formatId } from '../../model/ids.js';
import { readFormerIds } from '../unify/former-ids.js';
import { customerChunks, customersOf } from './customer-source.js';
import type { OutputContext, OutputKind } from './outputs.js';
import type { OutputRow } from '../../model/output/rows.js';

const NAME = 'Customer';

/** All unified customers (§ 2.3) in the order of their ids. */
export const customer: OutputKind = {
  names: async (context) => ((await customersOf(context)) === null ? [] : [NAME]),
  open: async (context) => {
    const segment = await customersOf(context);
    const fields = segment?.fields.map(({ name }) => name) ?? [];
    const keys = segment?.tables.flatMap(({ name, primaryKey }) => {
      const column = `${name}_${primaryKey}`;
      return [column, `${column}_Alternate`];
    });
    return {
      columns: distinct(['CustomerId', ...fields, ...(keys ?? []), 'PreviousCustomerId']),
      batches: batchesOf(context),
    };
  },
};

async function* batchesOf(context: OutputContext): AsyncGenerator<Iterable<OutputRow>, void, void> {
  const { storage } = context;
  const segment = await customersOf(context);
  if (segment === null) return;
  const formerIds = await storage.read((view) => readFormerIds(view, segment));
  let ordinal = 0;
  for await (const { ids, texts } of customerChunks(storage, segment)) {
    const [, rings, ...fields] = texts;
    const first = ordinal;
    ordinal += ids.length / 16;
    yield Array.from({ length: ids.length / 16 }, (_, i): OutputRow => {
      const ring = JSON.parse(rings.text(i)) as SourceKey[];
      return [
        formatId(ids.subarray(i * 16, i * 16 + 16)),
        ...fields.map((field) => field.text(i)),
        ...segment.tables.flatMap(({ name }) => {
          const own = ring.find(({ table }) => table === name);
          return own === undefined ? [null, null] : [own.preferredKey, own.keys.join(';')];
        }),
        formerIds.get(first + i)?.join(';') ?? null,
      ];
    });
  }
}

/** A field may be called like one of our columns; then it is the second of that name that is renamed. */
function distinct(columns: readonly string[]): string[] {
  const taken = new Set<string>();
  return columns.map((column) => {
    let name = column;
    for (let i = 2; taken.has(name); i++) name = `${column}_${i}`;
    taken.add(name);
    return name;
  });
}
