import { compareText } from '../../model/text-order.js';
import type { ContactSummary } from '../../model/activity.js';
import type { ChunkContacts } from '../store/activity-chunk.js';

/** Counts a customer's rows by contact; codes of several chunks meet by key. */
export class ContactTally {
  /** Some activity of the customer has a definition with contacts (D 47). */
  isMapped = false;
  #withoutContact = 0;
  readonly #contacts = new Map<string, { name: string; count: number }>();

  /** Adds rows counted by code: 0 for none, else the place in the lists plus one. */
  add(contacts: Pick<ChunkContacts, 'keys' | 'names'> | null, counts: Uint32Array): void {
    this.#withoutContact += counts[0];
    if (contacts === null) return;
    for (let code = 1; code < counts.length; code++) {
      if (counts[code] === 0) continue;
      const key = contacts.keys.text(code - 1);
      const known = this.#contacts.get(key);
      if (known !== undefined) known.count += counts[code];
      else this.#contacts.set(key, { name: contacts.names.text(code - 1), count: counts[code] });
    }
  }

  /** Those without a contact first, if there are any, then by name. */
  summary(): ContactSummary[] {
    const contacts = [...this.#contacts].map(([contactId, rest]): ContactSummary => ({ contactId, ...rest }));
    contacts.sort((a, b) => compareText(a.name, b.name) || compareText(a.contactId ?? '', b.contactId ?? ''));
    if (this.#withoutContact === 0) return contacts;
    return [{ contactId: null, name: '', count: this.#withoutContact }, ...contacts];
  }
}
