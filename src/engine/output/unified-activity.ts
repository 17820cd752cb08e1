import { AdapterError } from '../../model/errors.js';
import { formatId } from '../../model/ids.js';
import { UNIFIED_ACTIVITY_COLUMNS, activityRow } from '../../model/output/activity-rows.js';
import { readActivity, type Dictionaries } from '../query/activity-reader.js';
import type { ActivityChunk } from '../store/activity-chunk.js';
import { chunksOf } from '../store/activity-chunks.js';
import type { ActivitySegment } from '../store/records.js';
import type { OutputContext, OutputKind } from './outputs.js';
import type { OutputRow } from '../../model/output/rows.js';

const NAME = 'UnifiedActivity';

/**
 * All activities: the columns of § 2.1, then our own (D 3, 5). Definition by definition in the order of their ids,
 * inside one by customer, newest first; rows without a valid date follow their definition.
 */
export const unifiedActivity: OutputKind = {
  names: () => Promise.resolve([NAME]),
  open: (context) => Promise.resolve({ columns: UNIFIED_ACTIVITY_COLUMNS, batches: batchesOf(context) }),
};

async function* batchesOf({
  storage,
  descriptions,
  dictionaries,
  current,
  includeHidden,
}: OutputContext): AsyncGenerator<Iterable<OutputRow>, void, void> {
  const output = await storage.read((view) => descriptions.activities(view, current.activities));
  const segments = (output?.segments ?? [])
    .filter(({ hidden }) => includeHidden || !hidden)
    .sort((a, b) => (a.definition < b.definition ? -1 : 1));
  for (const segment of segments) {
    const ofSegment = await storage.read((view) => dictionaries.load(view, [segment]));
    const parts = [
      { number: segment.dated, form: segment, known: ofSegment(segment), isDated: true },
      { number: segment.undated, form: uncoded(segment), known: NONE, isDated: false },
    ];
    for (const { number, form, known, isDated } of parts) {
      if (number === null) continue;
      let rows = 0;
      for await (const chunk of chunksOf(storage, number)) {
        rows += chunk.rows;
        yield rowsOf(form, chunk, known, isDated);
      }
      if (rows < (isDated ? segment.rows : segment.undatedRows)) throw replaced();
    }
  }
}

/** A run took the segment away before its end: half an export must not look like a whole one. */
function replaced(): AdapterError {
  return new AdapterError(
    'busy',
    'The activities were rebuilt while they were exported. Export them again.',
    { retryable: true },
  );
}

const NONE: Dictionaries = new Map();

/** Rows without a date hold their texts as they are. */
function uncoded(segment: ActivitySegment): ActivitySegment {
  return { ...segment, columns: segment.columns.map((column) => ({ ...column, coded: false })) };
}

function* rowsOf(
  segment: ActivitySegment,
  chunk: ActivityChunk,
  dictionaries: Dictionaries,
  isDated: boolean,
): Generator<OutputRow, void, void> {
  for (let position = 0; position < chunk.customers; position++) {
    const customerId = formatId(chunk.idAt(position));
    for (let row = chunk.startAt(position); row < chunk.startAt(position + 1); row++) {
      const activity = readActivity(segment, chunk, row, customerId, dictionaries);
      yield isDated
        ? activityRow(activity, chunk.times[row])
        : activityRow({ ...activity, timestamp: '' }, null);
    }
  }
}
