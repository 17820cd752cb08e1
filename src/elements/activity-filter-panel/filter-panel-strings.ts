/** Every text of `<activity-filter-panel>`. `{name}` is a place for a value. */
export interface FilterPanelStrings {
  /** Heading. */
  readonly title: string;
  readonly close: string;
  readonly clearAll: string;
  readonly selectAll: string;
  readonly types: string;
  readonly contacts: string;
  /** Heading of a group in which something is selected: `{group}`, `{count}`. */
  readonly selected: string;
  readonly notMapped: string;
  readonly searchContacts: string;
  /** `{count}`. */
  readonly seeAll: string;
  readonly seeLess: string;
  readonly noContacts: string;
  readonly dates: string;
  readonly allDates: string;
  readonly before: string;
  readonly after: string;
  readonly between: string;
  /** Between two dates. */
  readonly and: string;
  /** Names of the date fields. */
  readonly startDate: string;
  readonly endDate: string;
  /** D 45. */
  readonly datesTurned: string;
  readonly apply: string;
  readonly cancel: string;
}

export const englishFilterPanel: FilterPanelStrings = {
  title: 'Filter activities',
  close: 'Close',
  clearAll: 'Clear all',
  selectAll: 'Select all',
  types: 'Activity type',
  contacts: 'Contacts',
  selected: '{group} ({count} selected)',
  notMapped: 'Activities not mapped to a Contact',
  searchContacts: 'Search contacts',
  seeAll: 'See all ({count})',
  seeLess: 'See less',
  noContacts: 'No contact has this in its name.',
  dates: 'Date',
  allDates: 'All',
  before: 'Before',
  after: 'After',
  between: 'Between',
  and: 'and',
  startDate: 'Start date',
  endDate: 'End date',
  datesTurned: 'The start date must be on or before the end date.',
  apply: 'Apply',
  cancel: 'Cancel',
};
