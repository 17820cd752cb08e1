import { loadModel } from '../stored-state.js';
import { readSetAside } from '../query/set-aside.js';
import type { SetAsidePage, SetAsideRow } from '../../model/reports.js';
import type { OutputContext, OutputKind } from './outputs.js';
import type { OutputRow } from '../../model/output/rows.js';

const NAME = 'SetAside';
const PAGE_ROWS = 1000;

/** All rows that did not become what they should: definition by definition, then table by table. */
export const setAside: OutputKind = {
  names: () => Promise.resolve([NAME]),
  open: (context) => Promise.resolve({ columns: COLUMNS, batches: batchesOf(context) }),
};

const COLUMNS = ['Definition', 'Table', 'Line', 'Reason', 'Hop', 'TriedKey', 'Key', 'Values', 'Raw'];

async function* batchesOf(context: OutputContext): AsyncGenerator<Iterable<OutputRow>, void, void> {
  const { storage, descriptions, current } = context;
  const output = await storage.read((view) => descriptions.activities(view, current.activities));
  const filters = [
    ...(output?.segments ?? []).map(({ definition }) => ({ definition })),
    ...Object.keys(current.tables)
      .sort()
      .map((table) => ({ table })),
  ];
  for (const filter of filters) {
    let cursor: string | undefined;
    do {
      const at = cursor;
      const page = await readPage(context, { ...filter, ...(at === undefined ? {} : { cursor: at }) });
      yield page.rows.map(rowOf);
      cursor = page.next;
    } while (cursor !== undefined);
  }
}

function readPage(
  { storage, descriptions, current }: OutputContext,
  filter: { definition: string; cursor?: string } | { table: string; cursor?: string },
): Promise<SetAsidePage> {
  return storage.read(async (view) =>
    readSetAside(
      {
        view,
        output: await descriptions.activities(view, current.activities),
        customers: await descriptions.customers(view, current.customers),
        table: (segment) => descriptions.table(view, segment),
        current: current.tables,
        model: (await loadModel(view)).model,
      },
      { ...filter, limit: PAGE_ROWS },
    ),
  );
}

function rowOf({ definition, table, line, reason, hop, triedKey, key, values, raw }: SetAsideRow): OutputRow {
  return [
    definition ?? null,
    table,
    String(line),
    reason,
    hop === undefined ? null : String(hop),
    triedKey ?? null,
    key ?? null,
    values === undefined ? null : JSON.stringify(values),
    raw ?? null,
  ];
}
