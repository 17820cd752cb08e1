import { expect } from 'chai';
import fc from 'fast-check';
import {
  addCustomerTable,
  addRule,
  moveCustomerTable,
  removeCustomerTable,
} from '../../demo/parts/unify-edits.js';
import { emptyModel, type CustomerUnification } from '../../src/model/model.js';
import type { TableInfo } from '../../src/model/tables.js';

const tableInfo = (name: string, columns: string[]): TableInfo => ({
  name,
  source: 'Test',
  table: name,
  rows: 0,
  setAside: 0,
  columns: columns.map((column) => ({ name: column, type: 'text', empty: 0 })),
  importedAt: 0,
});

const tables = [
  tableInfo('A', ['Id', 'EMail', 'Town']),
  tableInfo('B', ['Id', 'e-mail']),
  tableInfo('C', ['Id', 'Town']),
];

const unified = (): CustomerUnification =>
  tables.reduce(
    (customers, info) => addCustomerTable(customers, info, 'individuals'),
    emptyModel().customers,
  );

describe('edits of the customer tables', () => {
  it('leave rules that point upwards, wherever a table is moved', () => {
    const moves = fc.array(
      fc.record({ table: fc.constantFrom('A', 'B', 'C'), to: fc.integer({ min: 0, max: 2 }) }),
    );
    fc.assert(
      fc.property(moves, (steps) => {
        const moved = steps.reduce(
          (customers, { table, to }) => moveCustomerTable(customers, table, to),
          addRule(unified(), tables),
        );
        const order = moved.tables.map(({ table }) => table);
        expect([...order].sort()).to.deep.equal(['A', 'B', 'C']);
        for (const rule of moved.rules)
          expect(order.indexOf(rule.with)).to.be.below(order.indexOf(rule.table));
      }),
    );
  });

  it('turn the columns of a rule together with its tables', () => {
    const before = addRule(removeCustomerTable(unified(), 'C'), tables);
    expect(before.rules[0]).to.include({ table: 'B', with: 'A' });
    expect(before.rules[0].conditions[0]).to.include({ column: 'e-mail', withColumn: 'EMail' });
    const after = moveCustomerTable(before, 'B', 0);
    expect(after.rules[0]).to.include({ table: 'A', with: 'B' });
    expect(after.rules[0].conditions[0]).to.include({ column: 'EMail', withColumn: 'e-mail' });
  });

  it('propose columns of the same meaning for a new rule, not the keys', () => {
    expect(addRule(unified(), tables).rules[0].conditions[0]).to.include({
      column: 'Town',
      withColumn: 'Town',
    });
  });

  it('take the rules of a removed table with it', () => {
    const customers = removeCustomerTable(addRule(unified(), tables), 'C');
    expect(customers.tables.map(({ table }) => table)).to.deep.equal(['A', 'B']);
    expect(customers.rules).to.deep.equal([]);
  });

  it('add no rule where there is nothing to match with', () => {
    const alone = addCustomerTable(emptyModel().customers, tables[0], 'individuals');
    expect(addRule(alone, tables)).to.equal(alone);
  });

  it('never give two rules the same name', () => {
    let customers = addRule(addRule(unified(), tables), tables);
    customers = addRule({ ...customers, rules: customers.rules.slice(1) }, tables);
    const names = customers.rules.map(({ name }) => name);
    expect(new Set(names).size).to.equal(names.length);
  });
});
