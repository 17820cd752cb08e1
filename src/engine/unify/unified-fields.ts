import type { CustomerUnification, UnifiedField } from '../../model/model.js';
import type { TableSegment } from '../store/records.js';

/** A column of the unified customer and where its value comes from, most important source first (§ 9.5). */
export interface FieldPlan {
  name: string;
  semantic?: string;
  sources: { table: number; column: string; by?: string }[];
  merge?: UnifiedField['merge'];
  group?: string;
}

const FULL_NAME = ['Person.FullName', 'Organization.Name'];
const EMAIL = 'Identity.Service.Email';

/** The model's fields; without any, every column of the customer tables, merged by semantic, else by name. */
export function planFields(
  { tables, fields }: CustomerUnification,
  segments: readonly TableSegment[],
): FieldPlan[] {
  if (fields.length > 0) {
    return fields.map(({ sources, ...field }) => ({
      ...field,
      sources: sources.map((source) => ({
        ...source,
        table: tables.findIndex(({ table }) => table === source.table),
      })),
    }));
  }
  const plans = new Map<string, FieldPlan>();
  tables.forEach(({ primaryKey, semantics = {} }, table) => {
    for (const { name } of segments[table].columns) {
      if (name === primaryKey) continue;
      const semantic = Object.hasOwn(semantics, name) ? semantics[name] : undefined;
      const identity = semantic === undefined ? `name:${name}` : `semantic:${semantic}`;
      const plan = plans.get(identity) ?? {
        name,
        ...(semantic === undefined ? {} : { semantic }),
        sources: [],
      };
      plan.sources.push({ table, column: name });
      plans.set(identity, plan);
    }
  });
  return [...plans.values()];
}

/** Positions of the fields that make the card's name: the full name, else first and last name (§ 2.3). */
export function nameFields(plans: readonly FieldPlan[]): number[] {
  const find = (semantics: readonly string[], name: RegExp): number => {
    const bySemantic = plans.findIndex(
      ({ semantic }) => semantic !== undefined && semantics.includes(semantic),
    );
    return bySemantic >= 0 ? bySemantic : plans.findIndex((plan) => name.test(plan.name));
  };
  const full = find(FULL_NAME, /^(full[ _-]?)?name$/i);
  if (full >= 0) return [full];
  const parts = [
    find(['Person.FirstName'], /^first[ _-]?name$/i),
    find(['Person.LastName'], /^last[ _-]?name$/i),
  ];
  return parts.filter((field) => field >= 0);
}

/** Position of the e-mail field, or -1. */
export function emailField(plans: readonly FieldPlan[]): number {
  const bySemantic = plans.findIndex(({ semantic }) => semantic === EMAIL);
  return bySemantic >= 0 ? bySemantic : plans.findIndex(({ name }) => /^e-?mail/i.test(name));
}
