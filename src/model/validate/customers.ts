import type { JsonPath } from '../json-pointer.js';
import type { ColumnException, Deduplication, MatchRule, RowPair, UnifiedField } from '../model.js';
import { nameKey } from '../names.js';
import type { Inspection } from './inspection.js';
import type { IssuePlace } from './issues.js';

const PLACE: IssuePlace = { step: 'customers' };

/** Fields that can move together, and sources of each (§ 9.5). */
const GROUP_FIELDS = 10;
const GROUP_SOURCES = 15;

/** How unified customers are made (§ 9): tables in order, match rules, fields. */
export function checkCustomers(inspection: Inspection): void {
  const { tables, rules, fields } = inspection.model.customers;
  if (tables.length === 0) inspection.report('customers-missing', PLACE, ['customers', 'tables'], {});
  checkTables(inspection);
  checkRules(inspection, rules);
  checkFields(inspection, fields);
  checkPairs(inspection);
}

function checkTables(inspection: Inspection): void {
  const seen = new Set<string>();
  for (const [i, customerTable] of inspection.model.customers.tables.entries()) {
    const { table, primaryKey, semantics, deduplication } = customerTable;
    const path = ['customers', 'tables', i];
    if (seen.has(table)) {
      const values = { table: inspection.label(table) };
      inspection.report('customer-table-taken', PLACE, [...path, 'table'], values);
    }
    seen.add(table);
    if (!inspection.checkTable(table, PLACE, [...path, 'table'])) continue;
    if (primaryKey === '') inspection.report('pk-missing', PLACE, [...path, 'primaryKey'], {});
    else inspection.checkColumn(table, primaryKey, PLACE, [...path, 'primaryKey']);
    for (const column of Object.keys(semantics ?? {})) {
      inspection.checkColumn(table, column, PLACE, [...path, 'semantics', column]);
    }
    if (deduplication !== undefined) {
      checkDeduplication(inspection, table, deduplication, [...path, 'deduplication']);
    }
  }
}

function checkRules(inspection: Inspection, rules: readonly MatchRule[]): void {
  const names = new Set<string>();
  for (const [i, rule] of rules.entries()) {
    const path = ['customers', 'rules', i];
    checkRuleName(inspection, names, rule.name, path);
    checkOrder(inspection, rule, path);
    checkConditions(inspection, { table: rule.table, with: rule.with }, rule, path);
  }
}

function checkRuleName(inspection: Inspection, names: Set<string>, name: string, path: JsonPath): void {
  if (name === '') inspection.report('rule-name-missing', PLACE, [...path, 'name'], {});
  else if (names.has(nameKey(name))) inspection.report('rule-name-taken', PLACE, [...path, 'name'], {});
  names.add(nameKey(name));
}

/** A condition of any rule; those between rows of one table have no second column. */
type AnyCondition = ColumnException & { withColumn?: string };

function checkConditions(
  inspection: Inspection,
  sides: { table: string; with: string },
  rule: { conditions: readonly AnyCondition[]; exceptions?: readonly (readonly AnyCondition[])[] },
  path: JsonPath,
): void {
  const lists = [
    { list: rule.conditions, at: [...path, 'conditions'] },
    ...(rule.exceptions ?? []).map((list, i) => ({ list, at: [...path, 'exceptions', i] })),
  ];
  for (const { list, at } of lists) {
    if (list.length === 0) inspection.report('rule-conditions-missing', PLACE, at, {});
    for (const [i, condition] of list.entries()) checkCondition(inspection, sides, condition, [...at, i]);
  }
}

function checkCondition(
  inspection: Inspection,
  sides: { table: string; with: string },
  { column, withColumn, precision = 100 }: AnyCondition,
  path: JsonPath,
): void {
  const columns = [{ table: sides.table, column, key: 'column' }];
  if (withColumn !== undefined) columns.push({ table: sides.with, column: withColumn, key: 'withColumn' });
  for (const { table, column: name, key } of columns) {
    if (!inspection.checkColumn(table, name, PLACE, [...path, key]) || precision === 100) continue;
    // Strings only; other types exact (§ 9.4).
    if (inspection.column(table, name)?.type === 'text') continue;
    inspection.report('precision-text-only', PLACE, [...path, 'precision'], { column: name });
    return;
  }
}

function checkDeduplication(
  inspection: Inspection,
  table: string,
  { rules, winner }: Deduplication,
  path: JsonPath,
): void {
  const names = new Set<string>();
  for (const [i, rule] of rules.entries()) {
    const at = [...path, 'rules', i];
    checkRuleName(inspection, names, rule.name, at);
    checkConditions(inspection, { table, with: table }, rule, at);
  }
  if (winner === undefined || winner.by === 'most-filled') return;
  checkRankColumn(inspection, table, winner.column, [...path, 'winner', 'column']);
}

/** The most and the least recent need a date or number column (§ 9.2). */
function checkRankColumn(
  inspection: Inspection,
  table: string,
  column: string | undefined,
  path: JsonPath,
): void {
  if (column === undefined || column === '') {
    inspection.report('rank-column-missing', PLACE, path, { table: inspection.label(table) });
    return;
  }
  if (!inspection.checkColumn(table, column, PLACE, path)) return;
  const type = inspection.column(table, column)?.type;
  if (type === 'text' || type === 'boolean') inspection.report('rank-column-type', PLACE, path, { column });
}

/** A pair names two rows of customer tables; one that is both always and never together is neither. */
function checkPairs(inspection: Inspection): void {
  const { alwaysMatch = [], neverMatch = [] } = inspection.model.customers;
  const always = new Set(alwaysMatch.map(pairKey));
  for (const [key, pairs] of [
    ['alwaysMatch', alwaysMatch],
    ['neverMatch', neverMatch],
  ] as const) {
    for (const [i, pair] of pairs.entries()) {
      const path = ['customers', key, i];
      checkCustomerTable(inspection, pair.table, [...path, 'table']);
      checkCustomerTable(inspection, pair.with, [...path, 'with']);
      if (key === 'neverMatch' && always.has(pairKey(pair))) {
        inspection.report('pair-conflict', PLACE, path, { key: pair.key, withKey: pair.withKey });
      }
    }
  }
}

function pairKey(pair: RowPair): string {
  const sides = [
    [pair.table, pair.key],
    [pair.with, pair.withKey],
  ];
  return JSON.stringify(sides.map((side) => JSON.stringify(side)).sort());
}

/** A table matches only tables above it (§ 9.3). */
function checkOrder(inspection: Inspection, rule: MatchRule, path: readonly (string | number)[]): void {
  const order = inspection.model.customers.tables.map(({ table }) => table);
  const isTable = checkCustomerTable(inspection, rule.table, [...path, 'table']);
  const isWith = checkCustomerTable(inspection, rule.with, [...path, 'with']);
  if (isTable && isWith && order.indexOf(rule.with) >= order.indexOf(rule.table)) {
    inspection.report('rule-order', PLACE, [...path, 'with'], { table: inspection.label(rule.table) });
  }
}

function checkFields(inspection: Inspection, fields: readonly UnifiedField[]): void {
  const names = new Set<string>();
  for (const [i, { name, sources, merge = 'importance' }] of fields.entries()) {
    const path = ['customers', 'fields', i];
    if (name === '') inspection.report('field-name-missing', PLACE, [...path, 'name'], {});
    else if (names.has(nameKey(name))) inspection.report('field-name-taken', PLACE, [...path, 'name'], {});
    names.add(nameKey(name));
    if (sources.length === 0) {
      inspection.report('field-sources-missing', PLACE, [...path, 'sources'], { field: name });
    }
    for (const [j, { table, column, by }] of sources.entries()) {
      const at = [...path, 'sources', j];
      if (!checkCustomerTable(inspection, table, [...at, 'table'])) continue;
      inspection.checkColumn(table, column, PLACE, [...at, 'column']);
      if (merge !== 'importance') checkRankColumn(inspection, table, by, [...at, 'by']);
    }
  }
  checkGroups(inspection, fields);
}

/** Fields that move together have their sources in the same tables, in the same order (§ 9.5). */
function checkGroups(inspection: Inspection, fields: readonly UnifiedField[]): void {
  const groups = new Map<string, { leader: UnifiedField; count: number }>();
  for (const [i, field] of fields.entries()) {
    if (field.group === undefined) continue;
    const path = ['customers', 'fields', i, 'group'];
    const group = groups.get(field.group) ?? { leader: field, count: 0 };
    groups.set(field.group, { ...group, count: group.count + 1 });
    const isLike =
      orderOf(field) === orderOf(group.leader) &&
      (field.merge ?? 'importance') === (group.leader.merge ?? 'importance');
    if (!isLike) inspection.report('group-differs', PLACE, path, { group: field.group });
    if (group.count === GROUP_FIELDS || field.sources.length > GROUP_SOURCES) {
      const limits = { fields: GROUP_FIELDS, sources: GROUP_SOURCES };
      inspection.report('group-too-large', PLACE, path, { group: field.group, ...limits });
    }
  }
}

function orderOf({ sources }: UnifiedField): string {
  return JSON.stringify(sources.map(({ table }) => table));
}

function checkCustomerTable(
  inspection: Inspection,
  table: string,
  path: readonly (string | number)[],
): boolean {
  if (inspection.isCustomerTable(table)) return true;
  inspection.report('customer-table-unknown', PLACE, path, { table: inspection.label(table) });
  return false;
}
