import { quantile } from '../../harness/statistics.js';
import { SLOWDOWNS, subject, type ListRecord } from './list-parts.js';

interface Line {
  readonly work: string;
  readonly against: string;
  readonly value: number | undefined;
  readonly format: (value: number) => string;
  readonly goal: number;
  /** The value must be at least the goal; else at most. */
  readonly atLeast?: boolean;
}

const ms = (value: number): string => `${value.toFixed(value < 10 ? 1 : 0)} ms`;
const times = (value: number): string => `${value.toFixed(value < 10 ? 2 : 1)} ×`;
const asFast = (value: number): string => `${value.toFixed(1)} × as fast`;
const plain = (value: number): string => value.toFixed(0);
const bytes = (value: number): string => `${value.toFixed(1)} bytes`;
const thousands = (value: number): string => value.toLocaleString('en');

/** Everything that was measured of the list, as Markdown. */
export function listReport(records: readonly ListRecord[]): string {
  const at = (name: string, key: string, share = 0.5): number | undefined => {
    const values = records.filter((one) => one.subject === name).flatMap(({ values }) => values[key] ?? []);
    return values.length === 0 ? undefined : quantile(values, share);
  };
  const ratio = (above: number | undefined, below: number | undefined): number | undefined =>
    above === undefined || below === undefined ? undefined : above / below;
  const painted = (side: string, count: number, slowdown: number): number | undefined =>
    at(subject(side, count, slowdown), 'paintMs');
  const heap = (count: number): number | undefined => at(subject('timeline', count, 1), 'heapBytes');
  const [small, large] = [heap(1000), heap(1_000_000)];
  const million = (slowdown: number): string => subject('timeline', 1_000_000, slowdown);
  const lines: Line[] = [
    ...(['paintMs', 'againMs'] as const).flatMap((key) =>
      [1000, 100_000, 1_000_000].map((count): Line => ({
        work: `${key === 'paintMs' ? 'first' : 'another'} list of the page painted, ${thousands(count)} items, 4 × slower`,
        against: '@lit-labs/virtualizer',
        value: ratio(at(subject('virtualizer', count, 4), key), at(subject('timeline', count, 4), key)),
        format: asFast,
        goal: 1.5,
        atLeast: true,
      })),
    ),
    {
      work: 'the same, 1,000 items, without a moment of rest before it',
      against: '@lit-labs/virtualizer',
      value: ratio(
        at(subject('virtualizer', 1000, 4), 'atOnceMs'),
        at(subject('timeline', 1000, 4), 'atOnceMs'),
      ),
      format: asFast,
      goal: 1.5,
      atLeast: true,
    },
    ...SLOWDOWNS.map((slowdown): Line => ({
      work: `first list painted, 1,000,000 items${slowdown > 1 ? ', 4 × slower' : ''}`,
      against: 'the same of 1,000',
      value: ratio(painted('timeline', 1_000_000, slowdown), painted('timeline', 1000, slowdown)),
      format: times,
      goal: 1.5,
    })),
    {
      work: 'first list painted, 10,000 items',
      against: 'vis-timeline',
      value: ratio(painted('vis', 10_000, 1), painted('timeline', 10_000, 1)),
      format: asFast,
      goal: 10,
      atLeast: true,
    },
    ...SLOWDOWNS.map((slowdown): Line => ({
      work: `smooth scroll of 1,000,000, frame p95${slowdown > 1 ? ', 4 × slower' : ''}`,
      against: '–',
      value: at(million(slowdown), 'frameMs', 0.95),
      format: ms,
      goal: slowdown > 1 ? 34 : 20,
    })),
    {
      work: 'longest task of it (0: none over 50)',
      against: '–',
      value: at(million(1), 'longestTaskMs', 1),
      format: ms,
      goal: 50,
    },
    {
      work: 'fling through it, 4 × slower: frames with a gap, of 60',
      against: '–',
      value: at(million(4), 'blankFrames'),
      format: plain,
      goal: 0,
    },
    {
      work: 'jump to a month, frames at 4 × slower',
      against: '–',
      value: at(million(4), 'jumpFrames'),
      format: plain,
      goal: 3,
    },
    {
      work: 'elements of the list of 1,000,000 after a scroll',
      against: '–',
      value: at(million(1), 'nodes', 1),
      format: plain,
      goal: 400,
    },
    {
      work: 'heap of a further row',
      against: '–',
      value: small === undefined || large === undefined ? undefined : (large - small) / 999_000,
      format: bytes,
      goal: 8,
    },
    ...(['filterMs', 'searchMs'] as const).map((key): Line => ({
      work: `${key === 'filterMs' ? 'filter' : 'search'} over 100,000: counts and first rows painted`,
      against: '–',
      value: at('engine 100000', key),
      format: ms,
      goal: 100,
    })),
    {
      work: 'longest task of the page meanwhile (0: none over 50)',
      against: '–',
      value: at('engine 100000', 'longestTaskMs', 1),
      format: ms,
      goal: 50,
    },
  ];
  return [goalTable(lines), sideTable(at)].join('\n\n');
}

function goalTable(lines: readonly Line[]): string {
  const rows = lines.map(({ work, against, value, format, goal, atLeast = false }) => [
    work,
    against,
    value === undefined ? 'not measured' : format(value),
    format(goal),
    value === undefined ? '' : (atLeast ? value >= goal : value <= goal) ? 'yes' : 'no',
  ]);
  return table(['the list', 'against', 'reached', 'goal', 'holds'], rows);
}

function sideTable(at: (name: string, key: string, share?: number) => number | undefined): string {
  const cell = (value: number | undefined, format: (value: number) => string): string =>
    value === undefined ? '–' : format(value);
  const rows = [
    ...(['timeline', 'virtualizer'] as const).flatMap((side) =>
      [1000, 100_000, 1_000_000].map((count) => [side, count] as const),
    ),
    ['timeline', 10_000] as const,
    ['vis', 10_000] as const,
  ].map(([side, count]) => {
    const pair = (key: string, share?: number): string =>
      SLOWDOWNS.map((slowdown) => cell(at(subject(side, count, slowdown), key, share), plain)).join(' / ');
    return [side, thousands(count), pair('paintMs'), pair('againMs'), pair('nodes'), pair('frameMs', 0.95)];
  });
  return table(
    [
      'side',
      'items',
      'first list painted, plain / 4 ×',
      'another',
      'elements',
      'scroll frame p95, plain / 4 ×',
    ],
    rows,
  );
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}
