import type { ModelAdapter } from '../../model/model-adapter.js';
import type { DefinitionReport, SetAsideReason } from '../../model/reports.js';
import type { ReadRows, RowsTable } from '../shared/rows/row-list.js';
import type { ExplainRow } from '../shared/rows/row-whys.js';
import type { ManagerContent } from './manager-data.js';

/** Figures of a report that stand for rows set aside, with the reasons of these. */
export const ASIDE_REASONS = {
  undated: ['no-valid-date'],
  rejected: ['key-empty', 'key-duplicate'],
  orphaned: ['orphan'],
} as const satisfies Partial<Record<keyof DefinitionReport, readonly SetAsideReason[]>>;

export type AsideFigure = keyof typeof ASIDE_REASONS;

/** Rows of a definition that a person asks for. */
export interface AsideChoice {
  readonly definition: string;
  readonly figure: AsideFigure;
}

export const isAside = (figure: string): figure is AsideFigure => Object.hasOwn(ASIDE_REASONS, figure);

/** Reads the rows that a figure counts. */
export function readAside(adapter: ModelAdapter, { definition, figure }: AsideChoice): ReadRows {
  return async ({ reason, ...query }, signal) => {
    const page = await adapter.setAside?.(
      { ...query, definition, reason: reason ?? ASIDE_REASONS[figure] },
      { signal },
    );
    if (!page) return { total: 0, rows: [] };
    return { ...page, rows: page.rows.map((row) => ({ ...row, values: row.values ?? {} })) };
  };
}

/** Says why one of them is there; null: the adapter does not know. */
export function explainAside(adapter: ModelAdapter, { definition }: AsideChoice): ExplainRow | null {
  const explain = adapter.explainRow?.bind(adapter);
  return explain ? (line, signal) => explain({ definition, line }, { signal }) : null;
}

/** How they are shown: the column that decided comes first. */
export function asideTable(
  report: DefinitionReport,
  figure: AsideFigure,
  about: string,
  { model, tables }: ManagerContent,
): RowsTable {
  const activity = model.activities.find(({ id }) => id === report.definition);
  const info = tables.find(({ name }) => name === report.table);
  const hops = (activity?.paths[0] ?? []).flatMap(
    (name) => model.relationships.find((known) => known.name === name) ?? [],
  );
  const first = {
    undated: activity?.timestamp,
    rejected: activity?.primaryKey,
    orphaned: hops[0]?.from.column,
  }[figure];
  const names = info?.columns.map(({ name }) => name) ?? [];
  const tableOf = (name: string): string => tables.find((known) => known.name === name)?.table ?? name;
  return {
    table: info?.table ?? report.table,
    about,
    columns: [...names.filter((name) => name === first), ...names.filter((name) => name !== first)],
    reasons: ASIDE_REASONS[figure].filter((reason) =>
      report.setAside.some((known) => known.reason === reason),
    ),
    hops: report.orphanedByHop.flatMap((count, place) => {
      const from = hops[place]?.from;
      const label = from ? `${tableOf(from.table)}.${from.column}` : String(place + 1);
      return figure === 'orphaned' && count > 0 ? [{ hop: place + 1, label }] : [];
    }),
  };
}
