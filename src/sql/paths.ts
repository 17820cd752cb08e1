import type { Relationship } from '../model/model.js';
import type { Scope } from './scope.js';

/** What a customer table is known by: a step with `key` and `customer`, one row for each key. */
export type CustomerSteps = ReadonlyMap<string, string>;

/** How a step of {@link PathSteps} is joined, and its columns then. */
export interface MetStep {
  joins: readonly string[];
  value(column: 'customer' | 'contact' | 'failed_hop'): string;
}

/**
 * Joins a step by a key: its form and the key itself. Keys meet by their form; where keys of the target differ by case or
 * blanks only, by themselves (D 53). Two joins, because engines take a condition with “or” row by row.
 */
export function meet(step: string, alias: string, form: string, key: string): MetStep {
  const exact = `${alias}_exact`;
  return {
    joins: [
      `left join ${step} ${alias} on ${alias}.form = ${form} and ${alias}.exact = ''`,
      `left join ${step} ${exact} on ${exact}.form = ${form} and ${exact}.exact = ${key} and ${exact}.exact <> ''`,
    ],
    value: (column) => `coalesce(${alias}.${column}, ${exact}.${column})`,
  };
}

/**
 * Steps that say of each key of a relationship's target where the rest of a path leads: `form`, `exact` (the key itself
 * where only that tells it from others, else empty), `customer`, `contact`, and `failed_hop`, counted from this
 * relationship. Ends that paths have in common are made once.
 */
export class PathSteps {
  readonly #scope: Scope;
  readonly #customers: CustomerSteps;
  readonly #made = new Map<string, string>();

  constructor(scope: Scope, customers: CustomerSteps) {
    this.#scope = scope;
    this.#customers = customers;
  }

  /** The step of a path given by the names of its relationships. */
  of(path: readonly string[]): string {
    return this.#reach(this.#scope.relationships(path));
  }

  /** True for a path that leads through a contact table, which decides over all others (D 21). */
  isThroughContacts(path: readonly string[]): boolean {
    return this.#scope.relationships(path).some(({ to }) => this.#contactKey(to.table) !== null);
  }

  #reach(path: readonly Relationship[]): string {
    const known = JSON.stringify(path.map(({ name }) => name));
    const found = this.#made.get(known);
    if (found !== undefined) return found;
    const [{ to }, ...rest] = path;
    const query = rest.length === 0 ? this.#last(to) : this.#further(to, rest);
    const about = `Keys of ${to.table}.${to.column} and the customer that each leads to${rest.length === 0 ? '' : ` by ${rest.map(({ name }) => name).join(' > ')}`}`;
    const step = this.#scope.step(`at_path_${this.#made.size + 1}`, about, query);
    this.#made.set(known, step);
    return step;
  }

  /** The target is the customer table. */
  #last({ table, column }: Relationship['to']): string {
    const customers = this.#customers.get(table) ?? '';
    const key = this.#scope.model.customers.tables.find((other) => other.table === table)?.primaryKey ?? '';
    const { integer } = this.#scope.dialect.types;
    if (column === key && this.#contactKey(table) === null) {
      return [
        `select form, case when count(*) over (partition by form) > 1 then key else '' end as exact,`,
        `  customer, ${this.#nothing()} as contact, case when customer is null then 1 end as failed_hop`,
        `from ${customers}`,
      ].join('\n');
    }
    return [
      this.#firstRows(table, column, null),
      `select f.form, f.exact, c.customer, ${this.#contact(table, null)} as contact,`,
      `  cast(case when c.customer is null then 1 end as ${integer}) as failed_hop`,
      `from first_rows f`,
      `left join (select key as customer_key, customer from ${customers}) c on c.customer_key = f.row_key`,
    ].join('\n');
  }

  /** The target has a foreign key of its own. */
  #further({ table, column }: Relationship['to'], rest: readonly Relationship[]): string {
    const next = this.#reach(rest);
    const foreign = rest[0].from.column;
    const form = this.#scope.keyForm(this.#scope.column(table, foreign).type, 'f.next_bare');
    const n = meet(next, 'n', form, 'f.next_key');
    return [
      this.#firstRows(table, column, foreign),
      `select f.form, f.exact, ${n.value('customer')} as customer, ${this.#contact(table, n.value('contact'))} as contact,`,
      `  case when ${n.value('customer')} is null then 1 + coalesce(${n.value('failed_hop')}, 1) end as failed_hop`,
      `from first_rows f`,
      ...n.joins,
    ].join('\n');
  }

  /** Of the rows of one key the first in the order of the primary key, then of the source (D 22, 50). */
  #firstRows(table: string, column: string, next: string | null): string {
    const scope = this.#scope;
    const primaryKey = this.#primaryKey(table) ?? column;
    const contactKey = this.#contactKey(table);
    const columns = [
      `${scope.value(table, column)} as key`,
      `${scope.bareKey(table, column)} as bare`,
      `${scope.value(table, primaryKey)} as row_key`,
      ...(contactKey === null
        ? []
        : [
            `${scope.value(table, contactKey)} as contact_key`,
            `${scope.bareKey(table, contactKey)} as contact_bare`,
          ]),
      ...(next === null
        ? []
        : [`${scope.value(table, next)} as next_key`, `${scope.bareKey(table, next)} as next_bare`]),
    ];
    const { order } = scope.table(table);
    if (order !== undefined) columns.push(`t.${scope.dialect.name(order)} as place`);
    const place = order === undefined ? (next === null ? 'key' : 'next_key') : 'place';
    return [
      `with source as (`,
      `  select ${columns.join(',\n    ')}`,
      `  from ${scope.from(table)}`,
      `), formed as (`,
      `  select s.*, ${scope.keyForm(scope.column(table, column).type, 's.bare')} as form from source s`,
      `), ranked as (`,
      `  select f.*, min(key) over (partition by form) <> max(key) over (partition by form) as is_ambiguous,`,
      `    row_number() over (partition by form, key order by ${scope.dialect.byBytes('row_key')}, ${place}) as rank_in_key`,
      `  from formed f where form <> ''`,
      `), first_rows as (`,
      `  select r.*, case when is_ambiguous then key else '' end as exact from ranked r where rank_in_key = 1`,
      `)`,
    ].join('\n');
  }

  #contact(table: string, next: string | null): string {
    const { dialect } = this.#scope;
    const key = this.#contactKey(table);
    if (key === null) return next ?? this.#nothing();
    return `cast(case when f.contact_bare <> '' then f.contact_key end as ${dialect.types.text})`;
  }

  #nothing(): string {
    return `cast(null as ${this.#scope.dialect.types.text})`;
  }

  #contactKey(table: string): string | null {
    const { kind, contacts } = this.#scope.model;
    if (kind !== 'accounts') return null;
    return contacts.find((contact) => contact.table === table)?.primaryKey ?? null;
  }

  /** As the engine looks for it: what unifies customers names it first, activities last. */
  #primaryKey(name: string): string | undefined {
    const { customers, contacts, tables, activities } = this.#scope.model;
    const key =
      customers.tables.find(({ table }) => table === name)?.primaryKey ??
      contacts.find(({ table }) => table === name)?.primaryKey ??
      tables.find((table) => table.name === name)?.primaryKey ??
      activities.find(({ table }) => table === name)?.primaryKey;
    return key === '' ? undefined : key;
  }
}
