import { definitionNeeds, hasSameInputs } from './unify/definition-needs.js';
import { customerConfig } from './unify/job.js';
import type { ActivityModel } from '../model/model.js';
import {
  describedBy,
  type ActivityOutput,
  type ActivitySegment,
  type Current,
  type CustomerSegment,
  type Inputs,
  type TableSegment,
} from './store/records.js';
import type { View } from './store/storage.js';

/** Descriptions by number. A number is never given to another thing, so what was read once stays true. */
export class Descriptions {
  readonly #known = new Map<number, TableSegment | CustomerSegment | ActivityOutput>();

  table(view: View, segment: number): Promise<TableSegment | null> {
    return this.#read(view, segment, 'table');
  }

  customers(view: View, segment: number | null): Promise<CustomerSegment | null> {
    return segment === null ? Promise.resolve(null) : this.#read(view, segment, 'customers');
  }

  activities(view: View, number: number | null): Promise<ActivityOutput | null> {
    return number === null ? Promise.resolve(null) : this.#read(view, number, 'activities');
  }

  /** All current tables by name. */
  async tables(view: View, current: Current): Promise<Map<string, TableSegment>> {
    const tables = await Promise.all(
      Object.values(current.tables).map((segment) => this.table(view, segment)),
    );
    const found = tables.filter((table) => table !== null);
    found.sort((a, b) => (a.name < b.name ? -1 : 1));
    return new Map(found.map((table) => [table.name, table]));
  }

  async #read<K extends 'table' | 'customers' | 'activities'>(
    view: View,
    number: number,
    kind: K,
  ): Promise<Extract<TableSegment | CustomerSegment | ActivityOutput, { kind: K }> | null> {
    type Wanted = Extract<TableSegment | CustomerSegment | ActivityOutput, { kind: K }>;
    let record = this.#known.get(number);
    if (record === undefined) {
      record = (await view.meta(describedBy(number))) as typeof record;
      if (record === undefined) return null;
      this.#known.set(number, record);
    }
    return record.kind === kind ? (record as Wanted) : null;
  }
}

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
