const NAME_RULE = 'Start with a letter. Use letters and numbers only.';

/**
 * The English texts of all issues. Those of the screens are D 23's (§ 4.6); the rest are for models written by
 * hand or left behind by a change of the data. `{word}` stands for a value of the issue.
 */
export const ISSUE_TEXTS = {
  // tables
  'no-tables': 'Select at least one table.',
  'no-date-field': '{table} has no date field. Choose a table with at least one date field.',
  'type-missing': 'Choose an activity type.',
  'type-name-invalid': NAME_RULE,
  'type-name-taken': 'This activity type already exists.',
  'pk-missing': 'Choose a primary key.',
  'pk-duplicate': '{column} has {n} duplicate values. Choose a column with unique values.',
  'pk-empty': '{column} is empty in {n} rows. Choose a column without empty values.',
  'pk-unchecked': 'The key could not be checked before the run.',
  // fields
  'name-missing': 'Enter an activity name.',
  'name-invalid': NAME_RULE,
  'name-taken': 'An activity with this name already exists.',
  'timestamp-missing': 'Choose a timestamp.',
  'timestamp-unreadable': '{n} of {m} values in {column} are not dates.',
  'date-order-ambiguous': '{column} may be month/day or day/month. Choose the order.',
  'event-missing': 'Choose an event activity.',
  'attribute-missing': 'Map a field to {attribute}.',
  'attribute-type': '{n} of {m} values in {column} are not {type}.',
  'attribute-unknown': '{type} has no attribute {attribute}. Remove its mapping.',
  'time-zone-unknown': 'There is no time zone "{timeZone}". Use a name such as Europe/Berlin or UTC.',
  // relationships
  'relationship-missing': 'Add a relationship for {table}.',
  'path-incomplete': 'Continue the path until it reaches a customer table.',
  'path-cycle': '{table} is already on this path.',
  'path-too-long': 'A path can have up to {limit} relationships.',
  'path-broken': 'The relationship {relationship} does not start at {table}. Choose one that does.',
  'relationship-unknown': 'There is no relationship {relationship}. Add it or choose another one.',
  'relationship-name-invalid': NAME_RULE,
  'relationship-name-taken': 'Another relationship has this name.',
  'contact-table-missing': 'Unify contacts before you add contact activities.',
  orphans: '{n} of {m} rows do not reach a customer.',
  // customers and contacts
  'customers-missing': 'Add at least one customer table.',
  'customer-table-taken': '{table} is already a customer table.',
  'customer-table-unknown': '{table} is not a customer table. Add it to the customer tables.',
  'rule-name-missing': 'Enter a name for the rule.',
  'rule-name-taken': 'Another rule has this name.',
  'rule-order': '{table} can only be matched with a table above it. Choose one or change the order.',
  'rule-conditions-missing': 'Add at least one condition to the rule.',
  'precision-text-only': '{column} is not text. Set the precision to exact.',
  'rank-column-missing': 'Choose a date or number column of {table}.',
  'rank-column-type': '{column} has neither dates nor numbers. Choose another column.',
  'pair-conflict': '{key} and {withKey} are set to always match and to never match. Remove one.',
  'group-differs':
    'All fields of the group {group} need the same tables in the same order and the same merge.',
  'group-too-large': 'The group {group} can have up to {fields} fields with up to {sources} sources.',
  'field-name-missing': 'Enter a name for the field.',
  'field-name-taken': 'Another field has this name.',
  'field-sources-missing': 'Choose at least one column for the field {field}.',
  'contact-table-taken': '{table} is already a contact table.',
  'contacts-unused': 'Contacts are used with business accounts only.',
  // any place that names a table or a column
  'table-undefined': 'The model does not describe the table {table}. Add it to the tables of the model.',
  'table-missing': 'The table {table} is not there. Import it or choose another one.',
  'column-missing': '{table} has no column {column}. Choose another one.',
  // the document
  'table-name-invalid': 'This table must be named {expected}.',
  'table-taken': 'Another table has this name.',
  'column-taken': '{table} has two columns named {column}. Rename one.',
  'id-taken': 'Another activity has this id.',
} as const;

/** What an issue is about; stable, for programs. */
export type IssueCode = keyof typeof ISSUE_TEXTS;

type Placeholder<Text> = Text extends `${string}{${infer Name}}${infer Rest}`
  ? Name | Placeholder<Rest>
  : never;

/** The values that the text of a code has places for. */
export type IssueValues<Code extends IssueCode> = Readonly<
  Record<Placeholder<(typeof ISSUE_TEXTS)[Code]>, string | number>
>;

/**
 * Puts values in the places of a text, also of a translated one. Numbers are written by `writeNumber`, by
 * default as plain digits. A place without a value stays as it is.
 */
export function fillText(
  text: string,
  values: Readonly<Record<string, string | number>>,
  writeNumber: (value: number) => string = String,
): string {
  return text.replace(/\{(\w+)\}/g, (place, name: string) => {
    if (!Object.hasOwn(values, name)) return place;
    const value = values[name];
    return typeof value === 'number' ? writeNumber(value) : value;
  });
}
