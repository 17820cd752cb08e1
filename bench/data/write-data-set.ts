import { mkdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { wideCustomers, widePurchases, wideReviews, type WideOptions } from './contoso-like.js';
import { ADDRESSES, PEOPLE, SHOP_TABLES } from './shop-tables.js';
import { activityLines, addressLines, peopleLines, type ShopOptions } from './shop.js';
import { writeLines, writeRows } from './write-file.js';

/** Files of one data set; the table is the file's name without its ending. */
export interface DataSet {
  /** Activity rows in it. */
  rows: number;
  customers: number;
  bytes: number;
  paths: string[];
}

const SEED = 20_240_501;

/** The invented shop; `one customer` has all the rows when `customers` is 1. */
export async function writeShop(folder: string, rows: number, customers: number): Promise<DataSet> {
  const options: ShopOptions = { rows, customers, seed: SEED };
  await mkdir(folder, { recursive: true });
  const files: [string, Iterable<string>][] = [
    [PEOPLE, peopleLines(options)],
    [ADDRESSES, addressLines(options)],
    ...SHOP_TABLES.map(({ table }): [string, Iterable<string>] => [table, activityLines(table, options)]),
  ];
  const paths: string[] = [];
  for (const [table, lines] of files) {
    const path = join(folder, `${table}.csv`);
    await writeLines(path, lines);
    paths.push(path);
  }
  return { rows, customers, bytes: await sizeOf(paths), paths };
}

/** The orders again, one row in a hundred changed. */
export async function writeChangedOrders(folder: string, { rows, customers }: DataSet): Promise<string> {
  await mkdir(folder, { recursive: true });
  const path = join(folder, 'Orders.csv');
  await writeLines(path, activityLines('Orders', { rows, customers, seed: SEED }, 100));
  return path;
}

/** Wide customers with their purchases and reviews, in one of the forms that can be imported. */
export async function writeWide(
  folder: string,
  options: WideOptions,
  format: keyof typeof writeRows,
): Promise<DataSet> {
  await mkdir(folder, { recursive: true });
  const tables = {
    Contact: wideCustomers(options),
    OnlinePurchases: widePurchases(options),
    WebsiteReviews: wideReviews(options),
  };
  const paths: string[] = [];
  for (const [table, rows] of Object.entries(tables)) {
    const path = join(folder, `${table}.${format}`);
    await writeRows[format](path, rows);
    paths.push(path);
  }
  const { customers, purchases, reviews } = options;
  return { rows: purchases + reviews, customers, bytes: await sizeOf(paths), paths };
}

async function sizeOf(paths: readonly string[]): Promise<number> {
  const sizes = await Promise.all(paths.map(async (path) => (await stat(path)).size));
  return sizes.reduce((sum, size) => sum + size, 0);
}
