import type { CustomerContact } from '../../model/activity.js';
import { parseId } from '../../model/ids.js';
import { compareText } from '../../model/text-order.js';
import { compareBytes } from '../store/byte-list.js';
import { unpackContacts } from '../store/contact-chunk.js';
import type { ContactOutput } from '../store/records.js';
import type { ChunkKey, View } from '../store/storage.js';

/** The contacts of an account by name. Reads only the chunks that hold them. */
export async function readContacts(
  view: View,
  { segment, attributes }: ContactOutput,
  customerId: string,
): Promise<CustomerContact[]> {
  const id = parseId(customerId);
  if (id === null) return [];
  const found: CustomerContact[] = [];
  let from: ChunkKey = [segment, id];
  for (;;) {
    const chunk = await view.first(from, [segment, []]);
    if (chunk === undefined) break;
    const { length, lastSequence, accounts, ...texts } = unpackContacts(chunk);
    let isOurs = false;
    for (let i = 0; i < length; i++) {
      isOurs = compareBytes(accounts, i * 16, i * 16 + 16, id, 0, 16) === 0;
      if (!isOurs) continue;
      found.push({
        contactId: texts.keys.text(i),
        name: texts.names.text(i),
        fields: attributes
          .map((name, list) => ({ name, value: texts.attributes[list].text(i) }))
          .filter(({ value }) => value.trim() !== ''),
      });
    }
    if (!isOurs) break;
    from = [segment, id, lastSequence + 1];
  }
  return found.sort((a, b) => compareText(a.name, b.name) || compareText(a.contactId, b.contactId));
}
