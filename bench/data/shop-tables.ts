/** The activity tables of the invented shop: what each holds of all rows, and which columns become what. */
export const SHOP_TABLES = [
  { table: 'Orders', share: 0.4, type: 'SalesOrder', title: 'Kind', detail: 'Product', key: 'ContactId' },
  { table: 'Visits', share: 0.35, type: 'Visit', title: 'Page', detail: 'Referrer', key: 'ContactId' },
  { table: 'Mails', share: 0.15, type: 'Mail', title: 'Subject', detail: 'Campaign', key: 'AddressId' },
  { table: 'Cases', share: 0.1, type: 'Case', title: 'Topic', detail: 'Description', key: 'ContactId' },
] as const;

export type ShopTable = (typeof SHOP_TABLES)[number]['table'];

/** The customers: `ContactId,Name,Email,City`. */
export const PEOPLE = 'People';

/** The key table between mails and people: `AddressId,ContactId,Email`. */
export const ADDRESSES = 'Addresses';

export const CUSTOMER_KEY = (customer: number): string => `C-${1_000_000 + customer}`;
