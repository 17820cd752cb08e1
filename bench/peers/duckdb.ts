import {
  AsyncDuckDB,
  DuckDBAccessMode,
  DuckDBDataProtocol,
  VoidLogger,
  type AsyncDuckDBConnection,
  type AsyncPreparedStatement,
} from '@duckdb/duckdb-wasm';
import workerUrl from '@duckdb/duckdb-wasm/dist/duckdb-browser-eh.worker.js?url';
import wasmUrl from '@duckdb/duckdb-wasm/dist/duckdb-eh.wasm?url';
import { ADDRESSES, PEOPLE, SHOP_TABLES } from '../data/shop-tables.js';
import { PAGE_ROWS, type Loaded, type PageRow, type Peer, type Summary } from './peer.js';

/** DuckDB in its worker on an OPFS file; it reads the files and does the whole job itself, in SQL. */
export class DuckDbPeer implements Peer {
  #database: AsyncDuckDB | null = null;
  #connection: AsyncDuckDBConnection | null = null;
  #page: AsyncPreparedStatement | null = null;
  #summary: AsyncPreparedStatement | null = null;

  async open(): Promise<void> {
    this.#database = new AsyncDuckDB(new VoidLogger(), new Worker(workerUrl));
    await this.#database.instantiate(wasmUrl);
    await this.#database.open({ path: 'opfs://bench.duckdb', accessMode: DuckDBAccessMode.READ_WRITE });
    this.#connection = await this.#database.connect();
    const known = await this.#query("SELECT 1 FROM duckdb_tables() WHERE table_name = 'activity'");
    if (known.length > 0) await this.#prepare();
  }

  async load(files: readonly File[]): Promise<Loaded> {
    for (const file of files) {
      await this.#database?.registerFileHandle(file.name, file, DuckDBDataProtocol.BROWSER_FILEREADER, true);
    }
    await this.#query(`CREATE TABLE people AS
      SELECT row_number() OVER () - 1 AS customer, ContactId AS key, Name AS name, Email AS email, City AS city
      FROM ${csv(PEOPLE)}`);
    await this.#query(`CREATE TEMP TABLE addresses AS
      SELECT AddressId AS key, customer FROM ${csv(ADDRESSES)} JOIN people ON people.key = ContactId`);
    for (const { table } of SHOP_TABLES) {
      await this.#query(
        `CREATE TEMP TABLE "${table}" AS SELECT *, row_number() OVER () AS line FROM ${csv(table)}`,
      );
    }
    const parts = SHOP_TABLES.map(
      ({ table, type, title, detail, key }) => `
        SELECT k.customer, epoch_ms(TRY_CAST("At" AS TIMESTAMP)) AS time, '${type}' AS type, Id AS id,
          "${title}" AS title, "${detail}" AS detail, Link AS url
        FROM "${table}" JOIN ${key === 'AddressId' ? 'addresses' : 'people'} k ON k.key = "${key}"
        WHERE time IS NOT NULL AND line IN (SELECT min(line) FROM "${table}" GROUP BY Id)`,
    );
    await this.#query(`CREATE TABLE activity AS ${parts.join(' UNION ALL ')} ORDER BY customer, time`);
    for (const { table } of SHOP_TABLES) await this.#query(`DROP TABLE "${table}"`);
    await this.#query('CHECKPOINT');
    const [{ shown }] = await this.#query('SELECT count(*)::INTEGER AS shown FROM activity');
    await this.#prepare();
    return { shown: Number(shown) };
  }

  async find(customerKey: string): Promise<string> {
    const [{ customer }] = await this.#query(
      `SELECT customer::INTEGER AS customer FROM people WHERE key = '${customerKey}'`,
    );
    return String(customer);
  }

  async page(customer: string): Promise<PageRow[]> {
    return (await rowsOf(this.#page, customer)) as unknown as PageRow[];
  }

  async summary(customer: string): Promise<Summary> {
    const counts = await rowsOf(this.#summary, customer);
    return { total: counts.reduce((sum, { count }) => sum + Number(count), 0) };
  }

  async close(): Promise<void> {
    await this.#page?.close();
    await this.#summary?.close();
    await this.#connection?.close();
    await this.#database?.terminate();
  }

  async #prepare(): Promise<void> {
    this.#page =
      (await this.#connection?.prepare(
        `SELECT time::DOUBLE AS time, type, title, detail, url FROM activity
      WHERE customer = ? ORDER BY time DESC LIMIT ${PAGE_ROWS}`,
      )) ?? null;
    this.#summary =
      (await this.#connection?.prepare(
        `SELECT type, strftime(make_timestamp(time * 1000), '%Y-%m') AS month, count(*)::INTEGER AS count
      FROM activity WHERE customer = ? GROUP BY type, month`,
      )) ?? null;
  }

  async #query(sql: string): Promise<Record<string, unknown>[]> {
    const result = await this.#connection?.query(sql);
    return result?.toArray().map((row: { toJSON(): Record<string, unknown> }) => row.toJSON()) ?? [];
  }
}

function csv(table: string): string {
  return `read_csv('${table}.csv', header = true, all_varchar = true, delim = ',', quote = '"', escape = '"')`;
}

async function rowsOf(
  statement: AsyncPreparedStatement | null,
  customer: string,
): Promise<Record<string, unknown>[]> {
  const result = await statement?.query(Number(customer));
  return result?.toArray().map((row: { toJSON(): Record<string, unknown> }) => row.toJSON()) ?? [];
}
