import { expect } from 'chai';
import type { Activity } from '../../src/model/activity.js';
import { ACTIVITY_COLUMNS, toUnifiedActivity } from '../../src/model/unified-activity.js';

const activity: Activity = {
  ...{ activityId: 'a1', customerId: 'c1', sourceTable: 'Shop_Orders', sourceActivityId: 'O-1' },
  ...{ type: 'SalesOrder', timestamp: '2020-02-29', title: '', contactId: 'k', contactName: 'Ada' },
  attributes: { SalesOrderId: '7' },
};

describe('an activity as a row', () => {
  it('has the documented columns, the name of the type for an empty title, and null for what is not there', () => {
    expect(toUnifiedActivity(activity)).to.deep.equal({
      ...{ CustomerId: 'c1', ActivityId: 'a1', SourceTableName: 'Shop_Orders', SourceActivityId: 'O-1' },
      ...{
        ActivityType: 'SalesOrder',
        ActivityTypeDisplay: 'Order',
        Title: 'Order',
        Description: null,
        URL: null,
      },
      ...{ ActivityTimeStamp: '2020-02-29T00:00:00.000Z', RangeIndex: '1582934400000', ContactId: 'k' },
      SemanticData: '{"SalesOrderId":"7"}',
    });
  });

  it('has the columns of each documented set and those of a host, and no others', () => {
    for (const [name, columns] of Object.entries(ACTIVITY_COLUMNS)) {
      const row = toUnifiedActivity(activity, name as keyof typeof ACTIVITY_COLUMNS);
      expect(Object.keys(row)).to.have.members(Object.values(columns));
    }
    const own = { ...ACTIVITY_COLUMNS.dataverse, contactName: 'acme_contact', detail: undefined };
    expect(toUnifiedActivity(activity, own)).to.include({ acme_contact: 'Ada', msdynci_customerid: 'c1' });
  });

  it('has no time and no range index where the timestamp is none (D 51)', () => {
    for (const timestamp of ['', 'soon', '2024-13-01', '+300000-01-01T00:00:00.000Z']) {
      const row = toUnifiedActivity({ ...activity, timestamp });
      expect(row, timestamp).to.include({
        ActivityTimeStamp: null,
        RangeIndex: null,
        SourceActivityId: 'O-1',
      });
    }
  });

  it('keeps the order of times before 1970 in its range index as numbers', () => {
    const { RangeIndex } = toUnifiedActivity({ ...activity, timestamp: '1969-12-31T23:59:59.999Z' });
    expect(RangeIndex).to.equal('-1');
  });
});
