import { expect } from 'chai';
import { proposePath } from '../../../src/elements/activity-wizard/propose-path.js';
import type { ModelAdapter } from '../../../src/model/model-adapter.js';
import { emptyModel, type ActivityModel, type ColumnType } from '../../../src/model/model.js';
import type { TableInfo } from '../../../src/model/tables.js';
import { worldAdapter } from '../support/model-world.js';

const table = (columns: Record<string, ColumnType>): TableInfo => ({
  name: 'Shop_Orders',
  source: 'Shop',
  table: 'Orders',
  rows: 4,
  setAside: 0,
  columns: Object.entries(columns).map(([name, type]) => ({ name, type, empty: 0 })),
  importedAt: 0,
});

const model: ActivityModel = {
  ...emptyModel(),
  tables: [
    {
      name: 'Crm_Customers',
      source: 'Crm',
      table: 'Customers',
      columns: [
        { name: 'No', type: 'number' },
        { name: 'E-Mail', type: 'text' },
      ],
    },
  ],
  customers: {
    tables: [{ table: 'Crm_Customers', primaryKey: 'No', includeAll: true }],
    rules: [],
    fields: [],
  },
};

/** Of four rows so many are found, by `column → target column`. */
function finding(found: Record<string, number>): ModelAdapter {
  return worldAdapter({
    profileColumn: async (of, column, { target } = {}) => ({
      ...(await worldAdapter().profileColumn(of, column)),
      ...(target && {
        target: {
          rows: 4,
          found: found[`${column} → ${target.column}`] ?? 0,
          empty: 0,
          missing: 0,
          missingKeys: 0,
          examples: [],
          hiddenTargets: 0,
        },
      }),
    }),
  });
}

async function proposed(
  columns: Record<string, ColumnType>,
  found: Record<string, number>,
): Promise<unknown> {
  const path = await proposePath(finding(found), table(columns), { model }, {});
  return path?.hops.map(({ from, to }) => `${from.column} → ${to.table}.${to.column}`);
}

describe('the path that is proposed', () => {
  it('begins at the column that is named like its target, however many of another are found by chance', async () => {
    const columns = { Code: 'number', CustomerNo: 'number' } as const;
    expect(await proposed(columns, { 'Code → No': 4, 'CustomerNo → No': 3 })).to.deep.equal([
      'CustomerNo → Crm_Customers.No',
    ]);
  });

  it('begins at no quantity', async () => {
    expect(await proposed({ Quantity: 'number' }, { 'Quantity → No': 4 })).to.equal(undefined);
  });

  it('goes by e-mail where no key leads to a customer', async () => {
    const columns = { 'Requester email': 'text', CustomerNo: 'number' } as const;
    const found = { 'Requester email → E-Mail': 4, 'CustomerNo → No': 1 };
    expect(await proposed(columns, found)).to.deep.equal(['Requester email → Crm_Customers.E-Mail']);
    expect(await proposed(columns, { ...found, 'CustomerNo → No': 2 })).to.deep.equal([
      'CustomerNo → Crm_Customers.No',
    ]);
  });
});
