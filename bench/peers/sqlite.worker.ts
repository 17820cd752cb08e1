import sqlite3InitModule, { type Database, type Pool, type Statement } from '@sqlite.org/sqlite-wasm';
import { PAGE_ROWS, type Loaded, type PageRow, type Peer, type Summary } from './peer.js';
import { serve } from './remote.js';
import { readActivities, readPeople } from './script-rows.js';

/** SQLite on its pool of OPFS files, the fastest of its storages in a browser. */
class SqlitePeer implements Peer {
  #pool: Pool | null = null;
  #database: Database | null = null;
  #page: Statement | null = null;
  #summary: Statement | null = null;

  async open(): Promise<void> {
    const sqlite3 = await sqlite3InitModule();
    this.#pool = await sqlite3.installOpfsSAHPoolVfs({ initialCapacity: 6 });
    this.#database = new this.#pool.OpfsSAHPoolDb('/bench.sqlite3');
    this.#database.exec(
      'PRAGMA synchronous = NORMAL; PRAGMA temp_store = MEMORY; PRAGMA cache_size = -131072;',
    );
    if (this.#database.selectValue("SELECT 1 FROM sqlite_schema WHERE name = 'activity'") === 1)
      this.#prepare();
  }

  /** One transaction; the index is made when all rows are in, which is faster than to keep it up. */
  async load(files: readonly File[]): Promise<Loaded> {
    const database = this.#opened();
    database.exec(`BEGIN;
      CREATE TABLE people (customer INTEGER PRIMARY KEY, key TEXT, name TEXT, email TEXT, city TEXT);
      CREATE TABLE activity (customer INTEGER, time INTEGER, type TEXT, id TEXT, title TEXT, detail TEXT, url TEXT);`);
    const people = await readPeople(files);
    const addPerson = database.prepare('INSERT INTO people VALUES (?, ?, ?, ?, ?)');
    people.forEach(({ key, name, email, city }, position) =>
      addPerson.bind([position, key, name, email, city]).stepReset(),
    );
    addPerson.finalize();
    const addRow = database.prepare('INSERT INTO activity VALUES (?, ?, ?, ?, ?, ?, ?)');
    const shown = await readActivities(files, people, async (rows) => {
      for (const { customer, time, type, id, title, detail, url } of rows) {
        addRow.bind([customer, time, type, id, title, detail, url]).stepReset();
      }
    });
    addRow.finalize();
    database.exec(`CREATE INDEX people_key ON people (key);
      CREATE INDEX activity_order ON activity (customer, time);
      COMMIT;`);
    this.#prepare();
    return { shown };
  }

  async find(customerKey: string): Promise<string> {
    return String(this.#opened().selectValue('SELECT customer FROM people WHERE key = ?', [customerKey]));
  }

  async page(customer: string): Promise<PageRow[]> {
    return rowsOf(this.#page, customer) as unknown as PageRow[];
  }

  async summary(customer: string): Promise<Summary> {
    const counts = rowsOf(this.#summary, customer);
    return { total: counts.reduce((sum, { count }) => sum + Number(count), 0) };
  }

  async close(): Promise<void> {
    this.#page?.finalize();
    this.#summary?.finalize();
    this.#opened().close();
    this.#pool?.pauseVfs();
  }

  #prepare(): void {
    const database = this.#opened();
    this.#page = database.prepare(
      `SELECT time, type, title, detail, url FROM activity WHERE customer = ? ORDER BY time DESC LIMIT ${PAGE_ROWS}`,
    );
    this.#summary = database.prepare(
      `SELECT type, strftime('%Y-%m', time / 1000, 'unixepoch') AS month, count(*) AS count
      FROM activity WHERE customer = ? GROUP BY type, month`,
    );
  }

  #opened(): Database {
    if (this.#database === null) throw new Error('The database is not open.');
    return this.#database;
  }
}

function rowsOf(statement: Statement | null, customer: string): Record<string, unknown>[] {
  const rows: Record<string, unknown>[] = [];
  statement?.bind([Number(customer)]);
  while (statement?.step() === true) rows.push(statement.get({}));
  statement?.reset();
  return rows;
}

serve(new SqlitePeer());
