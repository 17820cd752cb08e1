import type { Activity } from '../../../src/model/activity.js';

/** An activity as this service writes it. */
export interface RestActivity {
  id: string;
  at: string;
  kind: string;
  text: string;
  note: string | null;
  table: string;
  key: string;
}

const MOST_ROWS = 1000;

/**
 * A plain REST service: `customers/ID/activities?limit=50&kind=Case&after=…`, newest first. It knows no OData, cannot
 * count and cannot search. `rows`: sorted, of all customers.
 */
export function restAnswer(rows: readonly Activity[], request: Request): Response {
  const url = new URL(request.url);
  const match = /\/customers\/([^/]+)\/activities$/.exec(url.pathname);
  if (!match) return Response.json({ message: 'There is no such address.' }, { status: 404 });
  const customerId = decodeURIComponent(match[1]);
  const kinds = url.searchParams.getAll('kind');
  const limit = Number(url.searchParams.get('limit') ?? 50);
  const after = url.searchParams.get('after');
  const mine = rows.filter((row) => row.customerId === customerId);
  const last = after === null ? -1 : mine.findIndex(({ activityId }) => activityId === after);
  if (!Number.isInteger(limit) || limit < 1 || limit > MOST_ROWS || (after !== null && last < 0)) {
    return Response.json({ message: 'This is no such place.' }, { status: 400 });
  }
  const rest = mine.slice(last + 1).filter(({ type }) => kinds.length === 0 || kinds.includes(type));
  const activities = rest.slice(0, limit).map((row): RestActivity => ({
    ...{ id: row.activityId, at: row.timestamp, kind: row.type, text: row.title, note: row.detail ?? null },
    ...{ table: row.sourceTable, key: row.sourceActivityId },
  }));
  return Response.json({ activities, next: rest.length > limit ? activities[limit - 1].id : null });
}
