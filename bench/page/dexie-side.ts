import Dexie, { type Table } from 'dexie';
import Papa from 'papaparse';
import { ACTIVITY_TABLES, type BenchTables } from './data.js';

interface Activity {
  key: string;
  customer: string;
  time: number;
  type: string;
  title: string;
  detail: string;
  url: string;
}

class ActivityDatabase extends Dexie {
  declare activities: Table<Activity, string>;

  constructor() {
    super('bench-dexie');
    this.version(1).stores({ activities: 'key, [customer+time]' });
  }
}

export interface DexieSide {
  database: ActivityDatabase;
  loadMs: number;
  shown: number;
}

/**
 * The same job with a well-kept library for each part: papaparse reads, a Map joins, Dexie stores a record for each
 * row with a compound index, in one bulk write for each table.
 */
export async function loadIntoDexie(tables: BenchTables): Promise<DexieSide> {
  const database = new ActivityDatabase();
  await database.delete();
  await database.open();
  const started = performance.now();
  const customers = new Set(read(tables.customers).map(({ ContactId }) => ContactId.trim().toLowerCase()));
  let shown = 0;
  for (const { table, type, title, detail } of ACTIVITY_TABLES) {
    const seen = new Set<string>();
    const rows: Activity[] = [];
    for (const row of read(tables.activities[table])) {
      const customer = row.ContactId.trim().toLowerCase();
      const time = Date.parse(row.At);
      if (seen.has(row.Id)) continue;
      seen.add(row.Id);
      if (Number.isNaN(time) || !customers.has(customer)) continue;
      rows.push({ key: row.Id, customer, time, type, title: row[title], detail: row[detail], url: row.Link });
    }
    await database.activities.bulkAdd(rows);
    shown += rows.length;
  }
  return { database, loadMs: performance.now() - started, shown };
}

export function readPage({ database }: DexieSide, customer: string): Promise<Activity[]> {
  return database.activities
    .where('[customer+time]')
    .between([customer, Dexie.minKey], [customer, Dexie.maxKey])
    .reverse()
    .limit(50)
    .toArray();
}

function read(text: string): Record<string, string>[] {
  return Papa.parse<Record<string, string>>(text, { header: true, skipEmptyLines: true }).data;
}
