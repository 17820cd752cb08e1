import type { MatchRule, UnifiedField } from '../model.js';
import { nameKey } from '../names.js';
import type { Inspection } from './inspection.js';
import type { IssuePlace } from './issues.js';

const PLACE: IssuePlace = { step: 'customers' };

/** How unified customers are made (§ 9): tables in order, match rules, fields. */
export function checkCustomers(inspection: Inspection): void {
  const { tables, rules, fields } = inspection.model.customers;
  if (tables.length === 0) inspection.report('customers-missing', PLACE, ['customers', 'tables'], {});
  checkTables(inspection);
  checkRules(inspection, rules);
  checkFields(inspection, fields);
}

function checkTables(inspection: Inspection): void {
  const seen = new Set<string>();
  for (const [i, { table, primaryKey, semantics }] of inspection.model.customers.tables.entries()) {
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
  }
}

function checkRules(inspection: Inspection, rules: readonly MatchRule[]): void {
  const names = new Set<string>();
  for (const [i, rule] of rules.entries()) {
    const path = ['customers', 'rules', i];
    const key = nameKey(rule.name);
    if (rule.name === '') inspection.report('rule-name-missing', PLACE, [...path, 'name'], {});
    else if (names.has(key)) inspection.report('rule-name-taken', PLACE, [...path, 'name'], {});
    names.add(key);
    checkOrder(inspection, rule, path);
    if (rule.conditions.length === 0) {
      inspection.report('rule-conditions-missing', PLACE, [...path, 'conditions'], {});
    }
    for (const [j, { column, withColumn }] of rule.conditions.entries()) {
      const at = [...path, 'conditions', j];
      inspection.checkColumn(rule.table, column, PLACE, [...at, 'column']);
      inspection.checkColumn(rule.with, withColumn, PLACE, [...at, 'withColumn']);
    }
  }
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
  for (const [i, { name, sources }] of fields.entries()) {
    const path = ['customers', 'fields', i];
    if (name === '') inspection.report('field-name-missing', PLACE, [...path, 'name'], {});
    else if (names.has(nameKey(name))) inspection.report('field-name-taken', PLACE, [...path, 'name'], {});
    names.add(nameKey(name));
    if (sources.length === 0) {
      inspection.report('field-sources-missing', PLACE, [...path, 'sources'], { field: name });
    }
    for (const [j, { table, column }] of sources.entries()) {
      const at = [...path, 'sources', j];
      if (checkCustomerTable(inspection, table, [...at, 'table'])) {
        inspection.checkColumn(table, column, PLACE, [...at, 'column']);
      }
    }
  }
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
