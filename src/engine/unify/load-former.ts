import { loadColumn, columnIndex } from '../store/table-reader.js';
import type { CustomerSegment, TableSegment } from '../store/records.js';
import type { Storage } from '../store/storage.js';
import { readFormerIds } from './former-ids.js';
import type { Job } from './job.js';
import type { FormerCustomers } from './keep-ids.js';
import { KEY, KeyIndex } from './key-index.js';
import { KeyText } from './key-text.js';
import { loadCustomers } from './load-customers.js';
import type { CustomerSource } from './match-customers.js';

/** Where the customers of the run before are read from. */
export interface FormerSource {
  storage: Storage;
  segment: CustomerSegment;
  /** A table by number, also one that was replaced since. */
  tableOf(segment: number): Promise<TableSegment | null>;
}

/** Reads the former customers and finds the source keys that they share with those of now (D 67). */
export async function loadFormer(
  job: Job,
  { storage, segment, tableOf }: FormerSource,
  sources: readonly CustomerSource[],
  customerOfRow: readonly Int32Array[],
): Promise<FormerCustomers> {
  const former = await loadCustomers(storage, segment);
  const formerIds = await storage.read((view) => readFormerIds(view, segment));
  const now: Int32Array[] = [];
  const before: Int32Array[] = [];
  for (const { name, primaryKey } of segment.tables) {
    const position = sources.findIndex((source) => source.name === name);
    const customersBefore = former.customerOfRow.get(name);
    const table = await tableOf(segment.inputs[name]);
    if (position < 0 || customersBefore === undefined || table === null) continue;
    await job.pacer.breathe();
    const rows = await rowsNow(job, storage, { table, primaryKey }, sources[position]);
    const shared = { now: new Int32Array(rows.length), before: new Int32Array(rows.length) };
    let count = 0;
    for (let row = 0; row < rows.length; row++) {
      const customer = rows[row] < 0 ? -1 : customerOfRow[position][rows[row]];
      if (customer < 0 || customersBefore[row] < 0) continue;
      shared.now[count] = customer;
      shared.before[count++] = customersBefore[row];
    }
    now.push(shared.now.subarray(0, count));
    before.push(shared.before.subarray(0, count));
  }
  return { ids: former.ids, formerIds, shared: { now: joined(now), before: joined(before) } };
}

/** For each key of the former table the row that has it now, -1 for none; keys that came twice count once. */
async function rowsNow(
  job: Job,
  storage: Storage,
  { table, primaryKey }: { table: TableSegment; primaryKey: string },
  { keys, key }: CustomerSource,
): Promise<Int32Array> {
  const column = columnIndex(table, primaryKey);
  const { type } = table.columns[column];
  const isSame = job.sources.has(table) && (await job.sources.load(table.name, primaryKey)) === key;
  if (isSame) return Int32Array.from(keys.states, (state, row) => (state === KEY.first ? row : -1));
  const loaded = await storage.read((view) => loadColumn(view, table, column));
  const { states } = new KeyIndex(loaded, type);
  const text = new KeyText(type);
  const { codes, values } = loaded;
  return Int32Array.from(states, (state, row) => {
    if (state !== KEY.first) return -1;
    const item = codes === null ? row : codes[row];
    return keys.find(text, values.bytes, values.offsets[item], values.offsets[item + 1]);
  });
}

function joined(parts: readonly Int32Array[]): Int32Array {
  const whole = new Int32Array(parts.reduce((size, part) => size + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
