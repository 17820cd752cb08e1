import type { ActivityExplanation, PathTrace } from '../../model/explanation.js';
import { AdapterError } from '../../model/errors.js';
import { activityId, parseId } from '../../model/ids.js';
import type { ActivityModel } from '../../model/model.js';
import { compareBytes } from '../store/byte-list.js';
import { DIRECTORY, unpackCustomers } from '../store/customer-chunk.js';
import {
  VERDICT,
  type ActivityOutput,
  type ActivitySegment,
  type CustomerSegment,
  type TableSegment,
} from '../store/records.js';
import { Sections } from '../store/sections.js';
import type { View } from '../store/storage.js';
import { columnIndex, loadColumn, readRows, rowAt, textOf } from '../store/table-reader.js';
import { isThroughContacts } from '../unify/resolve-paths.js';
import { judged } from './set-aside.js';
import { tracePath } from './trace-path.js';

/** What an explanation is read from. */
export interface ExplainSources {
  view: View;
  output: ActivityOutput | null;
  model: ActivityModel;
  table(segment: number): Promise<TableSegment | null>;
  customersOf(segment: number): Promise<CustomerSegment | null>;
}

/**
 * Explains an activity. With the customer at hand only the keys of its rows are looked at; without, those of all rows.
 * `not-found` when there is no such activity now.
 */
export async function explainActivity(
  sources: ExplainSources,
  wanted: { activityId: string; customerId?: string },
): Promise<ActivityExplanation> {
  for (const segment of sources.output?.segments ?? []) {
    const row = await findRow(sources, segment, wanted);
    if (row >= 0) return explain(sources, segment, row);
  }
  throw new AdapterError('not-found', 'This activity is not there any more. Load the timeline again.', {
    detail: { activity: wanted.activityId },
  });
}

/** Explains the row that begins at a line of a definition's file, whatever became of it. */
export async function explainRow(
  sources: ExplainSources,
  { definition, line }: { definition: string; line: number },
): Promise<ActivityExplanation> {
  const segment = sources.output?.segments.find((known) => known.definition === definition);
  const table = segment === undefined ? null : await sources.table(segment.tableSegment);
  const row = table === null ? null : await rowAt(sources.view, table, line);
  if (segment !== undefined && row !== null) return explain(sources, segment, row);
  throw new AdapterError('not-found', `There is no row at line ${line} of this activity’s table.`, {
    detail: { definition, line },
  });
}

async function findRow(
  sources: ExplainSources,
  segment: ActivitySegment,
  { activityId: id, customerId }: { activityId: string; customerId?: string },
): Promise<number> {
  const table = await sources.table(segment.tableSegment);
  if (table === null) return -1;
  const customer = customerId === undefined ? null : await ordinalOf(sources.view, segment, customerId);
  if (customer === -1) return -1;
  const verdicts = await readVerdicts(sources.view, segment);
  const column = columnIndex(table, segment.columns[0].source);
  const keys = await loadColumn(sources.view, table, column);
  for (let row = 0; row < verdicts.length; row++) {
    const verdict = verdicts[row];
    if (verdict < 0 || (customer !== null && (verdict & ~VERDICT.undated) !== customer)) continue;
    if (activityId(segment.sourceTable, segment.definition, textOf(keys, row)) === id) return row;
  }
  return -1;
}

async function explain(
  sources: ExplainSources,
  segment: ActivitySegment,
  row: number,
): Promise<ActivityExplanation> {
  const { view, model } = sources;
  const definition = model.activities.find(({ id }) => id === segment.definition);
  const table = await sources.table(segment.tableSegment);
  if (definition === undefined || table === null) {
    throw new AdapterError('not-found', 'The definition of this activity has been deleted.');
  }
  const [{ line, values }] = await readRows(view, table, [row]);
  const customers = await sources.customersOf(segment.customers);
  const paths: PathTrace[] = [];
  for (const path of definition.paths) {
    paths.push(await tracePath({ ...sources, segment, customers }, path, row));
  }
  const verdict = (await readVerdicts(view, segment))[row];
  const reason = judged(verdict)?.reason;
  const reached = definition.paths.map((_, i) => paths[i].customerId !== null);
  const throughContacts = reached.findIndex(
    (isReached, i) => isReached && isThroughContacts(model, definition.paths[i]),
  );
  const decidedBy = throughContacts >= 0 ? throughContacts : reached.indexOf(true);
  const key = values[segment.columns[0].source] ?? '';
  return {
    definition: definition.id,
    name: definition.name,
    ...(verdict === VERDICT.keyEmpty
      ? {}
      : { activityId: activityId(segment.sourceTable, segment.definition, key) }),
    ...(verdict < 0 || decidedBy < 0 ? {} : { customerId: paths[decidedBy].customerId ?? '', decidedBy }),
    ...(reason === undefined ? {} : { reason }),
    table: table.name,
    line,
    values,
    paths,
  };
}

async function readVerdicts(view: View, { verdicts }: ActivitySegment): Promise<Int32Array> {
  const chunk = await view.first([verdicts, 0], [verdicts, 0]);
  return new Sections(chunk ?? new ArrayBuffer(0)).i32(0);
}

/** Ordinal of a customer in the list that a segment's verdicts refer to, or -1. */
async function ordinalOf(view: View, { customers }: ActivitySegment, customerId: string): Promise<number> {
  const id = parseId(customerId);
  const chunk = await view.first([customers, DIRECTORY, 0], [customers, DIRECTORY, 0]);
  if (id === null || chunk === undefined) return -1;
  const { ids } = unpackCustomers(chunk);
  let low = 0;
  let high = ids.length / 16 - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const order = compareBytes(ids, middle * 16, middle * 16 + 16, id, 0, 16);
    if (order === 0) return middle;
    if (order < 0) low = middle + 1;
    else high = middle - 1;
  }
  return -1;
}
