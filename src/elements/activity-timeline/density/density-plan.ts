import type { ActivitySummary, MonthSummary } from '../../../model/activity.js';
import type { TypeView } from '../../shared/type-view.js';
import { monthSpan } from '../month-span.js';
import type { TimelineFilter } from '../timeline-filter.js';
import { hasDensity } from './has-density.js';

/** More steps than this would be narrower than a pixel and a half on a usual card: years stand for months then. */
const MOST_STEPS = 240;

/** One step of the picture: a month, or a year where there are very many. */
export interface DensityStep {
  /** First and last month `YYYY-MM`. */
  readonly first: string;
  readonly last: string;
  readonly count: number;
  /** Type → rows. */
  readonly types: ReadonlyMap<string, number>;
}

/** How many activities there were when, oldest first, without a gap: a month without a row is a step too. */
export interface DensityPlan {
  readonly steps: readonly DensityStep[];
  readonly highest: number;
  readonly isYearly: boolean;
}

/** The picture of a summary; null where it would tell nothing. */
export function planDensity(summary: ActivitySummary): DensityPlan | null {
  if (!hasDensity(summary)) return null;
  const counted = new Map<number, MonthSummary>();
  let first = Infinity;
  let last = -Infinity;
  for (const month of summary.months) {
    const number = toNumber(month.month);
    if (number === null) continue;
    counted.set(number, month);
    first = Math.min(first, number);
    last = Math.max(last, number);
  }
  const isYearly = last - first + 1 > MOST_STEPS;
  const size = isYearly ? 12 : 1;
  const start = isYearly ? Math.floor(first / 12) * 12 : first;
  const steps: DensityStep[] = [];
  let highest = 0;
  for (let at = start; at <= last; at += size) {
    const types = new Map<string, number>();
    let count = 0;
    for (let number = at; number < at + size; number++) {
      const month = counted.get(number);
      if (month === undefined) continue;
      count += month.count;
      for (const type in month.types) types.set(type, (types.get(type) ?? 0) + month.types[type]);
    }
    highest = Math.max(highest, count);
    const first = counted.get(at)?.month ?? toMonth(at);
    steps.push({ first, last: isYearly ? toMonth(at + size - 1) : first, count, types });
  }
  return { steps, highest, isYearly };
}

/**
 * The outline of each type's bars, in a picture as many units wide as there are steps and 100 high: one path, however
 * many bars. Types stand on each other in the order of the list.
 */
export function typePaths({ steps, highest }: DensityPlan, types: readonly TypeView[]): string[] {
  const paths = types.map(() => '');
  steps.forEach((step, x) => {
    let below = 0;
    types.forEach(({ type }, index) => {
      const rows = step.types.get(type) ?? 0;
      if (rows === 0) return;
      below += rows;
      const top = round(100 - (below / highest) * 100);
      paths[index] += `M${x + 0.1} ${top}h.8v${round((rows / highest) * 100)}h-.8z`;
    });
  });
  return paths;
}

/** The steps that a filter's days lie in, both inclusive; without days the whole picture. */
export function stepsOf(
  { steps }: DensityPlan,
  { from, to }: TimelineFilter,
): { start: number; end: number } {
  const start = from === undefined ? 0 : steps.findIndex(({ last }) => last >= from.slice(0, 7));
  const end =
    to === undefined ? steps.length - 1 : steps.findLastIndex(({ first }) => first <= to.slice(0, 7));
  return { start: start < 0 ? steps.length - 1 : start, end: Math.max(0, end) };
}

/**
 * The filter whose days are those of these steps; at an end of the picture the day is left open. null: the day of that
 * end stays, which may lie within a step.
 */
export function withSteps(
  filter: TimelineFilter,
  { steps }: DensityPlan,
  start: number | null,
  end: number | null,
): TimelineFilter {
  const { from: formerFrom, to: formerTo, ...rest } = filter;
  const firstDay = (step: number) => (step > 0 ? monthSpan(steps[step].first, {}).from : undefined);
  const lastDay = (step: number) =>
    step < steps.length - 1 ? monthSpan(steps[step].last, {}).to : undefined;
  const from = start === null ? formerFrom : firstDay(start);
  const to = end === null ? formerTo : lastDay(end);
  return { ...rest, ...(from !== undefined && { from }), ...(to !== undefined && { to }) };
}

/** The step of a month, or -1. */
export function stepOfMonth({ steps }: DensityPlan, month: string): number {
  return steps.findIndex(({ first, last }) => first <= month && month <= last);
}

function toNumber(month: string): number | null {
  const match = /^(\d{4})-(\d\d)$/.exec(month);
  return match === null ? null : Number(match[1]) * 12 + Number(match[2]) - 1;
}

function toMonth(number: number): string {
  return `${String(Math.floor(number / 12)).padStart(4, '0')}-${String((number % 12) + 1).padStart(2, '0')}`;
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
