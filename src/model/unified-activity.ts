import type { Activity } from './activity.js';
import { displayTypeName } from './semantic-types.js';

/**
 * Names of the columns in which a table of unified activities holds what an {@link Activity} tells (§ 2.7). A column
 * that is absent is neither written nor read.
 */
export interface ActivityColumns {
  customerId: string;
  activityId?: string;
  sourceTable: string;
  sourceActivityId: string;
  type: string;
  /** Name of the type for people (D 5). */
  typeDisplay?: string;
  /** Date and time. */
  timestamp: string;
  title: string;
  detail?: string;
  url?: string;
  /** Mapped attributes as a JSON object (D 2). */
  attributes?: string;
  /** Whole milliseconds since 1970 UTC as text (D 1). */
  rangeIndex?: string;
  /** The documented tables have no column for contacts: these are a host's own (D 3, § 10.2). */
  contactId?: string;
  contactName?: string;
}

/** The column sets that are documented for one and the same table (§ 2.7, D 8). */
export const ACTIVITY_COLUMNS = {
  /** As tables are documented today (§ 2.1), with the extensions of D 3 and D 5. */
  documented: {
    customerId: 'CustomerId',
    activityId: 'ActivityId',
    sourceTable: 'SourceTableName',
    sourceActivityId: 'SourceActivityId',
    type: 'ActivityType',
    typeDisplay: 'ActivityTypeDisplay',
    timestamp: 'ActivityTimeStamp',
    title: 'Title',
    detail: 'Description',
    url: 'URL',
    attributes: 'SemanticData',
    rangeIndex: 'RangeIndex',
    contactId: 'ContactId',
  },
  /** `msdynci_unifiedactivity` of Dataverse. It has no column for details and none for contacts. */
  dataverse: {
    customerId: 'msdynci_customerid',
    activityId: 'msdynci_activityid',
    sourceTable: 'msdynci_entityname',
    sourceActivityId: 'msdynci_actualactivityid',
    type: 'msdynci_activitytype',
    typeDisplay: 'msdynci_activitytypedisplay',
    timestamp: 'msdynci_activitytime',
    title: 'msdynci_title',
    url: 'msdynci_externalurl',
    attributes: 'msdynci_semanticdata',
    rangeIndex: 'msdynci_rangeindex',
  },
  /** The Customer Insights API, with the names of early 2023. */
  customerInsights: {
    customerId: 'CustomerId',
    activityId: 'ActivityId',
    sourceTable: 'EntityName',
    sourceActivityId: 'ActualActivityId',
    type: 'ActivityType',
    typeDisplay: 'ActivityTypeDisplay',
    timestamp: 'ActivityTime',
    title: 'Title',
    url: 'ExternalUrl',
  },
} as const satisfies Record<string, ActivityColumns>;

export type ActivityColumnSet = keyof typeof ACTIVITY_COLUMNS;

/**
 * An activity as a row of a unified activity table, in the names of a documented column set or in a host's own.
 * Default: `documented`. A date without a time becomes its midnight in UTC, for those columns hold a time; an empty
 * title becomes the name of the type (D 59); what the activity lacks is null, and so are time and range index where the
 * timestamp is none (D 51). Adapters give no hidden rows (D 6), so
 * none comes out of here.
 */
export function toUnifiedActivity(
  activity: Activity,
  columns: ActivityColumnSet | ActivityColumns = 'documented',
): Record<string, string | null> {
  const names: ActivityColumns = typeof columns === 'string' ? ACTIVITY_COLUMNS[columns] : columns;
  const ms = Date.parse(activity.timestamp);
  const time = Number.isNaN(ms) ? null : new Date(ms);
  const typeName = displayTypeName(activity.type);
  const values: Record<keyof ActivityColumns, string | null> = {
    customerId: activity.customerId,
    activityId: activity.activityId,
    sourceTable: activity.sourceTable,
    sourceActivityId: activity.sourceActivityId,
    type: activity.type,
    typeDisplay: typeName,
    timestamp: time?.toISOString() ?? null,
    title: activity.title === '' ? typeName : activity.title,
    detail: activity.detail ?? null,
    url: activity.url ?? null,
    attributes: JSON.stringify(activity.attributes ?? {}),
    rangeIndex: time === null ? null : String(ms),
    contactId: activity.contactId ?? null,
    contactName: activity.contactName ?? null,
  };
  const written = Object.entries(names) as [keyof ActivityColumns, string | undefined][];
  return Object.fromEntries(
    written.flatMap(([key, name]) => (name === undefined ? [] : [[name, values[key]] as const])),
  );
}
