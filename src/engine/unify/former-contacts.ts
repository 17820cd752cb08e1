import { chunksOf } from '../store/activity-chunks.js';
import { ByteList } from '../store/byte-list.js';
import type { ActivitySegment } from '../store/records.js';
import type { Storage } from '../store/storage.js';
import type { RowContacts } from './contact-sections.js';
import type { Job } from './job.js';

/**
 * The contacts that the rows of a definition had, by row of its table; null when no path led through contacts. They are
 * read from the activities themselves: contacts as they are by now may have become others.
 */
export async function formerContacts(
  { pacer }: Job,
  storage: Storage,
  { hasContacts, dated, undated }: ActivitySegment,
  rows: number,
): Promise<RowContacts | null> {
  if (!hasContacts) return null;
  const found = { ofRow: new Int32Array(rows).fill(-1), keys: new ByteList(), names: new ByteList() };
  for (const segment of [dated, undated]) {
    if (segment === null) continue;
    for await (const chunk of chunksOf(storage, segment)) {
      await pacer.breathe();
      const { contacts } = chunk;
      if (contacts === null) continue;
      const { sourceRows } = chunk;
      const { codes, keys, names } = contacts;
      const first = found.keys.length;
      for (let i = 0; i < keys.length; i++) {
        found.keys.push(keys.bytes, keys.offsets[i], keys.offsets[i + 1]);
        found.names.push(names.bytes, names.offsets[i], names.offsets[i + 1]);
      }
      for (let row = 0; row < codes.length; row++) {
        if (codes[row] > 0) found.ofRow[sourceRows[row]] = first + codes[row] - 1;
      }
    }
  }
  return found;
}
