import { parseArgs } from 'node:util';
import { join } from 'node:path';
import { writeShop, writeWide, type DataSet } from '../data/write-data-set.js';
import type { Side } from '../page/sides.js';

/** What takes part: the sides, and what their times are divided by. */
export type Subject = 'yardsticks' | Side;

export const SUBJECTS: readonly Subject[] = ['yardsticks', 'memory', 'engine', 'dexie', 'sqlite', 'duckdb'];

const WIDE = { customers: 100_000, purchases: 300_000, reviews: 100_000 };

/** The data sets: how each is made and who is measured with it. */
export const SETS = {
  '10k': shop(10_000, 500, SUBJECTS),
  '100k': shop(100_000, 5000, SUBJECTS),
  '1m': shop(1_000_000, 5000, SUBJECTS),
  'many-customers': shop(1_000_000, 100_000, ['yardsticks', 'engine']),
  'one-customer': shop(1_000_000, 1, ['yardsticks', 'engine']),
  'wide-csv': wide('csv', ['yardsticks', 'engine']),
  'wide-ndjson': wide('ndjson', ['engine']),
  'wide-json': wide('json', ['engine']),
} satisfies Record<string, PlannedSet>;

export type SetName = keyof typeof SETS;

interface PlannedSet {
  write(folder: string): Promise<DataSet>;
  subjects: readonly Subject[];
}

/** A choice of what to measure. */
export interface Plan {
  sets: readonly SetName[];
  subjects: readonly Subject[];
  /** File that results are added to and read from. */
  results: string | null;
  /** Folder that keeps the data sets; null: they are made anew and removed. */
  data: string | null;
  /** Puts the tables into README.md. */
  readme: boolean;
  /** Only print what the file holds. */
  printOnly: boolean;
  roundsOf(set: SetName, subject: Subject): number;
}

/** Usage: see README.md. */
export function planOf(args: readonly string[]): Plan {
  const { values } = parseArgs({
    args: [...args],
    options: {
      sets: { type: 'string', default: Object.keys(SETS).join() },
      sides: { type: 'string', default: SUBJECTS.join() },
      rounds: { type: 'string', default: '5' },
      full: { type: 'boolean', default: false },
      results: { type: 'string' },
      data: { type: 'string' },
      print: { type: 'boolean', default: false },
      readme: { type: 'boolean', default: false },
    },
  });
  const rounds = Number(values.rounds);
  if (!Number.isInteger(rounds) || rounds < 1) throw new Error('--rounds takes a number from 1.');
  const isSlow = (set: SetName, subject: Subject): boolean =>
    set === '1m' && (subject === 'dexie' || subject === 'sqlite');
  const isExtra = (set: SetName): boolean => !['10k', '100k', '1m'].includes(set);
  return {
    sets: chosen(values.sets, Object.keys(SETS) as SetName[]),
    subjects: chosen(values.sides, SUBJECTS),
    results: values.results ?? null,
    data: values.data ?? null,
    printOnly: values.print,
    readme: values.readme,
    roundsOf: (set, subject) => {
      if (values.full) return rounds;
      if (isSlow(set, subject)) return 1;
      return isExtra(set) ? Math.min(3, rounds) : rounds;
    },
  };
}

function chosen<T extends string>(list: string, known: readonly T[]): T[] {
  const names = list.split(',');
  const unknown = names.filter((name) => !(known as readonly string[]).includes(name));
  if (unknown.length > 0) throw new Error(`Unknown: ${unknown.join(', ')}. Choose of ${known.join(', ')}.`);
  return known.filter((name) => names.includes(name));
}

function shop(rows: number, customers: number, subjects: readonly Subject[]): PlannedSet {
  return {
    write: (folder) => writeShop(join(folder, `shop-${rows}-${customers}`), rows, customers),
    subjects,
  };
}

function wide(format: 'csv' | 'ndjson' | 'json', subjects: readonly Subject[]): PlannedSet {
  return { write: (folder) => writeWide(join(folder, `wide-${format}`), WIDE, format), subjects };
}
