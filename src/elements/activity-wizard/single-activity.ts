import type { ActivityDefinition, ActivityModel, Relationship } from '../../model/model.js';
import type { TableInfo } from '../../model/tables.js';
import { createIssue, type ModelIssue } from '../../model/validate/issues.js';
import { isDate, type Proposal, type ProposedField } from './proposals.js';
import { blankDefinition, patchActivity } from './wizard-draft.js';

/** The model with a definition of this id to begin with, where it has none. */
export function withActivity(model: ActivityModel, id: string): ActivityModel {
  if (model.activities.some((known) => known.id === id)) return model;
  return { ...model, activities: [...model.activities, blankDefinition(id)] };
}

/** Tables with a date that no other definition has (D 9). */
export function freeTables(
  { activities }: ActivityModel,
  tables: readonly TableInfo[],
  id: string,
): TableInfo[] {
  const taken = new Set(activities.flatMap((known) => (known.id === id ? [] : known.table)));
  return tables.filter(({ name, columns }) => !taken.has(name) && columns.some(({ type }) => isDate(type)));
}

/** The definition on another table: what was chosen among the columns of the former one goes. */
export function withTable(model: ActivityModel, id: string, table: string): ActivityModel {
  return patchActivity(model, id, {
    table,
    type: '',
    primaryKey: '',
    timestamp: '',
    event: '',
    url: undefined,
    detail: undefined,
    dateOrder: undefined,
    attributes: undefined,
    paths: [],
  });
}

/** Why what is proposed is proposed, without what a person chose meanwhile. */
export function openReasons(chosen: ActivityDefinition, { reasons }: Proposal): Proposal['reasons'] {
  const open = Object.entries(reasons).filter(([field]) => isEmpty(chosen[field as ProposedField]));
  return Object.fromEntries(open);
}

const isEmpty = (value: unknown): boolean =>
  value === undefined || value === '' || (Array.isArray(value) && value.length === 0);

/** The definition with what is proposed for it; what a person chose meanwhile stays. */
export function withProposal(model: ActivityModel, { definition, relationships }: Proposal): ActivityModel {
  const chosen = model.activities.find(({ id }) => id === definition.id);
  if (!chosen) return model;
  const kept = Object.fromEntries(Object.entries(chosen).filter(([, value]) => !isEmpty(value)));
  const merged = { ...definition, ...kept };
  const known = new Set(model.relationships.map(({ name }) => name));
  const added: Relationship[] =
    merged.paths === definition.paths ? relationships.filter(({ name }) => !known.has(name)) : [];
  return {
    ...model,
    activities: model.activities.map((activity) => (activity.id === merged.id ? merged : activity)),
    relationships: [...model.relationships, ...added],
  };
}

/**
 * What is said of one definition, and of what is mended on other screens. The name is the first field, so what is wrong
 * with it comes first.
 */
export function issuesOf(
  issues: readonly ModelIssue[],
  { activities }: ActivityModel,
  id: string,
): ModelIssue[] {
  const place = activities.findIndex((known) => known.id === id);
  const at = `/activities/${place}`;
  const hasTable = activities[place]?.table !== '';
  const own = issues.flatMap((issue): ModelIssue[] => {
    const { activity, step, code, path } = issue;
    if (activity === undefined) return step === 'customers' || step === 'model' ? [issue] : [];
    if (activity !== id) return [];
    // Before a table is chosen there is nothing else to choose, and none that is gone.
    if (hasTable || step !== 'tables' || code === 'type-missing') return [issue];
    return path === `${at}/table`
      ? [createIssue('no-tables', { step, activity: id }, ['activities', place, 'table'], {})]
      : [];
  });
  const isName = ({ path }: ModelIssue): boolean => path === `${at}/name`;
  return [...own.filter(isName), ...own.filter((issue) => !isName(issue))];
}
