export type * from './activity.js';
export type { DateColumnFacts } from './dates.js';
export type * from './explanation.js';
export { AdapterError, isAbort, type AdapterErrorCode, type AdapterErrorOptions } from './errors.js';
export { describeTables } from './describe-tables.js';
export { fillText, ISSUE_TEXTS, type IssueCode } from './messages.js';
export type { ModelAdapter } from './model-adapter.js';
export { emptyModel, MODEL_FORMAT, PRECISION } from './model.js';
export type * from './model.js';
export { isName, isSourceName, tableName } from './names.js';
export { readModel } from './read-model.js';
export type * from './reports.js';
export {
  attributesOf,
  CONTACT_ATTRIBUTES,
  DEFAULT_ICONS,
  defaultIcon,
  displayTypeName,
  ICON_NAMES,
  isSemanticType,
  OTHER_TYPE,
  pluralTypeName,
  SEMANTIC_TYPES,
  type IconName,
  type SemanticType,
  type SemanticTypeName,
  type TypeAttribute,
} from './semantic-types.js';
export type * from './tables.js';
export type * from './timeline-adapter.js';
export {
  ACTIVITY_COLUMNS,
  toUnifiedActivity,
  type ActivityColumns,
  type ActivityColumnSet,
} from './unified-activity.js';
export {
  blocksRun,
  createIssue,
  validateModel,
  type IssueLevel,
  type IssuePlace,
  type IssueStep,
  type ModelIssue,
  type ProfileLookup,
} from './validation.js';
