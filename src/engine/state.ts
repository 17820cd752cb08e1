import { definitionNeeds, hasSameInputs } from './unify/definition-needs.js';
import { customerConfig } from './unify/job.js';
import type { ActivityModel } from '../model/model.js';
import type { ActivityOutput, ActivitySegment, Current, CustomerSegment, Inputs } from './store/records.js';

/** True when something that the customers were made of has changed since. */
export function customersAreOutOfDate(
  customers: CustomerSegment,
  current: Current,
  model: ActivityModel,
): boolean {
  return haveChanged(customers.inputs, current) || customers.config !== customerConfig(model);
}

/** What is stored and what it should be made of now. */
export interface StoredState {
  output: ActivityOutput;
  customers: CustomerSegment | null;
  current: Current;
  model: ActivityModel;
}

/** True when something that the activities were made of has changed since: "Refresh needed" (D 62). */
export function activitiesAreOutOfDate(state: StoredState): boolean {
  const { output, current, model } = state;
  return (
    output.customers !== current.customers ||
    output.segments.length !== model.activities.length ||
    output.segments.some((segment) => definitionIsOutOfDate(state, segment))
  );
}

/** True when a run would build the activities of a definition again, show them in another way, or drop them. */
export function definitionIsOutOfDate(
  { customers, current, model }: StoredState,
  segment: ActivitySegment,
): boolean {
  const definition = model.activities.find(({ id }) => id === segment.definition);
  if (definition === undefined || customers === null) return true;
  if (customersAreOutOfDate(customers, current, model)) return true;
  const needs = definitionNeeds(model, definition);
  return (
    segment.hidden === definition.showInTimeline ||
    segment.icon !== definition.icon ||
    !hasSameInputs(segment, needs, current.tables) ||
    [...needs.targets].some((target) => segment.assignments[target] !== customers.assignments[target])
  );
}

function haveChanged(inputs: Inputs, { tables }: Current): boolean {
  return Object.entries(inputs).some(
    ([name, segment]) => !Object.hasOwn(tables, name) || tables[name] !== segment,
  );
}
