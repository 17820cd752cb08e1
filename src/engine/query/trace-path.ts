import type { AlternateKeyEntry, HopTrace, PathTrace } from '../../model/explanation.js';
import { primaryKeyOf } from '../../model/hops.js';
import { formatId, identifier } from '../../model/ids.js';
import type { ActivityModel, Relationship } from '../../model/model.js';
import { DIRECTORY, unpackCustomers } from '../store/customer-chunk.js';
import type { ActivitySegment, CustomerSegment, TableSegment } from '../store/records.js';
import { Sections } from '../store/sections.js';
import type { View } from '../store/storage.js';
import { columnIndex, loadColumn, readRows } from '../store/table-reader.js';
import { joinIndex } from '../unify/join-index.js';
import { KeyIndex } from '../unify/key-index.js';
import { KeyText } from '../unify/key-text.js';

const encoder = new TextEncoder();

/** What a path is traced through: the tables and customers that the activities were made of. */
export interface TraceSources {
  view: View;
  model: ActivityModel;
  segment: ActivitySegment;
  /** The customers of then. */
  customers: CustomerSegment | null;
  table(segment: number): Promise<TableSegment | null>;
}

/** Follows one row along a path, key by key, as a run does for all rows at once (§ 8.3). */
export async function tracePath(
  sources: TraceSources,
  path: readonly string[],
  startRow: number,
): Promise<PathTrace> {
  const hops: HopTrace[] = [];
  let row = startRow;
  let contact: PathTrace['contact'];
  for (const name of path) {
    const relationship = sources.model.relationships.find((known) => known.name === name);
    if (relationship === undefined) break;
    const { hop, found } = await traceHop(sources, relationship, row);
    hops.push(hop);
    if (found < 0) return { hops, customerId: null, failedAt: hops.length };
    contact ??= contactOf(sources.model, relationship.to.table, hop);
    row = found;
  }
  const last = hops.at(-1);
  const reached = last === undefined ? null : await alternateKeyOf(sources, last, row);
  if (reached === null) return { hops, customerId: null, failedAt: hops.length };
  return {
    hops,
    customerId: reached.customerId,
    alternateKey: reached,
    ...(contact === undefined ? {} : { contact }),
  };
}

async function traceHop(
  { view, model, segment, table }: TraceSources,
  { name, from, to }: Relationship,
  row: number,
): Promise<{ hop: HopTrace; found: number }> {
  const [source, target] = [await table(segment.inputs[from.table]), await table(segment.inputs[to.table])];
  const value = source === null ? '' : ((await readRows(view, source, [row]))[0].values[from.column] ?? '');
  const hop: HopTrace = { relationship: name, from: { ...from }, value, to: { ...to } };
  if (source === null || target === null) return { hop, found: -1 };
  const column = columnIndex(target, to.column);
  const primaryKey = primaryKeyOf(model, to.table);
  const order = primaryKey === undefined || primaryKey === to.column ? null : columnIndex(target, primaryKey);
  const index = joinIndex(
    await loadColumn(view, target, column),
    target.columns[column].type,
    order === null ? null : await loadColumn(view, target, order),
  );
  const bytes = encoder.encode(value);
  const type = source.columns[columnIndex(source, from.column)].type;
  const found = index.find(new KeyText(type), bytes, 0, bytes.length);
  if (found < 0) return { hop, found };
  const [{ line, values }] = await readRows(view, target, [found]);
  return { hop: { ...hop, found: { line, values } }, found };
}

/** The first contact table on the way gives the contact (D 21). */
function contactOf(model: ActivityModel, name: string, { found }: HopTrace): PathTrace['contact'] {
  const contact = model.contacts.find(({ table }) => table === name);
  return contact && found && { table: name, key: found.values[contact.primaryKey] };
}

/** The entry of the customer row in AlternateKey (§ 2.2); null when the row belongs to no customer. */
async function alternateKeyOf(
  { view, segment, customers, table }: TraceSources,
  { to, found }: HopTrace,
  row: number,
): Promise<AlternateKeyEntry | null> {
  const position = customers?.tables.findIndex(({ name }) => name === to.table) ?? -1;
  const target = await table(segment.inputs[to.table]);
  if (customers === null || position < 0 || target === null) return null;
  const key = [customers.segment, position, 0];
  const rows = new Sections((await view.first(key, key)) ?? new ArrayBuffer(0)).i32(0);
  const ordinal = rows[row];
  if (ordinal < 0) return null;
  const directory = [customers.segment, DIRECTORY, 0];
  const { ids } = unpackCustomers((await view.first(directory, directory)) ?? new ArrayBuffer(0));
  const { primaryKey } = customers.tables[position];
  const column = columnIndex(target, primaryKey);
  const keys = await loadColumn(view, target, column);
  const identity = new KeyIndex(keys, target.columns[column].type).identityOf(row, keys);
  return {
    dataSourceName: target.source,
    tableName: target.table,
    alternateValue: found?.values[primaryKey] ?? '',
    identifier: identifier(target.source, target.table, identity),
    customerId: formatId(ids.subarray(ordinal * 16, ordinal * 16 + 16)),
  };
}
