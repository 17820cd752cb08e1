import { activityId, parseId } from '../../model/ids.js';
import type { Pacer } from '../pacer.js';
import type { LoadedColumn } from '../store/column-chunk.js';
import { DIRECTORY, unpackCustomers } from '../store/customer-chunk.js';
import { VERDICT, type ActivityOutput, type ActivitySegment } from '../store/records.js';
import type { View } from '../store/storage.js';
import { columnIndex, loadColumn, textOf } from '../store/table-reader.js';
import { readVerdicts } from '../store/verdicts.js';
import { placeOf } from '../unify/former-ids.js';
import type { ExplainSources } from './explain.js';

/** An activity that was looked for in an output: its definition and its row there; null where there is none. */
export interface FoundActivity {
  output: ActivityOutput | null;
  found: { segment: ActivitySegment; row: number } | null;
}

/** One read of the stored data, consistent in itself. */
type Read = <T>(work: (sources: ExplainSources) => Promise<T>) => Promise<T>;

/** An id costs far more than a look at the clock. */
const IDS_A_STEP = 256;

/**
 * Looks for an activity: among the rows of its customer, else among all. Its id is a hash, so each of them is made; the
 * keys are read first and the work is done between two reads, so that it can pause.
 */
export async function findActivity(
  read: Read,
  { activityId: id, customerId }: { activityId: string; customerId?: string },
  pacer: Pacer,
): Promise<FoundActivity> {
  const output = await read((sources) => Promise.resolve(sources.output));
  for (const segment of output?.segments ?? []) {
    const rows = await read((sources) => candidates(sources, segment, customerId));
    if (rows === null) continue;
    const { verdicts, keys, customer } = rows;
    let made = 0;
    for (let row = 0; row < verdicts.length; row++) {
      const verdict = verdicts[row];
      if (verdict < 0 || (customer !== null && (verdict & ~VERDICT.undated) !== customer)) continue;
      if (++made % IDS_A_STEP === 0 && pacer.isDue) await pacer.pause();
      if (activityId(segment.sourceTable, segment.definition, textOf(keys, row)) !== id) continue;
      return { output, found: { segment, row } };
    }
  }
  return { output, found: null };
}

interface Candidates {
  verdicts: Int32Array;
  keys: LoadedColumn;
  /** Whose rows they are; null: everybody's. */
  customer: number | null;
}

async function candidates(
  { view, table: tableOf }: ExplainSources,
  segment: ActivitySegment,
  customerId: string | undefined,
): Promise<Candidates | null> {
  const table = await tableOf(segment.tableSegment);
  const customer = customerId === undefined ? null : await ordinalOf(view, segment, customerId);
  if (table === null || customer === -1) return null;
  const verdicts = await readVerdicts(view, segment);
  const keys = await loadColumn(view, table, columnIndex(table, segment.columns[0].source));
  return { verdicts, keys, customer };
}

/** Ordinal of a customer in the list that a segment's verdicts refer to, or -1. */
async function ordinalOf(view: View, { customers }: ActivitySegment, customerId: string): Promise<number> {
  const id = parseId(customerId);
  const chunk = await view.first([customers, DIRECTORY, 0], [customers, DIRECTORY, 0]);
  return id === null || chunk === undefined ? -1 : placeOf(unpackCustomers(chunk).ids, id);
}
