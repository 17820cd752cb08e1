import type { DateColumnFacts } from '../dates.js';
import type { JsonPath } from '../json-pointer.js';
import type { IssueCode, IssueValues } from '../messages.js';
import type { ActivityModel, ColumnDefinition, Relationship, TableDefinition } from '../model.js';
import type { ColumnInfo, ColumnProfile, TableInfo } from '../tables.js';
import { createIssue, type IssueLevel, type IssuePlace, type ModelIssue } from './issues.js';

/** What is known of a column's values; undefined while nobody has looked. */
export type ProfileLookup = (table: string, column: string) => ColumnProfile | undefined;

/** A model under inspection: what it names, what is there of it, and the issues found so far. */
export class Inspection {
  readonly model: ActivityModel;
  readonly issues: ModelIssue[] = [];

  readonly #tables: ReadonlyMap<string, TableDefinition>;
  readonly #relationships: ReadonlyMap<string, Relationship>;
  readonly #infos: ReadonlyMap<string, TableInfo> | undefined;
  readonly #profiles: ProfileLookup;

  constructor(model: ActivityModel, infos?: readonly TableInfo[], profiles?: ProfileLookup) {
    this.model = model;
    this.#tables = byName(model.tables);
    this.#relationships = byName(model.relationships);
    this.#infos = infos === undefined ? undefined : byName(infos);
    this.#profiles = profiles ?? ((): undefined => undefined);
  }

  report<Code extends IssueCode>(
    code: Code,
    place: IssuePlace,
    path: JsonPath,
    values: IssueValues<Code>,
    level?: IssueLevel,
  ): void {
    this.issues.push(createIssue(code, place, path, values, level));
  }

  relationship(name: string): Relationship | undefined {
    return this.#relationships.get(name);
  }

  /** What people call a table: its name without the data source. */
  label(table: string): string {
    return this.#tables.get(table)?.table ?? table;
  }

  isCustomerTable(table: string): boolean {
    return this.model.customers.tables.some((customers) => customers.table === table);
  }

  /** Columns of a table as the model describes them. */
  columns(table: string): readonly ColumnDefinition[] {
    return this.#tables.get(table)?.columns ?? [];
  }

  column(table: string, name: string): ColumnDefinition | undefined {
    return this.columns(table).find((column) => column.name === name);
  }

  /** Columns of a table as they were found in its data; empty when that is not known. */
  foundColumns(table: string): readonly ColumnInfo[] {
    return this.#infos?.get(table)?.columns ?? [];
  }

  foundColumn(table: string, name: string): ColumnInfo | undefined {
    return this.foundColumns(table).find((column) => column.name === name);
  }

  profile(table: string, column: string): ColumnProfile | undefined {
    return this.#profiles(table, column);
  }

  /** Rows without a value in a column, from its profile or else from its import. */
  emptyRows(table: string, column: string): number {
    return this.profile(table, column)?.empty ?? this.foundColumn(table, column)?.empty ?? 0;
  }

  /** Rows with a value in a column, likewise; 0 while nobody has looked. */
  filledRows(table: string, column: string): number {
    const profile = this.profile(table, column);
    if (profile !== undefined) return profile.rows - profile.empty;
    const found = this.foundColumn(table, column);
    return found === undefined ? 0 : (this.#infos?.get(table)?.rows ?? 0) - found.empty;
  }

  /** What is known of a column's values as dates. */
  dateFacts(table: string, column: string): DateColumnFacts | undefined {
    return (this.profile(table, column) ?? this.foundColumn(table, column))?.dates;
  }

  /** Reports a table that the model does not describe or that is gone; answers whether it can be used. */
  checkTable(table: string, place: IssuePlace, path: JsonPath): boolean {
    if (!this.#tables.has(table)) {
      this.report('table-undefined', place, path, { table });
      return false;
    }
    if (this.#infos !== undefined && !this.#infos.has(table)) {
      this.report('table-missing', place, path, { table });
      return false;
    }
    return true;
  }

  /**
   * Reports a column that a table does not have; answers whether it can be used. Silent about a column of a
   * table that cannot be used, which has been reported where it is named.
   */
  checkColumn(table: string, column: string, place: IssuePlace, path: JsonPath): boolean {
    if (!this.#tables.has(table) || this.#infos?.has(table) === false) return false;
    const isThere =
      this.column(table, column) !== undefined &&
      (this.#infos === undefined || this.foundColumn(table, column) !== undefined);
    if (!isThere) this.report('column-missing', place, path, { table: this.label(table), column });
    return isThere;
  }
}

/** The first of each name; a second one is an issue of its own. */
function byName<Item extends { readonly name: string }>(items: readonly Item[]): Map<string, Item> {
  return new Map(items.toReversed().map((item) => [item.name, item]));
}
