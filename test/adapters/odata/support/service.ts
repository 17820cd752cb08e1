import { getResponse, http } from 'msw';
import { sampleActivities } from '../../../../src/adapters/conformance/index.js';
import { ODATA_SERVICES, type ODataService } from '../../../../src/adapters/odata/index.js';
import type { Activity } from '../../../../src/model/activity.js';
import {
  ACTIVITY_COLUMNS,
  toUnifiedActivity,
  type ActivityColumns,
} from '../../../../src/model/unified-activity.js';
import { ODataServiceOverRows, type Dialect } from '../../../../demo/remote/service/odata-service.js';
import type { ServiceRow } from '../../../../demo/remote/service/read-filter.js';

export const ROOT = 'https://org.example/api/data/v9.2/';

/** Rows as a service can hold them: it has no dates without a time. */
export const activities = sampleActivities({ calendarDates: false });

/** Dataverse with columns of a host's own for what it lacks. */
export const dataverseColumns: ActivityColumns = {
  ...ACTIVITY_COLUMNS.dataverse,
  detail: 'acme_detail',
  contactId: 'acme_contactid',
  contactName: 'acme_contactname',
};
export const dataverse: ODataService = {
  ...ODATA_SERVICES.dataverse,
  activities: { set: 'msdynci_unifiedactivities', columns: dataverseColumns },
};

/** A `fetch` that ends in MSW's handlers, in this page: no worker, no network. */
export function fetchOver(answer: (request: Request) => Response | Promise<Response>): typeof fetch {
  const handlers = [http.get(`${ROOT}*`, ({ request }) => answer(request))];
  return async (input, init) => {
    const signal = init?.signal;
    signal?.throwIfAborted();
    const givenUp = new Promise<never>((_, reject) => {
      signal?.addEventListener('abort', () => reject(signal.reason as Error), { once: true });
    });
    const { signal: _, ...parts } = init ?? {};
    const response = await Promise.race([getResponse(handlers, new Request(input, parts)), givenUp]);
    if (!response || response.type === 'error') throw new TypeError('Failed to fetch');
    return response;
  };
}

/** A service over activities, in the columns that it is described with. */
export function serviceOver(
  rows: readonly Activity[],
  { activities: { set, columns, emptyContact } }: ODataService,
  dialect: Dialect,
  more: Readonly<Record<string, readonly ServiceRow[]>> = {},
): ODataServiceOverRows {
  const { contactId } = columns;
  const noContact = emptyContact && contactId !== undefined ? { [contactId]: '' } : {};
  const activityRows = rows.map((row) => ({
    ...toUnifiedActivity(row, columns),
    ...(row.contactId === undefined && noContact),
  }));
  return new ODataServiceOverRows(ROOT, new Map([[set, activityRows], ...Object.entries(more)]), dialect);
}
