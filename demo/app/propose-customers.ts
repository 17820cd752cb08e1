import type { ModelAdapter } from '../../src/model/model-adapter.js';
import type { TableInfo } from '../../src/model/tables.js';
import type { CallOptions } from '../../src/model/timeline-adapter.js';
import {
  organizationMeanings,
  personMeanings,
  proposeMeanings,
  wordsOf,
  type CustomerKind,
} from './column-meanings.js';

/** A column whose values are keys of another table. */
export interface Reference {
  readonly table: TableInfo;
  readonly column: string;
  /** Of its rows that have one, those whose key is there: 0 to 1. */
  readonly share: number;
}

/** A table that looks like one of customers or contacts, and what says so. */
export interface ProposedTable {
  readonly table: TableInfo;
  /** Columns that hold names. */
  readonly names: readonly string[];
  /** Columns of other tables that name its rows, the most telling first. */
  readonly references: readonly Reference[];
}

/** Whose history a workspace's tables seem to hold. */
export interface CustomerProposal {
  readonly kind: CustomerKind;
  /** In the order of unification. */
  readonly customers: readonly ProposedTable[];
  /** People of the accounts; `account` is the column that names their account, a row of the first customer table. */
  readonly contacts: readonly (ProposedTable & { readonly account: string })[];
}

/** The least share of keys that must be found for a column to point to a table. */
const leastShare = 0.5;
/** Columns and tables that are looked at: what names customers is among the first ones. */
const maxColumns = 12;
const maxTables = 24;

const firmNames =
  /account|compan|firm|organi|supplier|vendor|client|debtor|kunde|debitor|lieferant|soci[eé]t/i;

/**
 * Finds the tables that hold customers: they have names, and other tables point to them. Tables are to come with their
 * primary keys. null when none looks like it.
 */
export async function proposeCustomers(
  adapter: ModelAdapter,
  tables: readonly TableInfo[],
  options: CallOptions = {},
): Promise<CustomerProposal | null> {
  const keyed = tables.filter(({ primaryKey, rows }) => primaryKey && rows > 0).slice(0, maxTables);
  const named = keyed
    .map((table) => ({ table, names: nameColumns(table) }))
    .filter(({ names }) => names.length > 0);
  const found: ProposedTable[] = [];
  for (const { table, names } of named) {
    found.push({ table, names, references: await referencesTo(adapter, table, tables, options) });
  }
  const pointsTo = (one: TableInfo, { references }: ProposedTable): Reference | undefined =>
    references.find(({ table }) => table === one);
  const ranked = found
    .filter(({ table }) => !found.some((other) => pointsTo(table, other)))
    .sort((a, b) => b.references.length - a.references.length || b.names.length - a.names.length);
  const [firm] = ranked.filter(({ table }) => looksLikeFirms(table));
  const contacts = found.flatMap((person) => {
    const reference = firm && isPeople(person.table) ? pointsTo(person.table, firm) : undefined;
    return reference ? [{ ...person, account: reference.column }] : [];
  });
  if (firm && contacts.length > 0) return { kind: 'accounts', customers: [firm], contacts };
  return ranked.length > 0 ? { kind: 'individuals', customers: ranked, contacts: [] } : null;
}

function nameColumns({ columns }: TableInfo): string[] {
  const texts = columns.filter(({ type }) => type === 'text');
  const people = Object.keys(proposeMeanings(texts, personMeanings));
  return people.length > 0 ? people : Object.keys(proposeMeanings(texts, organizationMeanings));
}

/** First or last names: firms have none. */
function isPeople({ columns }: TableInfo): boolean {
  const semantics = Object.values(proposeMeanings(columns, personMeanings));
  return semantics.length > 0;
}

function looksLikeFirms({ table, columns }: TableInfo): boolean {
  const semantics = Object.values(proposeMeanings(columns, personMeanings));
  if (semantics.includes('Person.FirstName') || semantics.includes('Person.LastName')) return false;
  return (
    firmNames.test(table) ||
    Object.keys(proposeMeanings(columns, organizationMeanings)).some((name) => firmNames.test(name))
  );
}

/** Of each other table the column that names the most rows of this one. */
async function referencesTo(
  adapter: ModelAdapter,
  target: TableInfo,
  tables: readonly TableInfo[],
  options: CallOptions,
): Promise<Reference[]> {
  const references: Reference[] = [];
  for (const table of tables.slice(0, maxTables)) {
    if (table === target) continue;
    const best = await bestReference(adapter, table, target, options);
    if (best) references.push(best);
  }
  return references.sort((a, b) => b.share - a.share);
}

async function bestReference(
  adapter: ModelAdapter,
  table: TableInfo,
  target: TableInfo,
  options: CallOptions,
): Promise<Reference | undefined> {
  const { primaryKey: key = '' } = target;
  const candidates = table.columns
    .filter(({ name, type }) => (type === 'text' || type === 'number') && name !== table.primaryKey)
    .slice(0, maxColumns)
    // Small whole numbers are everywhere: a quantity is no customer of that number.
    .filter(({ name, type }) => type === 'text' || isNamedLike(name, target));
  let best: Reference | undefined;
  for (const { name: column } of candidates) {
    const { target: keys } = await adapter.profileColumn(table.name, column, {
      ...options,
      target: { table: target.name, column: key },
    });
    const filled = keys ? keys.rows - keys.empty : 0;
    const share = keys && filled > 0 ? keys.found / filled : 0;
    if (share >= leastShare && share > (best?.share ?? 0)) best = { table, column, share };
  }
  return best;
}

/** `CustomerId` names a row of Customers, and so does a column that is named like its key. */
function isNamedLike(column: string, { table, primaryKey = '' }: TableInfo): boolean {
  const words = wordsOf(column);
  return (
    words === wordsOf(primaryKey) ||
    words.split(' ').some((word) => word.length > 3 && wordsOf(table).includes(word))
  );
}
