import type { ActivityModel } from '../../model/model.js';
import type { RunReport } from '../../model/reports.js';
import { foldText, searchText } from '../../model/search-text.js';
import { defaultIcon, type IconName } from '../../model/semantic-types.js';
import { blocksRun, type ModelIssue } from '../../model/validate/issues.js';
import { isIconName } from '../shared/icons.js';
import { typeName, type TypeLabels } from '../shared/type-view.js';

/** The columns of the list (§ 6.1); each one sorts. */
export type ManagerColumn = 'name' | 'table' | 'source' | 'type' | 'shown';

/** The list's order. */
export interface ManagerSort {
  readonly column: ManagerColumn;
  readonly isDescending: boolean;
}

/** A definition, as the list shows it. */
export interface ManagerRow {
  readonly id: string;
  readonly name: string;
  readonly table: string;
  readonly source: string;
  readonly type: string;
  readonly icon: IconName;
  readonly isShown: boolean;
  /** Its activities are older than what they are made of (D 62). */
  readonly isOutOfDate: boolean;
  /** A run cannot build it. */
  readonly isBlocked: boolean;
}

/** The definitions as rows; `types` are the names of the types in the language of `locale`. */
export function managerRows(
  { model, report }: { readonly model: ActivityModel; readonly report: RunReport | null },
  issues: readonly ModelIssue[],
  types: TypeLabels | undefined,
  locale: string,
): ManagerRow[] {
  const tables = new Map(model.tables.map((table) => [table.name, table]));
  const outOfDate = new Set(
    report?.definitions.filter((known) => known.outOfDate).map(({ definition }) => definition),
  );
  const blocked = new Set(issues.filter(blocksRun).map(({ activity }) => activity));
  return model.activities.map(({ id, name, table, type, icon, showInTimeline }) => ({
    id,
    name,
    table: tables.get(table)?.table ?? table,
    source: tables.get(table)?.source ?? '',
    type: typeName(type, {}, types ?? {}, locale),
    icon: isIconName(icon) ? icon : defaultIcon(type),
    isShown: showInTimeline,
    isOutOfDate: outOfDate.has(id),
    isBlocked: blocked.has(id),
  }));
}

/** Rows with the text in name, table, source or type, whatever the case (D 27). */
export function searchRows(rows: readonly ManagerRow[], search: string): readonly ManagerRow[] {
  const needle = searchText(search);
  if (needle === '') return rows;
  return rows.filter(({ name, table, source, type }) =>
    [name, table, source, type].some((text) => foldText(text).includes(needle)),
  );
}

/** Equal ones in the order of their names. */
export function sortRows(
  rows: readonly ManagerRow[],
  { column, isDescending }: ManagerSort,
  compare: (one: string, other: string) => number,
): readonly ManagerRow[] {
  const sign = isDescending ? -1 : 1;
  return [...rows].sort((one, other) => {
    const order =
      column === 'shown' ? Number(other.isShown) - Number(one.isShown) : compare(one[column], other[column]);
    return sign * order || compare(one.name, other.name);
  });
}
