import type { ModelAdapter } from '../../model/model-adapter.js';
import type { RowCheck } from '../../model/tables.js';
import type { ModelIssue } from '../../model/validate/issues.js';
import { issueText } from '../shared/issue-text.js';
import type { ReadRows, RowsTable } from '../shared/rows/row-list.js';
import { infoOf, type WizardModel } from './wizard-view.js';

/** Reads the rows that a check counts. */
export function readChecked(adapter: ModelAdapter, check: RowCheck): ReadRows {
  return async ({ reason: _, ...query }, signal) =>
    (await adapter.checkRows?.(check, query, { signal })) ?? { total: 0, rows: [] };
}

/** How they are shown: the column that the check looks at comes first. */
export function checkedTable(check: RowCheck, issue: ModelIssue, model: WizardModel): RowsTable {
  const [table, first] =
    check.kind === 'orphan'
      ? [check.hops[0]?.from.table ?? '', check.hops[0]?.from.column ?? '']
      : [check.table, check.column];
  const { table: name, columns } = infoOf(model, table);
  const names = columns.map((column) => column.name);
  const hops = check.kind === 'orphan' ? check.hops : [];
  return {
    table: name,
    about: issueText(issue, model.issueTexts, model.locale, model.timelineStrings.attributes),
    columns: [first, ...names.filter((known) => known !== first)],
    reasons: [],
    hops: hops.map(({ from }, place) => ({
      hop: place + 1,
      label: `${infoOf(model, from.table).table}.${from.column}`,
    })),
  };
}
