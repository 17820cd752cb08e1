import type { Activity } from '../../../src/model/activity.js';

export const CUSTOMER = 'customer-1';

let made = 0;

/** An activity of {@link CUSTOMER} with an id of its own. */
export function activity(fields: Partial<Activity> = {}): Activity {
  const id = String(++made).padStart(5, '0');
  return {
    activityId: `activity-${id}`,
    customerId: CUSTOMER,
    sourceTable: 'Shop_Orders',
    sourceActivityId: id,
    type: 'SalesOrder',
    timestamp: '2020-12-24',
    title: `Order ${id}`,
    ...fields,
  };
}

/** As many activities as asked for, one a day, the newest on the last day of 2020. */
export function daily(count: number, fields: Partial<Activity> = {}): Activity[] {
  const last = Date.UTC(2020, 11, 31);
  return Array.from({ length: count }, (_, day) =>
    activity({ timestamp: new Date(last - day * 86_400_000).toISOString().slice(0, 10), ...fields }),
  );
}
