import type { CustomerUnification } from '../../src/model/model.js';

export type CustomersEdit = (customers: CustomerUnification) => CustomerUnification;

/** A person changed how customers are made. `done` says what happened, for the notice. */
export class CustomersEditEvent extends CustomEvent<{
  readonly change: CustomersEdit;
  readonly done?: string;
}> {
  constructor(change: CustomersEdit, done?: string) {
    super('customersedit', { bubbles: true, detail: { change, ...(done !== undefined && { done }) } });
  }
}
