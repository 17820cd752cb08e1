import type { Engine } from '../../../src/engine/index.js';
import { activityId } from '../../../src/model/ids.js';
import type { ActivityModel } from '../../../src/model/model.js';
import type { ChangeCounts } from '../../../src/model/reports.js';

/** Exported rows by definition and key, each with the name of its contact (D 35), which readers see and no column has. */
export async function rowsOf(
  engine: Engine,
  model: ActivityModel,
): Promise<Map<string, Map<string, string>>> {
  const names = await contactNames(engine);
  const rows = (await exported(engine, 'UnifiedActivity')).map(
    (row) => [row, JSON.stringify([row, names.get(row.ContactId)])] as const,
  );
  return new Map(
    model.activities.map(({ id: own, table: of }) => [
      own,
      new Map(
        rows
          .filter(([row]) => row.ActivityId === activityId(of, own, row.SourceActivityId))
          .map(([row, text]) => [row.SourceActivityId, text]),
      ),
    ]),
  );
}

async function contactNames(engine: Engine): Promise<Map<string, string>> {
  if (!(await engine.listOutputs()).includes('UnifiedContact')) return new Map();
  return new Map(
    (await exported(engine, 'UnifiedContact')).map(({ ContactId, FirstName, LastName, PrimaryEmail }) => [
      ContactId,
      [FirstName, LastName].filter(Boolean).join(' ') || PrimaryEmail || ContactId,
    ]),
  );
}

async function exported(engine: Engine, name: string): Promise<Record<string, string>[]> {
  const text = await new Response(engine.exportOutput(name, { includeHidden: true })).text();
  return text
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as Record<string, string>);
}

/** Counts of D 60, by comparing every row with its former self. */
export function brutally(before: Map<string, string> | undefined, after: Map<string, string>): ChangeCounts {
  const known = before ?? new Map<string, string>();
  const counts = { added: 0, removed: 0, changed: 0, unchanged: 0 };
  for (const [key, row] of after) {
    const former = known.get(key);
    counts[former === undefined ? 'added' : former === row ? 'unchanged' : 'changed']++;
  }
  for (const key of known.keys()) if (!after.has(key)) counts.removed++;
  return counts;
}
