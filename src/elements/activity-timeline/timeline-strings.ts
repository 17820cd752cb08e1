import type { PluralForms } from '../shared/messages.js';
import type { TypeLabels } from '../shared/type-view.js';

/**
 * Every text of `<activity-timeline>`. `{name}` is a place for a value; plural forms are chosen by
 * `Intl.PluralRules` of the element's locale.
 */
export interface TimelineStrings {
  /** Heading. */
  readonly title: string;
  readonly clearFilters: string;
  /** Button that opens the filter panel. */
  readonly filter: string;
  /** Name of the list of what the panel filters by, and of its buttons: `{filter}`. */
  readonly applied: string;
  readonly removeFilter: string;
  /** What the panel filters by: `{date}`. */
  readonly after: string;
  readonly before: string;
  readonly notMapped: string;
  readonly search: string;
  readonly clearSearch: string;
  /** Name of the group of icon chips. */
  readonly chips: string;
  /** Text under an icon: `{count}`, `{label}`. */
  readonly chip: string;
  /** Name of a chip for assistive technology: `{chip}` is the text under the icon. */
  readonly chipName: string;
  /** A count that is a lower bound: `{count}`. */
  readonly atLeast: string;
  /** Month heading: `{month}`, `{count}`. */
  readonly month: string;
  /** Heading of rows whose date cannot be read. */
  readonly noDate: string;
  /** Name of the picture of months, and of its two ends. */
  readonly density: string;
  readonly densityFrom: string;
  readonly densityTo: string;
  /** Sort button. */
  readonly byDate: string;
  /** Names of the sort button for assistive technology. They contain the text of the button. */
  readonly byDateNewest: string;
  readonly byDateOldest: string;
  /** First line of an item: `{title}`, `{date}`. */
  readonly item: string;
  /** Second line of an item with a contact: `{detail}`, `{contact}`. */
  readonly detailByContact: string;
  /** Second line of an item with a contact and without a detail: `{contact}`. */
  readonly byContact: string;
  /** How often an activity was repeated on its day: `{count}`; a button that shows them all. */
  readonly repeats: PluralForms;
  /** Its name for assistive technology: `{title}`, `{repeats}`. */
  readonly repeatsName: string;
  readonly opensInNewTab: string;
  /** Name of the button that expands an item: `{title}`. */
  readonly details: string;
  /** Names of mapped attributes by their keys, such as `SalesAmount`. What is left out is called as in the model. */
  readonly attributes: Readonly<Record<string, string>>;
  /** Name of the date in the detail, where rows have it relative to the present. */
  readonly date: string;
  readonly contact: string;
  readonly sourceTable: string;
  readonly sourceKey: string;
  readonly yes: string;
  readonly no: string;
  /** Button that shows how an activity reached its customer, and what it shows, sentence by sentence. */
  readonly why: string;
  readonly whyLoading: string;
  readonly whyError: string;
  /** `{name}` of the definition, `{table}`, `{line}`. */
  readonly whyRow: string;
  /** A key on the way: `{column}`, `{table}`, `{value}`, `{otherColumn}`, `{otherTable}`. */
  readonly whyHop: string;
  readonly whyNotFound: string;
  /** Its end: `{table}`, `{value}`. */
  readonly whyKey: string;
  readonly whyCustomer: string;
  readonly whyNobody: string;
  readonly loading: string;
  readonly loadingMore: string;
  readonly empty: string;
  readonly emptyFiltered: string;
  readonly error: string;
  readonly moreError: string;
  readonly tryAgain: string;
  /** Why something failed that was not answered in time: `{count}` seconds. */
  readonly noAnswer: PluralForms;
  /** The menu, and what is in it. */
  readonly more: string;
  readonly exportCsv: string;
  readonly exportNdjson: string;
  readonly print: string;
  /** An export begins, is under way (`{count}`, `{total}`), is there (`{count}`), or failed. */
  readonly exportBegun: string;
  readonly exporting: string;
  readonly exportingOf: string;
  readonly exported: PluralForms;
  /** Code that is loaded when it is needed could not be. */
  readonly partMissing: string;
  readonly exportError: string;
  readonly printPreparing: string;
  readonly printError: string;
  /** On paper: `{filters}`; a search among them: `{text}`; that rows are missing: `{shown}`, `{total}`. */
  readonly printFilters: string;
  readonly printSearch: string;
  readonly printPart: string;
  /** The link to an activity: its button, which says so once it is copied, and the field to copy it from by hand. */
  readonly copyLink: string;
  readonly linkCopied: string;
  readonly copyByHand: string;
  /** An activity is looked for, is hidden by the filters with a button that shows it, is not there, or failed. */
  readonly finding: string;
  readonly findHidden: string;
  readonly showHidden: string;
  readonly findMissing: string;
  readonly findError: string;
  readonly cancel: string;
  readonly dismiss: string;
  /** Announced after a load: `{count}`. */
  readonly announceAll: PluralForms;
  /** Offer of rows that came in while others were read: `{count}`. */
  readonly arrivals: PluralForms;
  /**
   * What the types that the product knows are called where neither the host nor a single source table names them
   * (D 31, rule 3). English needs none: it makes them of the types' own names.
   */
  readonly types: TypeLabels;
}

export const englishTimeline: TimelineStrings = {
  title: 'Activity timeline',
  clearFilters: 'Clear filters',
  filter: 'Filter',
  applied: 'Filters',
  removeFilter: 'Remove filter: {filter}',
  after: 'After {date}',
  before: 'Before {date}',
  notMapped: 'Activities not mapped to a Contact',
  search: 'Search activities',
  clearSearch: 'Clear search',
  chips: 'Show only these activity types',
  chip: '{count} {label}',
  chipName: '{chip}, show only these',
  atLeast: '{count}+',
  month: '{month} ({count})',
  noDate: 'No date',
  density: 'Activities by month',
  densityFrom: 'From month',
  densityTo: 'To month',
  byDate: 'By date',
  byDateNewest: 'By date, newest first',
  byDateOldest: 'By date, oldest first',
  item: '{title} - {date}',
  detailByContact: '{detail} by {contact}',
  byContact: 'by {contact}',
  repeats: { one: '{count} time', other: '{count} times' },
  repeatsName: '{title}, {repeats}',
  opensInNewTab: '(opens in a new tab)',
  details: 'Details of {title}',
  attributes: {},
  date: 'Date',
  contact: 'Contact',
  sourceTable: 'Source table',
  sourceKey: 'Source key',
  yes: 'Yes',
  no: 'No',
  why: 'Why is this here?',
  whyLoading: 'Looking it up…',
  whyError: 'This could not be looked up.',
  whyRow: 'It is {name} at line {line} of {table}.',
  whyHop: 'Its {column} is {value}, which is the {otherColumn} of a row in {otherTable}.',
  whyNotFound: 'Its {column} is {value}, which is no {otherColumn} in {otherTable}.',
  whyKey: 'The key {value} of {table} belongs to this customer.',
  whyCustomer: 'That row belongs to this customer.',
  whyNobody: 'That row belongs to no customer.',
  loading: 'Loading activities',
  loadingMore: 'Loading more…',
  empty: 'No activities yet.',
  emptyFiltered: 'No activities match the filters.',
  error: 'Activities could not be loaded.',
  moreError: 'More activities could not be loaded.',
  tryAgain: 'Try again',
  noAnswer: {
    one: 'The data source did not answer within {count} second.',
    other: 'The data source did not answer within {count} seconds.',
  },
  more: 'More',
  exportCsv: 'Export as CSV',
  exportNdjson: 'Export as NDJSON',
  print: 'Print',
  exportBegun: 'Exporting activities',
  exporting: 'Exporting activities: {count}',
  exportingOf: 'Exporting activities: {count} of {total}',
  exported: { one: '{count} activity exported.', other: '{count} activities exported.' },
  partMissing: 'A part of the page could not be loaded.',
  exportError: 'The activities could not be exported.',
  printPreparing: 'Preparing to print…',
  printError: 'The activities could not be prepared for printing.',
  printFilters: 'Filters: {filters}',
  printSearch: 'Search: {text}',
  printPart: 'Only {shown} of {total} activities are printed here.',
  copyLink: 'Copy link',
  linkCopied: 'Link copied',
  copyByHand: 'Copy the link from here',
  finding: 'Looking for the activity…',
  findHidden: 'The filters hide this activity.',
  showHidden: 'Clear filters and show it',
  findMissing: 'This activity is not there.',
  findError: 'The activity could not be looked up.',
  cancel: 'Cancel',
  dismiss: 'Dismiss',
  announceAll: { one: '{count} activity', other: '{count} activities' },
  arrivals: { one: '{count} new activity', other: '{count} new activities' },
  types: {},
};
