import type { SourceKey } from '../../model/activity.js';
import { ByteList } from '../store/byte-list.js';
import type { LoadedColumn } from '../store/column-chunk.js';
import { DIRECTORY, packCustomers } from '../store/customer-chunk.js';
import type { ChunkKey } from '../store/storage.js';
import type { RowsOfCustomers } from './customer-rows.js';
import type { Merge } from './merge.js';
import { emailField, nameFields, type FieldPlan } from './unified-fields.js';

const CHUNK_CUSTOMERS = 256;

/** All that the unified customers are written from. */
export interface CustomerRows {
  /** In order, 16 bytes each. */
  ids: Uint8Array<ArrayBuffer>;
  /** `winners`: customer → the row of the table that stands for its others, -1 for none (§ 9.2). */
  tables: { name: string; key: LoadedColumn; rows: RowsOfCustomers; winners: Int32Array }[];
  plans: readonly FieldPlan[];
  merge: Merge;
}

/** Writes the customers in the order of their ids. Yields after each chunk, so that the caller can pause. */
export function* writeCustomers(
  segment: number,
  rows: CustomerRows,
  emit: (key: ChunkKey, chunk: ArrayBuffer) => void,
): Generator<void, void, void> {
  const total = rows.ids.length / 16;
  const naming = nameFields(rows.plans);
  const email = emailField(rows.plans);
  const directory = [new ByteList(), new ByteList(), new ByteList()];
  const fields = rows.plans.map(() => new ByteList());
  const [names, rings] = [new ByteList(), new ByteList()];
  for (let start = 0; start < total; start += CHUNK_CUSTOMERS) {
    const end = Math.min(total, start + CHUNK_CUSTOMERS);
    for (const list of [names, rings, ...fields]) list.clear();
    for (let customer = start; customer < end; customer++) {
      rows.merge.push(fields, customer);
      const keys = keysOf(rows, customer);
      const inChunk = customer - start;
      const mail = email < 0 ? '' : fields[email].text(inChunk);
      const name = naming
        .map((field) => fields[field].text(inChunk).trim())
        .filter((part) => part !== '')
        .join(' ');
      const preferred = keys[0]?.preferredKey ?? '';
      names.pushText(name || mail || preferred);
      rings.pushText(JSON.stringify(keys));
      directory[0].pushText(name || mail || preferred);
      directory[1].pushText(mail || preferred);
      directory[2].pushText(keys.flatMap((key) => key.keys).join(' '));
    }
    const ids = rows.ids.slice(start * 16, end * 16);
    emit([segment, ids.slice(-16)], packCustomers({ ids, texts: [names, rings, ...fields] }));
    yield;
  }
  emit([segment, DIRECTORY, 0], packCustomers({ ids: rows.ids, texts: directory }));
}

/** The keys of a customer in each table, that of the winner first (§ 2.2). */
function keysOf(rows: CustomerRows, customer: number): SourceKey[] {
  const found: SourceKey[] = [];
  for (const { name, key, rows: grouped, winners } of rows.tables) {
    const winner = winners[customer];
    if (winner < 0) continue;
    const textAt = (row: number): string => key.values.text(key.codes === null ? row : key.codes[row]);
    const preferredKey = textAt(winner);
    const [start, end] = [grouped.starts[customer], grouped.starts[customer + 1]];
    const keys =
      end - start === 1
        ? [preferredKey]
        : [...new Set([preferredKey, ...Array.from(grouped.rows.subarray(start, end), textAt)])];
    found.push({ table: name, preferredKey, keys });
  }
  return found;
}
