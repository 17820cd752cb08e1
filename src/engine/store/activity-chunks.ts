import { ActivityChunk } from './activity-chunk.js';
import type { Storage } from './storage.js';

/** The chunks of a segment of activities in their order, one after the other. */
export async function* chunksOf(
  storage: Storage,
  segment: number,
): AsyncGenerator<ActivityChunk, void, void> {
  let after: readonly (number | Uint8Array<ArrayBuffer>)[] = [segment, new Uint8Array(0)];
  for (;;) {
    const buffer = await storage.read((view) => view.first(after, [segment, []]));
    if (buffer === undefined) return;
    const chunk = new ActivityChunk(buffer);
    yield chunk;
    const last = chunk.rows - 1;
    const start = chunk.startAt(chunk.customers - 1);
    const id = chunk.idAt(chunk.customers - 1).slice();
    after = [segment, id, -chunk.times[last], chunk.sequenceOf(last, start) + 1];
  }
}
