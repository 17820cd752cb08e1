import { figuresOf, NAMES, type Figure } from './figures.js';
import { SETS, SUBJECTS, type SetName } from './plan.js';
import type { Results } from './results.js';

/** Everything that was measured, as Markdown. */
export function reportOf(results: Results, engineGzipBytes: number): string {
  const sets = Object.keys(SETS) as SetName[];
  return [
    budgetTable(figuresOf(results, engineGzipBytes)),
    ...sets
      .filter((set) => set in { '10k': 1, '100k': 1, '1m': 1 })
      .flatMap((set) => sideTable(results, set)),
    wideTable(results, sets),
    yardstickLines(results, sets),
  ].join('\n\n');
}

function budgetTable(figures: readonly Figure[]): string {
  const rows = figures.map(({ work, against, value, format, budget, wanted, atLeast = false }) => {
    const goal =
      budget === undefined ? '–' : `${format(budget)}${wanted === undefined ? '' : ` (${format(wanted)})`}`;
    const holds =
      value === undefined || budget === undefined
        ? ''
        : (atLeast ? value >= budget : value <= budget)
          ? 'yes'
          : 'no';
    return [work, against, value === undefined ? 'not measured' : format(value), goal, holds];
  });
  return table(['work', 'against', 'reached', 'budget (wanted)', 'holds'], rows);
}

/** All sides on one data set. */
function sideTable(results: Results, set: SetName): string[] {
  const size = results.size(set);
  if (size === undefined) return [];
  const rows = SUBJECTS.filter((side) => side !== 'yardsticks' && results.count(set, side) > 0).map(
    (side) => {
      const at = (name: string, share?: number): number | undefined =>
        results.quantile([set, side, name], share);
      const pair = (name: string): string => `${ms(at(name))} / ${ms(at(name, 0.95))}`;
      const ratio = results.ratio([set, side, 'loadMs'], [set, 'engine', 'loadMs']);
      return [
        NAMES[side],
        String(results.count(set, side)),
        ms(at('loadMs')),
        ratio === undefined ? '–' : ratio.toFixed(2),
        pair('pageMs'),
        ms(at('pageAgainMs')),
        pair('summaryMs'),
        `${ms(at('heaviestPageMs'))} / ${ms(at('heaviestSummaryMs'))}`,
        ms(at('reloadMs')),
        megabytes(at('diskBytes')),
        `${megabytes(at('pageGrowthBytes'))} / ${megabytes(at('browserGrowthBytes'))}`,
      ];
    },
  );
  const head = ['side', 'rounds', 'load', '×', 'page p50 / p95', 'again', 'counts p50 / p95'];
  head.push('heaviest page / counts', 'after reload', 'disk MB', 'growth MB page / browser');
  return [
    `**${size.rows.toLocaleString('en')} rows, ${megabytes(size.bytes)} MB** (milliseconds unless named)`,
    table(head, rows),
  ];
}

/** Sets that only the engine works on: wide rows, JSON, very many customers, a single one. */
function wideTable(results: Results, sets: readonly SetName[]): string {
  const rows = sets.flatMap((set) => {
    const size = results.size(set);
    const load = results.quantile([set, 'engine', 'loadMs']);
    if (size === undefined || load === undefined) return [];
    const csv: SetName = set.startsWith('wide') ? 'wide-csv' : set;
    const scan = results.ratio([set, 'engine', 'loadMs'], [csv, 'yardsticks', 'scanMs']);
    return [
      [
        set,
        size.rows.toLocaleString('en'),
        megabytes(size.bytes),
        ms(load),
        ms(results.quantile([set, 'engine', 'importMs'])),
        ms(results.quantile([set, 'engine', 'runMs'])),
        `${Math.round(size.rows / load)} k/s`,
        scan === undefined ? '–' : `${scan.toFixed(1)} S`,
        `${ms(results.quantile([set, 'engine', 'heaviestPageMs']))} / ${ms(results.quantile([set, 'engine', 'heaviestSummaryMs']))}`,
        megabytes(results.quantile([set, 'engine', 'pageGrowthBytes'])),
      ],
    ];
  });
  const head = [
    'engine on',
    'activity rows',
    'MB',
    'load',
    'import',
    'run',
    'rows',
    'of S',
    'heaviest page / counts',
  ];
  return table([...head, 'growth MB'], rows);
}

function yardstickLines(results: Results, sets: readonly SetName[]): string {
  const rows = sets.flatMap((set) => {
    const size = results.size(set);
    if (size === undefined || results.count(set, 'yardsticks') === 0) return [];
    const cell = (name: string): string => {
      const value = results.quantile([set, 'yardsticks', name]);
      return value === undefined ? '–' : `${ms(value)} (${Math.round(size.bytes / 1000 / value)} MB/s)`;
    };
    return [[set, cell('scanMs'), cell('readMs'), cell('parseMs')]];
  });
  return table(['yardsticks', 'S, one scan', 'reading the files alone', 'papaparse, parsing alone'], rows);
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}

function ms(value: number | undefined): string {
  if (value === undefined) return '–';
  if (value >= 100) return Math.round(value).toLocaleString('en');
  return value.toFixed(value < 10 ? 2 : 1);
}

function megabytes(value: number | undefined): string {
  return value === undefined ? '–' : (value / 1e6).toFixed(value < 1e7 ? 1 : 0);
}
