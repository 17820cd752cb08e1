import { CUSTOMER_INSIGHTS, DATAVERSE, type Dialect } from '../../../demo/remote/service/odata-service.js';
import { timelineLaws } from '../../../src/adapters/conformance/index.js';
import { createODataAdapter, ODATA_SERVICES, type ODataService } from '../../../src/adapters/odata/index.js';
import type { Activity } from '../../../src/model/activity.js';
import { ACTIVITY_COLUMNS } from '../../../src/model/unified-activity.js';
import { activities, dataverse, fetchOver, ROOT, serviceOver } from './support/service.js';

interface SetUp {
  name: string;
  service: ODataService;
  dialect: Dialect;
  rows?: readonly Activity[];
}

const bare = activities.map(
  ({ detail: _, attributes: __, contactId: ___, contactName: ____, ...row }) => row,
);
const full: ODataService = {
  ...ODATA_SERVICES.customerInsights,
  activities: {
    set: 'UnifiedActivity',
    columns: { ...ACTIVITY_COLUMNS.documented, contactName: 'ContactName' },
    emptyContact: true,
  },
};

const KEY = { CustomerId: '1', DataSourceName: 'Crm', TableName: 'Contacts', AlternateValue: 'c1' };

const setUps: readonly SetUp[] = [
  { name: 'Dataverse', service: dataverse, dialect: DATAVERSE },
  {
    name: 'Dataverse with pages shorter than asked for',
    service: { ...dataverse, countPageSize: 30 },
    dialect: { ...DATAVERSE, mostRows: 13 },
  },
  {
    name: 'the Customer Insights API, without details and contacts',
    service: ODATA_SERVICES.customerInsights,
    dialect: CUSTOMER_INSIGHTS,
    rows: bare,
  },
  {
    name: 'a service that groups, with relative links to short pages',
    service: { ...full, counts: 'apply' },
    dialect: { ...CUSTOMER_INSIGHTS, mostRows: 25, isRelative: true, groups: true },
  },
];

for (const { name, service, dialect, rows = activities } of setUps) {
  describe(`OData over ${name}`, () => {
    const server = serviceOver(rows, service, dialect, {
      Customer: [{ CustomerId: '1' }],
      AlternateKey: [KEY],
    });
    const adapter = createODataAdapter({
      url: ROOT,
      service,
      fetch: fetchOver((request) => server.answer(request)),
    });

    for (const { promise, check } of timelineLaws) it(promise, () => check({ adapter, activities: rows }));
  });
}
