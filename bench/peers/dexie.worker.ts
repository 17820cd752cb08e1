import Dexie, { type Collection, type Table } from 'dexie';
import { PAGE_ROWS, type Loaded, type PageRow, type Peer, type Summary } from './peer.js';
import { serve } from './remote.js';
import { readActivities, readPeople, type Person, type ScriptRow } from './script-rows.js';

type StoredRow = ScriptRow & { key: string };
type StoredPerson = Person & { customer: number };

class ActivityDatabase extends Dexie {
  declare people: Table<StoredPerson, string>;
  declare activities: Table<StoredRow, string>;

  constructor() {
    super('bench-dexie');
    this.version(1).stores({ people: 'key', activities: 'key, [customer+time]' });
  }
}

/** A record for each row under its key, and a compound index for the order; one bulk write for each chunk of a file. */
class DexiePeer implements Peer {
  readonly #database = new ActivityDatabase();

  async open(): Promise<void> {
    await this.#database.open();
  }

  async load(files: readonly File[]): Promise<Loaded> {
    const people = await readPeople(files);
    await this.#database.people.bulkAdd(people.map((person, customer) => ({ ...person, customer })));
    const shown = await readActivities(files, people, async (rows) => {
      await this.#database.activities.bulkAdd(rows.map((row) => ({ ...row, key: row.id })));
    });
    return { shown };
  }

  async find(customerKey: string): Promise<string> {
    return String((await this.#database.people.get(customerKey))?.customer);
  }

  page(customer: string): Promise<PageRow[]> {
    return this.#of(customer).reverse().limit(PAGE_ROWS).toArray();
  }

  async summary(customer: string): Promise<Summary> {
    const counts = new Map<string, number>();
    let total = 0;
    await this.#of(customer).each(({ type, time }) => {
      const key = `${type} ${new Date(time).toISOString().slice(0, 7)}`;
      counts.set(key, (counts.get(key) ?? 0) + 1);
      total++;
    });
    return { total };
  }

  async close(): Promise<void> {
    this.#database.close();
  }

  #of(customer: string): Collection<StoredRow, string> {
    const position = Number(customer);
    return this.#database.activities
      .where('[customer+time]')
      .between([position, Dexie.minKey], [position, Dexie.maxKey]);
  }
}

serve(new DexiePeer());
