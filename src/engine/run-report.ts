import type { RunReport } from '../model/reports.js';
import { activitiesAreOutOfDate, definitionIsOutOfDate, type StoredState } from './state.js';

/** The report of the stored activities: what the run found, under the names of now (D 28), and what is out of date. */
export function reportOf(state: StoredState): RunReport {
  const { output, model } = state;
  const names = new Map(model.activities.map(({ id, name }) => [id, name]));
  const outOfDate = new Set(
    output.segments
      .filter((segment) => definitionIsOutOfDate(state, segment))
      .map(({ definition }) => definition),
  );
  return {
    ...output.report,
    definitions: output.report.definitions.map((report) => ({
      ...report,
      name: names.get(report.definition) ?? report.name,
      outOfDate: outOfDate.has(report.definition),
    })),
    outOfDate: activitiesAreOutOfDate(state),
  };
}
