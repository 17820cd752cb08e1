import type { ActivityDefinition, ColumnType, DateOrder } from '../model/model.js';
import { attributesOf } from '../model/semantic-types.js';
import type { Scope } from './scope.js';
import { timeOf } from './times.js';

/** An attribute, and the column that holds it. */
interface Attribute {
  key: string;
  /** As an output shows it, from `j`. */
  value: string;
}

/**
 * The columns that a definition needs of its table, as expressions with names for one query of its step after another,
 * each of which takes from the one before it.
 */
export class ActivityColumns {
  /** Texts, from the table `t`. */
  readonly read: string[] = [];
  /** Keys as they are compared and times as they are written, from `s`. */
  readonly work: string[] = [];
  /** Instants of the times, from `r`; `ms_1` is the timestamp's. */
  readonly instants: string[] = [];
  /** Times as activities carry them, from `f`; `stamp_1` is the timestamp's. */
  readonly stamps: string[] = [];
  readonly attributes: Attribute[] = [];
  /** True when slash dates leave the order of day and month open (D 52). */
  readonly isOrderAssumed: boolean;
  readonly #scope: Scope;
  readonly #definition: ActivityDefinition;
  readonly #foreignKeys: string[] = [];
  readonly #times: string[] = [];

  constructor(scope: Scope, definition: ActivityDefinition) {
    this.#scope = scope;
    this.#definition = definition;
    const { table, timestamp } = definition;
    const { order } = scope.table(table);
    this.read.push(`${scope.line(table)} as line`);
    if (order !== undefined) this.read.push(`t.${scope.dialect.name(order)} as place`);
    const texts = {
      source_key: definition.primaryKey,
      title: definition.event,
      detail: definition.detail,
      url: definition.url,
    };
    for (const [name, column] of Object.entries(texts)) this.read.push(`${this.#value(column)} as ${name}`);
    this.isOrderAssumed = this.#orderOf(timestamp).isAssumed;
    this.#addTime(timestamp, scope.column(table, timestamp).type);
    for (const [key, column] of Object.entries(definition.attributes ?? {})) {
      if (column !== '') this.#addAttribute(key, column);
    }
    for (const path of definition.paths) this.#addForeignKey(path);
  }

  /** The number of the foreign key with which a path begins: `foreign_n`, and `form_n` as it is compared. */
  foreignKey(path: readonly string[]): number {
    return this.#foreignKeys.indexOf(this.#scope.relationships(path)[0].from.column) + 1;
  }

  /** What rows of one key are put in order by, from `s`; of a table without an order the texts in use. */
  order(): string {
    const { order } = this.#scope.table(this.#definition.table);
    if (order !== undefined) return 's.place';
    const names = this.read.map((column) => /\w+$/.exec(column)?.[0] ?? '');
    return names
      .filter((name) => name !== 'line' && name !== 'source_key')
      .map((name) => this.#scope.dialect.byBytes(`s.${name}`))
      .join(', ');
  }

  #value(column: string | undefined): string {
    return column === undefined || column === '' ? `''` : this.#scope.value(this.#definition.table, column);
  }

  /** Reads a column of times once, however often it is mapped. The timestamp is the first. */
  #addTime(column: string, type: ColumnType): number {
    const known = this.#times.indexOf(column) + 1;
    if (known > 0) return known;
    const n = this.#times.push(column);
    const time = timeOf(this.#scope, type, this.#orderOf(column).order, this.#definition.timeZone);
    this.read.push(`${time.trimmed(this.#value(column))} as time_${n}`);
    this.work.push(`${time.written(`s.time_${n}`)} as written_${n}`);
    this.instants.push(`${time.ms(`r.written_${n}`, `r.time_${n}`)} as ms_${n}`);
    this.stamps.push(
      `${this.#scope.call('at_stamp', `f.ms_${n}`, time.hasTime(`f.time_${n}`))} as stamp_${n}`,
    );
    return n;
  }

  /** Attributes in normalised text (D 2): plain decimals, ISO 8601. What cannot be read stays as it is. */
  #addAttribute(key: string, column: string): void {
    const { table, type: activityType } = this.#definition;
    const { type } = this.#scope.column(table, column);
    const n = this.attributes.length + 1;
    const known = attributesOf(activityType).find((attribute) => attribute.key === key)?.type;
    const isDate = type === 'date' || type === 'datetime';
    const meaning = known ?? (type === 'number' ? 'number' : isDate ? 'date' : 'text');
    const isNumber = meaning === 'number';
    const text = this.#value(column);
    this.read.push(`${isNumber ? this.#scope.call('at_trim', text) : text} as attribute_${n}`);
    let value = `j.attribute_${n}`;
    if (isNumber) {
      value = this.#scope.call('at_number', value);
    } else if (meaning === 'date' && !type.startsWith('unix')) {
      value = `coalesce(j.stamp_${this.#addTime(column, 'datetime')}, ${value})`;
    }
    this.attributes.push({ key, value });
  }

  #addForeignKey(path: readonly string[]): void {
    const { column } = this.#scope.relationships(path)[0].from;
    if (this.#foreignKeys.includes(column)) return;
    const n = this.#foreignKeys.push(column);
    const { type } = this.#scope.column(this.#definition.table, column);
    this.read.push(`${this.#value(column)} as foreign_${n}`);
    this.read.push(`${this.#scope.bareKey(this.#definition.table, column)} as bare_${n}`);
    this.work.push(`${this.#scope.keyForm(type, `s.bare_${n}`)} as form_${n}`);
  }

  #orderOf(column: string): { order: DateOrder; isAssumed: boolean } {
    const { dates } = this.#scope.column(this.#definition.table, column);
    const { dateOrder } = this.#definition;
    if (dateOrder !== undefined) return { order: dateOrder, isAssumed: false };
    if (dates?.order === 'ambiguous') return { order: 'mdy', isAssumed: true };
    return { order: dates?.order ?? 'mdy', isAssumed: false };
  }
}
