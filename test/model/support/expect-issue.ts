import { expect } from 'chai';
import type { ActivityModel } from '../../../src/model/model.js';
import type { ColumnProfile, TableInfo } from '../../../src/model/tables.js';
import { validateModel, type ModelIssue } from '../../../src/model/validation.js';
import { peopleModel, profile, storedTables } from './models.js';

/** What the tests say of an issue; `values` follow from the text. */
export type ExpectedIssue = Omit<ModelIssue, 'values'>;

export interface Situation {
  /** Default {@link peopleModel}. */
  model?: ActivityModel;
  change?: (model: ActivityModel) => void;
  /** Changes what is stored. */
  store?: (tables: TableInfo[]) => void;
  /** Profiles by `table.column`; all others are faultless. */
  profiles?: Record<string, ColumnProfile>;
}

export function issuesOf(situation: Situation = {}): ExpectedIssue[] {
  const { model = peopleModel(), change, store, profiles = {} } = situation;
  const tables = storedTables(model);
  change?.(model);
  store?.(tables);
  const lookup = (table: string, column: string): ColumnProfile =>
    profiles[`${table}.${column}`] ??
    profile({
      dates: tables.find(({ name }) => name === table)?.columns.find(({ name }) => name === column)?.dates,
    });
  return validateModel(model, tables, lookup).map(({ values: _, ...issue }) => issue);
}

/** Expects the issue and no other. */
export function expectIssue(situation: Situation, issue: ExpectedIssue): void {
  expect(issuesOf(situation)).to.deep.equal([issue]);
}
