import type { Results } from './results.js';

/** A line of the table: what is measured, against what, and what is to be reached. */
export interface Figure {
  work: string;
  against: string;
  value: number | undefined;
  /** How the value is written. */
  format: (value: number) => string;
  /** The value may be at most (or, with `atLeast`, must be at least) this. */
  budget?: number;
  wanted?: number;
  atLeast?: boolean;
}

const times = (value: number): string => `${value.toFixed(value < 10 ? 2 : 1)} ×`;
const asFast = (value: number): string => `${value.toFixed(1)} × as fast`;
const ms = (value: number): string => `${value.toFixed(value < 10 ? 2 : 1)} ms`;

/** The table of README.md, in its order. */
export function figuresOf(results: Results, engineGzipBytes: number): Figure[] {
  const engine = (name: string) => ['1m', 'engine', name] as const;
  const latency = (
    work: string,
    name: string,
    budgets: [p50?: number, p95?: number],
    wanted?: number,
  ): Figure[] =>
    [0.5, 0.95].map((share, i) => ({
      work: `${work}, p${share * 100}`,
      against: '–',
      value: results.quantile(engine(name), share),
      format: ms,
      ...(budgets[i] === undefined ? {} : { budget: budgets[i] }),
      ...(wanted === undefined || i === 0 ? {} : { wanted }),
    }));
  const byBytes = (name: string): number | undefined => {
    const bytes = results.quantile(engine(name));
    const size = results.size('1m')?.bytes;
    return bytes === undefined || size === undefined ? undefined : bytes / size;
  };
  return [
    {
      work: 'unify in memory, 1,000,000 rows',
      against: 'S',
      value: results.ratio(['1m', 'memory', 'runMs'], ['1m', 'yardsticks', 'scanMs']),
      format: times,
      budget: 4,
      wanted: 3,
    },
    {
      work: 'import + unify + persist, 1,000,000 rows',
      against: 'S',
      value: results.ratio(engine('loadMs'), ['1m', 'yardsticks', 'scanMs']),
      format: times,
      budget: 10,
      wanted: 8,
    },
    {
      work: 'import + unify + persist, 1,000,000 rows',
      against: 'papaparse merely parsing',
      value: results.ratio(engine('loadMs'), ['1m', 'yardsticks', 'parseMs']),
      format: times,
      budget: 1,
    },
    ...versus(results, '10k', { dexie: [], sqlite: [], duckdb: [] }),
    ...versus(results, '100k', { dexie: [20], sqlite: [10], duckdb: [5] }),
    ...versus(results, '1m', { dexie: [30, 64], sqlite: [10, 17], duckdb: [3, 4] }),
    {
      work: 'cost at 1,000,000 rows',
      against: 'cost at 100,000',
      value: results.ratio(engine('loadMs'), ['100k', 'engine', 'loadMs']),
      format: times,
      budget: 11,
    },
    {
      work: 'run after 1 % of one table changed',
      against: 'full run',
      value: results.ratio(engine('refreshRunMs'), engine('runMs')),
      format: times,
      budget: 0.4,
      wanted: 0.15,
    },
    {
      work: 'import of that table + run',
      against: 'import of all + run',
      value: results.ratio(engine('refreshMs'), engine('loadMs')),
      format: times,
      budget: 0.4,
      wanted: 0.15,
    },
    ...latency('first page warm', 'pageMs', [1, 4]),
    ...latency('the same page again', 'pageAgainMs', []),
    ...latency('counts of any customer', 'summaryMs', [undefined, 5], 2),
    ...latency('counts of the heaviest customer', 'heaviestSummaryMs', [undefined, 10], 2),
    {
      work: 'first page after a reload, module load included',
      against: '–',
      value: results.quantile(engine('reloadMs')),
      format: ms,
      budget: 25,
    },
    ...(['sqlite', 'duckdb'] as const).map((peer): Figure => ({
      work: 'first page after a reload, module load included',
      against: NAMES[peer],
      value: results.ratio(['1m', peer, 'reloadMs'], engine('reloadMs')),
      format: asFast,
      budget: peer === 'sqlite' ? 5 : 30,
      atLeast: true,
    })),
    {
      work: 'disk',
      against: 'bytes of the files',
      value: byBytes('diskBytes'),
      format: times,
      budget: 0.4,
      wanted: 0.25,
    },
    {
      work: 'peak memory growth of the page’s process',
      against: 'bytes of the files',
      value: byBytes('pageGrowthBytes'),
      format: times,
      budget: 3,
      wanted: 1,
    },
    {
      work: 'engine, gzip',
      against: '–',
      value: engineGzipBytes / 1000,
      format: (value) => `${value.toFixed(1)} KB`,
      budget: 20,
    },
    {
      work: 'longest task of the page meanwhile',
      against: '–',
      value: results.quantile(engine('longestTaskMs'), 1),
      format: (value) => (value === 0 ? 'none over 50 ms' : `${value.toFixed(0)} ms`),
      budget: 50,
    },
  ];
}

/** What people know the peers by. */
export const NAMES = {
  yardsticks: 'yardsticks',
  memory: 'engine, in memory',
  engine: 'engine',
  dexie: 'Dexie',
  sqlite: 'SQLite-WASM on OPFS',
  duckdb: 'DuckDB-WASM on OPFS',
} as const;

type PeerName = 'dexie' | 'sqlite' | 'duckdb';

function versus(
  results: Results,
  set: '10k' | '100k' | '1m',
  budgets: Record<PeerName, [budget?: number, wanted?: number]>,
): Figure[] {
  const rows = { '10k': '10,000', '100k': '100,000', '1m': '1,000,000' }[set];
  return (Object.keys(budgets) as PeerName[]).map((peer) => {
    const [budget, wanted] = budgets[peer];
    return {
      work: `import + unify + persist, ${rows} rows`,
      against: NAMES[peer],
      value: results.ratio([set, peer, 'loadMs'], [set, 'engine', 'loadMs']),
      format: asFast,
      atLeast: true,
      ...(budget === undefined ? {} : { budget }),
      ...(wanted === undefined ? {} : { wanted }),
    };
  });
}
