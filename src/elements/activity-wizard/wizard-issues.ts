import { createIssue, type ModelIssue } from '../../model/validate/issues.js';
import { validateModel } from '../../model/validation.js';
import type { ActivityModel } from '../../model/model.js';
import type { TableInfo } from '../../model/tables.js';
import type { WizardFacts } from './wizard-facts.js';

/** The share of rows without a key of their own up to which a key column is proposed, and only warned of. */
export const FEW = 0.01;

/**
 * Everything § 4.6 says of a model, orphans by their paths included. A few empty or repeated keys are told as a warning,
 * unlike in D 24: no table of people's own data is without any, and a run sets exactly those rows aside (D 50).
 */
export function wizardIssues(
  model: ActivityModel,
  tables: readonly TableInfo[],
  facts: WizardFacts,
): ModelIssue[] {
  const issues = validateModel(model, tables, (table, column) => facts.profile(table, column));
  const orphans = model.activities.flatMap(({ id, paths }, i) =>
    paths.flatMap((names, j) => {
      const hops = facts.path(model, names);
      const [first, last] = [hops?.[0], hops?.at(-1)];
      if (!first || !last || last.found === first.rows) return [];
      const place = { step: 'relationships', activity: id } as const;
      return createIssue('orphans', place, ['activities', i, 'paths', j], {
        n: first.rows - last.found,
        m: first.rows,
      });
    }),
  );
  const rowsOf = new Map(tables.map(({ name, rows }) => [name, rows]));
  return [
    // A key whose check is under way will be told of in a moment.
    ...issues
      .filter(({ code, path }) => {
        if (code !== 'pk-unchecked') return true;
        const activity = model.activities[Number(path.split('/')[2])];
        return !facts.isAsked(activity.table, activity.primaryKey);
      })
      .map((issue): ModelIssue => {
        if (issue.code !== 'pk-duplicate' && issue.code !== 'pk-empty') return issue;
        const rows = rowsOf.get(model.activities[Number(issue.path.split('/')[2])]?.table) ?? 0;
        return Number(issue.values.n) <= rows * FEW ? { ...issue, level: 'warning' } : issue;
      }),
    ...orphans,
  ];
}

/** Something is not there yet: nothing to complain about before a person wants to go on. */
export function isMissing({ code }: ModelIssue): boolean {
  return (
    (/-missing$/.test(code) &&
      code !== 'table-missing' &&
      code !== 'column-missing' &&
      code !== 'contact-table-missing') ||
    code === 'no-tables'
  );
}
