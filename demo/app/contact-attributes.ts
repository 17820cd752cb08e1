import { CONTACT_ATTRIBUTES } from '../../src/model/semantic-types.js';
import type { ColumnInfo } from '../../src/model/tables.js';
import { meaningsOf, personMeanings, proposeMeanings, wordsOf } from './column-meanings.js';

/** The attribute of a contact (§ 3.6) that says what a meaning of a column of customers says. */
const attributeOf: Readonly<Record<string, string>> = {
  'Person.FirstName': 'FirstName',
  'Person.LastName': 'LastName',
  'Person.BirthDate': 'BirthDate',
  'Identity.Service.Email': 'PrimaryEmail',
  'Identity.Service.Phone': 'PrimaryPhone',
  'Location.Address': 'StreetAddress',
  'Location.City': 'City',
  'Location.PostalCode': 'PostalCode',
  'Location.Country': 'CountryOrRegion',
};

/** Which column holds which attribute of a contact, by their names; the key is the contact's id. */
export function proposeContactAttributes(
  columns: readonly Pick<ColumnInfo, 'name'>[],
  primaryKey: string,
): Record<string, string> {
  const attributes: Record<string, string> = { ContactId: primaryKey };
  for (const [column, semantic] of Object.entries(proposeMeanings(columns, meaningsOf('individuals')))) {
    const attribute = attributeOf[semantic];
    if (attribute !== undefined && column !== primaryKey) attributes[attribute] = column;
  }
  // A contact has no attribute for the whole name, and is called by what its names hold.
  const named = proposeMeanings(columns, personMeanings);
  const fullName = columns.find(({ name }) => named[name] === 'Person.FullName')?.name;
  if (!attributes.FirstName && !attributes.LastName && fullName) attributes.LastName = fullName;
  for (const { key, label } of CONTACT_ATTRIBUTES) {
    if (attributes[key] !== undefined) continue;
    const alike = columns.find(({ name }) => wordsOf(name) === label.toLowerCase());
    if (alike) attributes[key] = alike.name;
  }
  return attributes;
}
