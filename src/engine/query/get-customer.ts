import type { CustomerProfile, ProfileField, SourceKey } from '../../model/activity.js';
import { formatId, parseId } from '../../model/ids.js';
import { unpackCustomers } from '../store/customer-chunk.js';
import type { CustomerSegment } from '../store/records.js';
import type { View } from '../store/storage.js';

/** The profile of a customer, by one look into the B-tree; null when there is none of that id. */
export async function getCustomer(
  view: View,
  segment: CustomerSegment,
  customerId: string,
): Promise<CustomerProfile | null> {
  const id = parseId(customerId);
  if (id === null) return null;
  const chunk = await view.first([segment.segment, id], [segment.segment, []]);
  if (chunk === undefined) return null;
  const { ids, texts } = unpackCustomers(chunk);
  const position = positionOf(ids, customerId);
  if (position < 0) return null;
  const [names, keys, ...values] = texts;
  const fields = segment.fields
    .map(({ name, semantic }, i): ProfileField => {
      const value = values[i].text(position);
      return { name, value, ...(semantic === undefined ? {} : { semantic }) };
    })
    .filter(({ value }) => value !== '');
  return {
    customerId,
    name: names.text(position),
    fields,
    keys: JSON.parse(keys.text(position)) as SourceKey[],
  };
}

function positionOf(ids: Uint8Array, customerId: string): number {
  for (let i = 0; i < ids.length / 16; i++) {
    if (formatId(ids.subarray(i * 16, i * 16 + 16)) === customerId) return i;
  }
  return -1;
}
