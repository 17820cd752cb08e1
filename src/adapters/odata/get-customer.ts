import type { CustomerProfile } from '../../model/activity.js';
import { readKeyRing } from './alternate-keys.js';
import { queryText, textLiteral } from './literals.js';
import type { ODataClient } from './odata-client.js';
import type { ODataService } from './odata-service.js';
import { textOf } from './read-row.js';

/** A customer with all columns that have a value, and its source keys. Null when there is none of that id. */
export async function getCustomer(
  client: ODataClient,
  service: ODataService,
  customerId: string,
  signal: AbortSignal | undefined,
): Promise<CustomerProfile | null> {
  signal?.throwIfAborted();
  const { customers } = service;
  if (!customers) return null;
  const { columns, set } = customers;
  const filter = `${columns.customerId} eq ${textLiteral(customerId)}`;
  const [{ rows }, keys] = await Promise.all([
    client.get(client.address(set, queryText({ $filter: filter, $top: '1' })), { signal }),
    readKeyRing(client, service, customerId, signal),
  ]);
  const [row] = rows;
  if (!row) return null;
  const fields = Object.entries(row).flatMap(([name, value]) => {
    const text = textOf(value);
    // Names with "@" are the service's own remarks.
    return text === '' || name.includes('@') || name === columns.customerId ? [] : [{ name, value: text }];
  });
  const name = (columns.name ?? [])
    .map((column) => textOf(row[column]))
    .filter(Boolean)
    .join(' ');
  return { customerId, name: name || keys[0]?.preferredKey || customerId, fields, keys };
}
