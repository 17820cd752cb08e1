import type { ActivityModel } from './model.js';
import type { TableInfo } from './tables.js';
import { checkContacts } from './validate/contacts.js';
import { checkCustomers } from './validate/customers.js';
import { checkDocument } from './validate/document.js';
import { checkFields } from './validate/fields.js';
import { Inspection, type ProfileLookup } from './validate/inspection.js';
import type { ModelIssue } from './validate/issues.js';
import { checkRelationships } from './validate/relationships.js';
import { checkTables } from './validate/tables.js';

export type { ProfileLookup } from './validate/inspection.js';
export {
  blocksRun,
  createIssue,
  type IssueLevel,
  type IssuePlace,
  type IssueStep,
  type ModelIssue,
} from './validate/issues.js';
export { MAX_PATH_LENGTH } from './validate/paths.js';

/**
 * Finds what a person should know about a model, in the order of the screens (§ 4.6, D 23). The wizard, the
 * engine and any import of a model use this one function. Neither argument is changed.
 *
 * @param tables What is stored. Absent: only the model itself is looked at.
 * @param profiles What is known of a column's values; a key without a profile gets `pk-unchecked`.
 * @returns All but `orphans`, which only joining the rows can tell.
 */
export function validateModel(
  model: ActivityModel,
  tables?: readonly TableInfo[],
  profiles?: ProfileLookup,
): ModelIssue[] {
  const inspection = new Inspection(model, tables, profiles);
  checkDocument(inspection);
  checkCustomers(inspection);
  checkContacts(inspection);
  checkTables(inspection);
  checkFields(inspection);
  checkRelationships(inspection);
  return inspection.issues;
}
