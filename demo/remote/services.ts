import { createODataAdapter, ODATA_SERVICES, type ODataService } from '../../src/adapters/odata/index.js';
import type { Activity } from '../../src/model/activity.js';
import type { TimelineAdapter } from '../../src/model/timeline-adapter.js';
import { ACTIVITY_COLUMNS, toUnifiedActivity } from '../../src/model/unified-activity.js';
import { activities } from '../data/coffee/activities.js';
import { createRestAdapter } from './rest-adapter.js';
import { CUSTOMER_INSIGHTS, DATAVERSE, ODataServiceOverRows } from './service/odata-service.js';
import { restAnswer } from './service/rest-service.js';

/** A service that the demo plays, and the adapter for it. */
export interface RemoteService {
  title: string;
  /** Under the root of all of them, ending with "/". */
  folder: string;
  answers: (root: string, rows: readonly Activity[]) => (request: Request) => Response;
  adapter: (url: string) => TimelineAdapter;
}

/** Dataverse has no columns for these: a company added its own. */
const dataverse: ODataService = {
  ...ODATA_SERVICES.dataverse,
  activities: {
    set: ODATA_SERVICES.dataverse.activities.set,
    columns: {
      ...ACTIVITY_COLUMNS.dataverse,
      detail: 'new_detail',
      contactId: 'new_contactid',
      contactName: 'new_contactname',
    },
  },
};

/** A service tells no icons: a host states its types. Here each definition has a type of its own. */
const types = activities.map(({ type, table, icon }) => ({
  type,
  sourceTables: [{ name: table, table: table.slice(table.indexOf('_') + 1) }],
  ...(icon !== undefined && { icon }),
}));

function odata(service: ODataService, dialect: typeof DATAVERSE): Pick<RemoteService, 'answers' | 'adapter'> {
  const { set, columns } = service.activities;
  return {
    answers: (root, rows) => {
      const sets = new Map([[set, rows.map((row) => toUnifiedActivity(row, columns))]]);
      const played = new ODataServiceOverRows(root, sets, dialect);
      return (request) => played.answer(request);
    },
    adapter: (url) => createODataAdapter({ url, service, types }),
  };
}

export const services: readonly RemoteService[] = [
  { title: 'Dataverse', folder: 'api/data/v9.2/', ...odata(dataverse, DATAVERSE) },
  {
    title: 'Customer Insights API',
    folder: 'v1/data/',
    ...odata(ODATA_SERVICES.customerInsights, CUSTOMER_INSIGHTS),
  },
  {
    title: 'REST, with an own adapter',
    folder: 'rest/',
    answers: (_, rows) => (request) => restAnswer(rows, request),
    adapter: (url) => createRestAdapter(url.replace(/\/$/, '')),
  },
];
