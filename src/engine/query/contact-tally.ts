import { compareText } from '../../model/text-order.js';
import type { ContactSummary } from '../../model/activity.js';
import { ByteList } from '../store/byte-list.js';
import { ByteTable } from '../store/byte-table.js';
import type { ChunkContacts } from '../store/activity-chunk.js';

/** Counts a customer's rows by contact; codes of several chunks meet by key. */
export class ContactTally {
  /** Some activity of the customer has a definition with contacts (D 47). */
  isMapped = false;
  #withoutContact = 0;
  /** By code of the key; keys and names stay bytes until they are told. */
  readonly #keys = new ByteTable();
  readonly #names = new ByteList();
  readonly #counts: number[] = [];

  /** Adds rows counted by code: 0 for none, else the place in the lists plus one. */
  add(contacts: Pick<ChunkContacts, 'keys' | 'names'> | null, counts: Uint32Array): void {
    this.#withoutContact += counts[0];
    if (contacts === null) return;
    const { keys, names } = contacts;
    for (let i = 0; i < keys.length; i++) {
      if (counts[i + 1] === 0) continue;
      const known = this.#counts.length;
      const contact = this.#keys.intern(keys.bytes, keys.offsets[i], keys.offsets[i + 1]);
      if (contact === known) {
        this.#names.push(names.bytes, names.offsets[i], names.offsets[i + 1]);
        this.#counts.push(0);
      }
      this.#counts[contact] += counts[i + 1];
    }
  }

  /** Those without a contact first, if there are any, then by name. */
  summary(): ContactSummary[] {
    const contacts = this.#counts.map((count, i) => ({
      contactId: this.#keys.items.text(i),
      name: this.#names.text(i),
      count,
    }));
    contacts.sort((a, b) => compareText(a.name, b.name) || compareText(a.contactId, b.contactId));
    if (this.#withoutContact === 0) return contacts;
    return [{ contactId: null, name: '', count: this.#withoutContact }, ...contacts];
  }
}
