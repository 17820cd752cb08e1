import {
  DELETED,
  describedBy,
  type ActivityOutput,
  type ActivitySegment,
  type Current,
  type CustomerSegment,
  type Deletion,
} from './store/records.js';
import type { Storage } from './store/storage.js';

/**
 * Segments that the state refers to. Outputs refer to the tables they were made of: rows set aside and sources are
 * read from there, so a replaced table stays until the next run.
 * What was deleted stays until it cannot be undone any more.
 */
export async function liveSegments(storage: Storage, current: Current): Promise<Set<number>> {
  const outputs = [current.customers, current.activities].filter((number) => number !== null);
  const live = new Set<number>([...Object.values(current.tables), ...outputs]);
  const records = await storage.read((view) =>
    Promise.all(
      outputs.map(
        async (number) => (await view.meta(describedBy(number))) as CustomerSegment | ActivityOutput,
      ),
    ),
  );
  const deletions = await storage.read(
    async (view) => ((await view.meta(DELETED)) as readonly Deletion[] | undefined) ?? [],
  );
  for (const { segments } of deletions) {
    for (const [, segment] of segments) for (const number of segmentsOf(segment)) live.add(number);
  }
  for (const record of records) {
    if (record.kind === 'customers') for (const segment of Object.values(record.inputs)) live.add(segment);
    else for (const segment of record.segments) for (const number of segmentsOf(segment)) live.add(number);
    if (record.kind === 'activities' && record.contacts !== null) live.add(record.contacts.segment);
  }
  return live;
}

/** All that the activities of a definition are kept in and were made of. */
function segmentsOf({ dated, undated, verdicts, customers, inputs }: ActivitySegment): number[] {
  return [dated, undated, verdicts, customers, ...Object.values(inputs)].filter((number) => number !== null);
}
