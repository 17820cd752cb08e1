import type { ActivityModel } from '../../src/model/model.js';
import type { CustomerProposal } from '../app/propose-customers.js';
import { addContactTable, setKind } from './contact-edits.js';
import { addCustomerTable, addRule } from './unify-edits.js';

/** A model whose customers, and contacts, are those of a proposal; tables after the first join it by a rule each. */
export function applyProposal(model: ActivityModel, proposal: CustomerProposal): ActivityModel {
  const tables = proposal.customers.map(({ table }) => table);
  let customers: ActivityModel['customers'] = { ...model.customers, tables: [], rules: [] };
  for (const [place, table] of tables.entries()) {
    customers = addCustomerTable(customers, table, proposal.kind);
    if (place > 0) customers = addRule(customers, tables);
  }
  const [account] = customers.tables;
  return proposal.contacts.reduce(
    (known, { table, account: column }) =>
      account ? addContactTable(known, table, { column, table: account.table }) : known,
    setKind({ ...model, customers }, proposal.kind),
  );
}
