import type { ByteList } from '../store/byte-list.js';
import { unpackText } from '../store/column-chunk.js';
import type { ActivitySegment } from '../store/records.js';
import type { View } from '../store/storage.js';
import type { Dictionaries } from './activity-reader.js';

/** Dictionaries of activity segments. A segment never changes, so what was read once stays true. */
export class DictionaryCache {
  readonly #known = new Map<number, Dictionaries>();

  /** Reads what is not known yet; answers a look-up for the given segments. */
  async load(
    view: View,
    segments: readonly ActivitySegment[],
  ): Promise<(segment: ActivitySegment) => Dictionaries> {
    const missing = segments.filter(({ dated }) => dated !== null && !this.#known.has(dated));
    if (missing.length > 0) {
      await Promise.all(
        missing.map(async (segment) => this.#known.set(Number(segment.dated), await read(view, segment))),
      );
    }
    return ({ dated }) => this.#known.get(Number(dated)) ?? NONE;
  }

  /** Forgets segments that are no longer part of the output. */
  keep(segments: readonly ActivitySegment[]): void {
    const live = new Set(segments.map(({ dated }) => dated));
    for (const segment of this.#known.keys()) if (!live.has(segment)) this.#known.delete(segment);
  }
}

const NONE: Dictionaries = new Map<number, ByteList>();

async function read(view: View, { dated, columns }: ActivitySegment): Promise<Dictionaries> {
  const dictionaries = new Map<number, ByteList>();
  await Promise.all(
    columns.map(async ({ coded }, column) => {
      const key = [Number(dated), column, 0];
      const chunk = coded ? await view.first(key, key) : undefined;
      if (chunk !== undefined) dictionaries.set(column, unpackText(chunk));
    }),
  );
  return dictionaries;
}
