import { ByteList } from '../store/byte-list.js';
import { LONELY, packContacts } from '../store/contact-chunk.js';
import type { ChunkKey } from '../store/storage.js';
import { groupByCustomer } from './customer-rows.js';
import type { ContactSource } from './contact-sources.js';
import type { UnifiedContacts } from './unify-contacts.js';

const CHUNK_CONTACTS = 512;

/** Writes all contacts, those of an account together. Yields after each chunk, so that the caller can pause. */
export function* writeContacts(
  segment: number,
  contacts: UnifiedContacts,
  sources: readonly ContactSource[],
  attributes: readonly string[],
  customerIds: Uint8Array<ArrayBuffer>,
  emit: (key: ChunkKey, chunk: ArrayBuffer) => void,
): Generator<void, void, void> {
  const { customers } = contacts;
  const lonely: number[] = [];
  for (let contact = 0; contact < customers.length; contact++) {
    if (customers[contact] < 0) lonely.push(contact);
  }
  const { starts, rows } = groupByCustomer(customers, customerIds.length / 16);
  const pack = (chosen: ArrayLike<number>, lastSequence: number): ArrayBuffer =>
    packChosen(contacts, sources, attributes, customerIds, chosen, lastSequence);
  for (let start = 0; start < lonely.length; start += CHUNK_CONTACTS) {
    emit([segment, LONELY, start], pack(lonely.slice(start, start + CHUNK_CONTACTS), start));
    yield;
  }
  for (let start = 0; start < rows.length; start += CHUNK_CONTACTS) {
    const end = Math.min(rows.length, start + CHUNK_CONTACTS);
    const last = customers[rows[end - 1]];
    const sequence = end - 1 - starts[last];
    const id = customerIds.slice(last * 16, last * 16 + 16);
    emit([segment, id, sequence], pack(rows.subarray(start, end), sequence));
    yield;
  }
}

function packChosen(
  { keys, names, customers, tables, rows }: UnifiedContacts,
  sources: readonly ContactSource[],
  attributes: readonly string[],
  customerIds: Uint8Array<ArrayBuffer>,
  chosen: ArrayLike<number>,
  lastSequence: number,
): ArrayBuffer {
  const count = chosen.length;
  const accounts = new Uint8Array(count * 16);
  const texts = {
    accounts,
    tables: new Uint16Array(count),
    keys: new ByteList(),
    names: new ByteList(),
    accountKeys: new ByteList(),
    attributes: attributes.map(() => new ByteList()),
  };
  for (let i = 0; i < count; i++) {
    const contact = chosen[i];
    const customer = customers[contact];
    const source = sources[tables[contact]];
    if (customer >= 0) accounts.set(customerIds.subarray(customer * 16, customer * 16 + 16), i * 16);
    texts.tables[i] = tables[contact];
    texts.keys.push(keys.bytes, keys.offsets[contact], keys.offsets[contact + 1]);
    texts.names.push(names.bytes, names.offsets[contact], names.offsets[contact + 1]);
    pushValue(texts.accountKeys, source.accountKey, rows[contact]);
    attributes.forEach((key, list) => {
      pushValue(texts.attributes[list], source.attributes.get(key), rows[contact]);
    });
  }
  return packContacts(texts, lastSequence);
}

function pushValue(into: ByteList, column: ContactSource['accountKey'] | undefined, row: number): void {
  if (column === undefined) {
    into.pushText('');
    return;
  }
  const item = column.codes === null ? row : column.codes[row];
  into.push(column.values.bytes, column.values.offsets[item], column.values.offsets[item + 1]);
}
