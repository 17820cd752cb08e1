import type { ActivityExplanation, PathTrace } from '../../model/explanation.js';
import { AdapterError } from '../../model/errors.js';
import { activityId } from '../../model/ids.js';
import type { ActivityModel } from '../../model/model.js';
import {
  VERDICT,
  type ActivityOutput,
  type ActivitySegment,
  type CustomerSegment,
  type TableSegment,
} from '../store/records.js';
import type { View } from '../store/storage.js';
import { readRows, rowAt } from '../store/table-reader.js';
import { readVerdicts } from '../store/verdicts.js';
import { madeBy } from '../unify/definition-needs.js';
import { isThroughContacts } from '../unify/resolve-paths.js';
import type { FoundActivity } from './find-activity.js';
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
 * Explains an activity of a certain output; null when another one has taken its place since. `not-found` when the output
 * has no such activity.
 */
export async function explainFound(
  sources: ExplainSources,
  { output, found }: FoundActivity,
  activity: string,
): Promise<ActivityExplanation | null> {
  if (sources.output?.segment !== output?.segment) return null;
  if (found !== null) return explain(sources, found.segment, found.row);
  throw new AdapterError('not-found', 'This activity is not there any more. Load the timeline again.', {
    detail: { activity },
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

async function explain(
  sources: ExplainSources,
  segment: ActivitySegment,
  row: number,
): Promise<ActivityExplanation> {
  const { view } = sources;
  const definition = sources.model.activities.find(({ id }) => id === segment.definition);
  const table = await sources.table(segment.tableSegment);
  if (definition === undefined || table === null) {
    throw new AdapterError('not-found', 'The definition of this activity has been deleted.');
  }
  const [{ line, values }] = await readRows(view, table, [row]);
  const customers = await sources.customersOf(segment.customers);
  const { model, paths: names } = madeBy(segment, sources.model);
  const paths: PathTrace[] = [];
  for (const path of names) {
    paths.push(await tracePath({ ...sources, model, segment, customers }, path, row));
  }
  const verdict = (await readVerdicts(view, segment))[row];
  const reason = judged(verdict)?.reason;
  const reached = paths.map(({ customerId }) => customerId !== null);
  const throughContacts = reached.findIndex(
    (isReached, i) => isReached && isThroughContacts(model, names[i]),
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
