import type { ActivitySummary } from '../../../model/activity.js';

/** Fewer months than this are seen at a glance in the list itself. */
const LEAST_MONTHS = 3;

const MONTH = /^\d{4}-\d\d$/;

/** True when a picture of the months tells something: the place for it is there before its code is. */
export function hasDensity({ months, exact }: ActivitySummary): boolean {
  let least = exact ? LEAST_MONTHS : 0;
  return least > 0 && months.some(({ month }) => MONTH.test(month) && --least === 0);
}
