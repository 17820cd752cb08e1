import type { CustomerTableReport, CutCandidates, SetAsideCount } from '../../model/reports.js';
import { FATE } from '../store/records.js';
import { MAX_EXAMPLES } from '../store/table-builder.js';
import { textOf } from '../store/table-reader.js';
import { collectExamples } from './examples.js';
import type { Job } from './job.js';
import type { CustomerSource, Matched } from './match-customers.js';

/** What became of the rows of each customer table. */
export function reportTables(
  job: Job,
  sources: readonly CustomerSource[],
  matched: Matched,
): Promise<CustomerTableReport[]> {
  return Promise.all(
    sources.map(async ({ name, key, records, ruleNames }, i) => {
      const fates = matched.fates[i];
      const counts = [0, 0, 0, 0, 0];
      for (const fate of fates) counts[fate]++;
      const lineOf = await job.sources.lineOf(name);
      const examples = (['key-empty', 'left-out'] as const).map((reason): SetAsideCount => {
        const wanted = reason === 'key-empty' ? FATE.keyEmpty : FATE.leftOut;
        return collectExamples(
          reason,
          counts[wanted],
          fates,
          (fate) => fate === wanted,
          (row) => ({
            line: lineOf(row),
            text: textOf(key, row),
          }),
        );
      });
      return {
        table: name,
        read: fates.length,
        customers: counts[FATE.customer],
        matched: counts[FATE.matched],
        duplicates: counts[FATE.duplicate],
        rejected: counts[FATE.keyEmpty],
        leftOut: counts[FATE.leftOut],
        rules: await Promise.all(
          ruleNames.map(async (rule, j) => ({
            name: rule,
            matched: records.rules[j].joined,
            ...(await rowExamples(job, name, records.rules[j].cut)),
          })),
        ),
        examples: examples.filter(({ count }) => count > 0),
      };
    }),
  );
}

/** Rows that a rule could not compare with all candidates; nothing when there are none. */
export async function rowExamples(
  job: Job,
  table: string,
  rows: readonly number[],
): Promise<{ cut?: CutCandidates }> {
  if (rows.length === 0) return {};
  const { primaryKey } = job.model.customers.tables.find((other) => other.table === table) ?? {};
  const lineOf = await job.sources.lineOf(table);
  const key = primaryKey === undefined ? null : await job.sources.load(table, primaryKey);
  const examples = rows
    .slice(0, MAX_EXAMPLES)
    .map((row) => ({ line: lineOf(row), text: key === null ? '' : textOf(key, row) }));
  return { cut: { rows: rows.length, examples } };
}
