import Papa from 'papaparse';
import { ADDRESSES, PEOPLE, SHOP_TABLES } from '../data/shop-tables.js';
import { fileOf } from './tables.js';

/** A row as an application's own script makes it for a database that has no reader of CSV. */
export interface ScriptRow {
  id: string;
  /** Position of the customer in {@link readPeople}'s answer. */
  customer: number;
  /** Milliseconds since 1970. */
  time: number;
  type: string;
  title: string;
  detail: string;
  url: string;
}

export interface Person {
  key: string;
  name: string;
  email: string;
  city: string;
}

type Fields = Record<string, string>;

export async function readPeople(files: readonly File[]): Promise<Person[]> {
  const people: Person[] = [];
  await readCsv(fileOf(files, PEOPLE), async (rows) => {
    for (const { ContactId, Name, Email, City } of rows) {
      people.push({ key: ContactId, name: Name, email: Email, city: City });
    }
  });
  return people;
}

/**
 * Reads all activities: papaparse in chunks, a Set against duplicate keys, a Map as join. `take` gets the rows of a
 * chunk that can be shown; the next one is read when it is done.
 */
export async function readActivities(
  files: readonly File[],
  people: readonly Person[],
  take: (rows: ScriptRow[]) => Promise<void>,
): Promise<number> {
  const customers = new Map(people.map(({ key }, position) => [key, position]));
  const addresses = new Map<string, number>();
  await readCsv(fileOf(files, ADDRESSES), async (rows) => {
    for (const { AddressId, ContactId } of rows) {
      const customer = customers.get(ContactId);
      if (customer !== undefined) addresses.set(AddressId, customer);
    }
  });
  let shown = 0;
  for (const { table, type, title, detail, key } of SHOP_TABLES) {
    const targets = key === 'AddressId' ? addresses : customers;
    const seen = new Set<string>();
    await readCsv(fileOf(files, table), async (chunk) => {
      const rows: ScriptRow[] = [];
      for (const row of chunk) {
        if (seen.has(row.Id)) continue;
        seen.add(row.Id);
        const time = Date.parse(row.At);
        const customer = targets.get(row[key]);
        if (customer === undefined || Number.isNaN(time)) continue;
        rows.push({
          id: row.Id,
          customer,
          time,
          type,
          title: row[title],
          detail: row[detail],
          url: row.Link,
        });
      }
      shown += rows.length;
      await take(rows);
    });
  }
  return shown;
}

function readCsv(file: File, take: (rows: Fields[]) => Promise<void>): Promise<void> {
  return new Promise((resolve, reject) => {
    Papa.parse<Fields, File>(file, {
      header: true,
      skipEmptyLines: true,
      chunk: ({ data }, parser) => {
        parser.pause();
        take(data).then(() => parser.resume(), reject);
      },
      complete: () => resolve(),
      error: reject,
    });
  });
}
