import { AdapterError } from './errors.js';
import {
  MODEL_FORMAT,
  type ActivityDefinition,
  type ActivityModel,
  type ColumnCondition,
  type ColumnException,
  type ContactTable,
  type CustomerTable,
  type CustomerUnification,
  type Deduplication,
  type DeduplicationRule,
  type FieldSource,
  type MatchCondition,
  type MatchException,
  type MatchRule,
  type Relationship,
  type RowPair,
  type TableDefinition,
  type UnifiedField,
  type Winner,
  type WordLists,
} from './model.js';
import {
  flag,
  invalid,
  list,
  object,
  oneOf,
  optional,
  record,
  text,
  wholeNumber,
  type Shape,
} from './shape.js';

const place = object<Relationship['from']>({ table: text(), column: text() });

const table = object<TableDefinition>({
  name: text(),
  source: text(),
  table: text(),
  columns: list(
    object({
      name: text(),
      type: oneOf('text', 'number', 'boolean', 'date', 'datetime', 'unix-seconds', 'unix-milliseconds'),
    }),
  ),
  primaryKey: optional(text()),
});

const comparison = {
  normalize: optional(
    list(
      oneOf(
        'numerals',
        'symbols',
        'lowercase',
        'whitespace',
        'ascii',
        'phone',
        'name',
        'address',
        'organization',
      ),
    ),
  ),
  precision: optional(wholeNumber(1, 100)),
  alias: optional(record(text())),
  bypass: optional(list(text())),
};
const columnCondition = { column: text(), ...comparison };
const matchCondition = { ...columnCondition, withColumn: text() };
const differs = optional(flag);

const deduplication = object<Deduplication>({
  rules: list(
    object<DeduplicationRule>({
      name: text(),
      conditions: list(object<ColumnCondition>(columnCondition)),
      exceptions: optional(list(list(object<ColumnException>({ ...columnCondition, differs })))),
    }),
  ),
  winner: optional(
    object<Winner>({
      by: oneOf('most-filled', 'most-recent', 'least-recent'),
      column: optional(text()),
    }),
  ),
});

const customerTable = object<CustomerTable>({
  table: text(),
  primaryKey: text(),
  includeAll: flag,
  semantics: optional(record(text())),
  deduplication: optional(deduplication),
});

const rule = object<MatchRule>({
  name: text(),
  table: text(),
  with: text(),
  conditions: list(object<MatchCondition>(matchCondition)),
  exceptions: optional(list(list(object<MatchException>({ ...matchCondition, differs })))),
});

const field = object<UnifiedField>({
  name: text(),
  semantic: optional(text()),
  sources: list(object<FieldSource>({ table: text(), column: text(), by: optional(text()) })),
  merge: optional(oneOf('importance', 'most-recent', 'least-recent')),
  group: optional(text(1)),
});

const pairs = optional(list(object<RowPair>({ table: text(), key: text(), with: text(), withKey: text() })));
const words = optional(record(text()));

const customers = object<CustomerUnification>({
  tables: list(customerTable),
  rules: list(rule),
  fields: list(field),
  alwaysMatch: pairs,
  neverMatch: pairs,
  words: optional(object<WordLists>({ name: words, address: words, organization: words })),
});

const contacts = object<ContactTable>({
  table: text(),
  primaryKey: text(),
  attributes: record(text()),
  path: list(text()),
});

const relationship = object<Relationship>({
  name: text(),
  from: place,
  to: place,
  cardinality: oneOf('many-to-one', 'one-to-one'),
});

const activity = object<ActivityDefinition>({
  id: text(1),
  name: text(),
  table: text(),
  type: text(),
  primaryKey: text(),
  timestamp: text(),
  event: text(),
  url: optional(text()),
  detail: optional(text()),
  icon: optional(text()),
  showInTimeline: flag,
  timeZone: optional(text()),
  dateOrder: optional(oneOf('mdy', 'dmy')),
  attributes: optional(record(text())),
  paths: list(list(text())),
});

/** The form of `activity-model/1`; `activity-model.schema.json` says the same to other programs. */
const activityModel1 = object<ActivityModel>({
  format: oneOf(MODEL_FORMAT),
  kind: oneOf('individuals', 'accounts'),
  tables: list(table),
  customers,
  contacts: list(contacts),
  relationships: list(relationship),
  activities: list(activity),
});

/** A reader for every format ever released. */
const READERS: ReadonlyMap<unknown, Shape<ActivityModel>> = new Map([[MODEL_FORMAT, activityModel1]]);

/**
 * Reads a model from JSON, as text or parsed, and answers a copy of its own. What it says may still be
 * incomplete or wrong: that is for `validateModel` to tell.
 *
 * Throws `model-format` for a format of another release, and `model-invalid` for what is not a model, with a
 * JSON Pointer to the first wrong place in `detail.pointer`. A key that is not known is wrong too: left out in
 * silence, what somebody wrote there would be lost.
 */
export function readModel(value: unknown): ActivityModel {
  const json = typeof value === 'string' ? parse(value) : value;
  if (typeof json !== 'object' || json === null || Array.isArray(json)) {
    throw invalid([], 'must be an object.');
  }
  const format: unknown = Object.hasOwn(json, 'format') ? (json as { format?: unknown }).format : undefined;
  const shape = READERS.get(format);
  if (shape === undefined) throw unknownFormat(format);
  return shape.read(json, []);
}

function parse(json: string): unknown {
  try {
    return JSON.parse(json) as unknown;
  } catch (cause) {
    const message = 'The model is not valid JSON. Check the file or export it again.';
    throw new AdapterError('model-invalid', message, { cause, detail: { pointer: '' } });
  }
}

function unknownFormat(format: unknown): AdapterError {
  const known = [...READERS.keys()] as string[];
  const name = typeof format === 'string' ? format : null;
  const found = name === null ? 'does not say its format' : `has the format "${name}"`;
  return new AdapterError(
    'model-format',
    `The model ${found}. This release reads ${known.join(', ')}; a newer one may read yours.`,
    { detail: { format: name, known } },
  );
}
