import { DIRECTORY, unpackCustomers } from '../store/customer-chunk.js';
import type { CustomerSegment } from '../store/records.js';
import { Sections } from '../store/sections.js';
import type { Storage } from '../store/storage.js';
import type { UnifiedCustomers } from './unify-customers.js';

/** Unified customers that are stored and up to date, as a run needs them. */
export function loadCustomers(storage: Storage, segment: CustomerSegment): Promise<UnifiedCustomers> {
  return storage.read(async (view) => {
    const directory = await view.first([segment.segment, DIRECTORY, 0], [segment.segment, DIRECTORY, 0]);
    const { ids } = unpackCustomers(directory ?? new ArrayBuffer(0));
    const customerOfRow = new Map<string, Int32Array>();
    for (const [i, { name }] of segment.tables.entries()) {
      const chunk = await view.first([segment.segment, i, 0], [segment.segment, i, 0]);
      customerOfRow.set(name, new Sections(chunk ?? new ArrayBuffer(0)).i32(0));
    }
    return { segment, ids, customerOfRow };
  });
}
