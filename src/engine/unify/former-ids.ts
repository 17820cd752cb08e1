import { formatId, parseId } from '../../model/ids.js';
import { compareBytes } from '../store/byte-list.js';
import { DIRECTORY, unpackCustomers } from '../store/customer-chunk.js';
import { packSections, Sections } from '../store/sections.js';
import type { CustomerSegment } from '../store/records.js';
import type { View } from '../store/storage.js';

/** Customers that had other ids before, by their place in the order of ids, with those ids (§ 2.3). */
export type FormerIds = ReadonlyMap<number, readonly string[]>;

/** Chunk [segment, -1, 1]: customers, where their ids start, and ids of 16 bytes. */
export function packFormerIds(former: FormerIds): ArrayBuffer {
  const entries = [...former].sort(([a], [b]) => a - b);
  const starts = new Uint32Array(entries.length + 1);
  const ids: Uint8Array[] = [];
  entries.forEach(([, list], i) => {
    starts[i + 1] = starts[i] + list.length;
    ids.push(...list.map((id) => parseId(id) ?? new Uint8Array(16)));
  });
  const bytes = new Uint8Array(ids.length * 16);
  ids.forEach((id, i) => bytes.set(id, i * 16));
  return packSections([Uint32Array.from(entries, ([customer]) => customer), starts, bytes]);
}

/** The former ids of a segment, by the place of their customer. */
export async function readFormerIds(view: View, { segment, formerIds }: CustomerSegment): Promise<FormerIds> {
  const found = new Map<number, string[]>();
  if (formerIds === 0) return found;
  const chunk = await view.first([segment, DIRECTORY, 1], [segment, DIRECTORY, 1]);
  if (chunk === undefined) return found;
  const sections = new Sections(chunk);
  const [customers, starts, ids] = [sections.u32(0), sections.u32(1), sections.u8(2)];
  customers.forEach((customer, i) => {
    const list: string[] = [];
    for (let at = starts[i]; at < starts[i + 1]; at++)
      list.push(formatId(ids.subarray(at * 16, at * 16 + 16)));
    found.set(customer, list);
  });
  return found;
}

/** Former ids by id. */
export interface IdHistory {
  /** Id → its former ones. */
  former: ReadonlyMap<string, readonly string[]>;
  /** Former id → the present one; ids that somebody still bears are left out (D 61). */
  current: ReadonlyMap<string, string>;
}

export async function readIdHistory(view: View, customers: CustomerSegment): Promise<IdHistory> {
  const { segment } = customers;
  const directory = await view.first([segment, DIRECTORY, 0], [segment, DIRECTORY, 0]);
  const { ids } = unpackCustomers(directory ?? new ArrayBuffer(0));
  const former = new Map<string, readonly string[]>();
  const current = new Map<string, string>();
  for (const [customer, list] of await readFormerIds(view, customers)) {
    const id = formatId(ids.subarray(customer * 16, customer * 16 + 16));
    former.set(id, list);
    for (const other of list) {
      if (placeOf(ids, parseId(other) ?? new Uint8Array(16)) < 0) current.set(other, id);
    }
  }
  return { former, current };
}

/** Place of an id among ordered ones of 16 bytes each, or -1. */
export function placeOf(ids: Uint8Array, id: Uint8Array): number {
  let low = 0;
  let high = ids.length / 16;
  while (low < high) {
    const middle = (low + high) >>> 1;
    const order = compareBytes(ids, middle * 16, middle * 16 + 16, id, 0, 16);
    if (order === 0) return middle;
    if (order < 0) low = middle + 1;
    else high = middle;
  }
  return -1;
}
