import { AdapterError } from '../../model/errors.js';
import { formatTimestamp } from '../../model/dates.js';
import { formatId } from '../../model/ids.js';
import { displayTypeName } from '../../model/semantic-types.js';
import { ActivityChunk } from '../store/activity-chunk.js';
import type { ActivityOutput, ActivitySegment } from '../store/records.js';
import type { Storage } from '../store/storage.js';
import { readActivity, type Dictionaries } from './activity-reader.js';
import type { DictionaryCache } from './dictionary-cache.js';

/**
 * All activities as NDJSON in the columns of UnifiedActivity (§ 2.1), definition by definition in the order of
 * their ids, inside one by customer, newest first; rows without a valid date follow their definition.
 */
export async function* exportActivities(
  storage: Storage,
  output: ActivityOutput,
  includeHidden: boolean,
  dictionaries: DictionaryCache,
): AsyncGenerator<Uint8Array<ArrayBuffer>, void, void> {
  const encoder = new TextEncoder();
  const segments = output.segments
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
        yield encoder.encode(linesOf(form, chunk, known, isDated));
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
    {
      retryable: true,
    },
  );
}

const NONE: Dictionaries = new Map();

/** Rows without a date hold their texts as they are. */
function uncoded(segment: ActivitySegment): ActivitySegment {
  return { ...segment, columns: segment.columns.map((column) => ({ ...column, coded: false })) };
}

async function* chunksOf(storage: Storage, segment: number): AsyncGenerator<ActivityChunk, void, void> {
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

function linesOf(
  segment: ActivitySegment,
  chunk: ActivityChunk,
  dictionaries: Dictionaries,
  isDated: boolean,
): string {
  let text = '';
  for (let position = 0; position < chunk.customers; position++) {
    const customerId = formatId(chunk.idAt(position));
    for (let row = chunk.startAt(position); row < chunk.startAt(position + 1); row++) {
      const activity = readActivity(segment, chunk, row, customerId, dictionaries);
      const time = chunk.times[row];
      text += `${JSON.stringify({
        CustomerId: customerId,
        ActivityId: activity.activityId,
        SourceTableName: activity.sourceTable,
        SourceActivityId: activity.sourceActivityId,
        ActivityType: activity.type,
        ActivityTypeDisplay: displayTypeName(activity.type),
        ActivityTimeStamp: isDated ? formatTimestamp(time, chunk.hasTime(row)) : null,
        Title: activity.title === '' ? displayTypeName(activity.type) : activity.title,
        Description: activity.detail ?? '',
        URL: activity.url ?? '',
        SemanticData: JSON.stringify(activity.attributes ?? {}),
        RangeIndex: isDated ? String(time) : null,
        UnifiedActivityId: activity.activityId,
        ContactId: null,
      })}\n`;
    }
  }
  return text;
}
