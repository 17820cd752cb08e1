import fc from 'fast-check';
import type { ActivityModel } from '../../../src/model/model.js';

const text = fc.oneof(fc.string({ maxLength: 8 }), fc.constantFrom('', 'Id', '__proto__', 'é/~'));
const texts = fc.array(text, { maxLength: 3 });
const mapping = fc.dictionary(text, text, { maxKeys: 3, noNullPrototype: true });
const place = fc.record({ table: text, column: text });

function listOf<T>(item: fc.Arbitrary<T>): fc.Arbitrary<T[]> {
  return fc.array(item, { maxLength: 2 });
}

const table = fc.record(
  {
    name: text,
    source: text,
    table: text,
    columns: listOf(
      fc.record({
        name: text,
        type: fc.constantFrom(
          'text',
          'number',
          'boolean',
          'date',
          'datetime',
          'unix-seconds',
          'unix-milliseconds',
        ),
      }),
    ),
    primaryKey: text,
  },
  { requiredKeys: ['name', 'source', 'table', 'columns'] },
);

const normalization = fc.constantFrom(
  'numerals',
  'symbols',
  'lowercase',
  'whitespace',
  'ascii',
  'phone',
  'name',
  'address',
  'organization',
);

const comparison = {
  column: text,
  normalize: fc.array(normalization, { maxLength: 3 }),
  precision: fc.integer({ min: 1, max: 100 }),
  alias: mapping,
  bypass: texts,
};
const condition = fc.record({ ...comparison, withColumn: text }, { requiredKeys: ['column', 'withColumn'] });
const differs = fc.boolean();

const deduplication = fc.record(
  {
    rules: listOf(
      fc.record(
        {
          name: text,
          conditions: listOf(fc.record(comparison, { requiredKeys: ['column'] })),
          exceptions: listOf(listOf(fc.record({ ...comparison, differs }, { requiredKeys: ['column'] }))),
        },
        { requiredKeys: ['name', 'conditions'] },
      ),
    ),
    winner: fc.record(
      { by: fc.constantFrom('most-filled', 'most-recent', 'least-recent'), column: text },
      { requiredKeys: ['by'] },
    ),
  },
  { requiredKeys: ['rules'] },
);

const customerTable = fc.record(
  { table: text, primaryKey: text, includeAll: fc.boolean(), semantics: mapping, deduplication },
  { requiredKeys: ['table', 'primaryKey', 'includeAll'] },
);

const rule = fc.record(
  {
    name: text,
    table: text,
    with: text,
    conditions: listOf(condition),
    exceptions: listOf(
      listOf(
        fc.record({ ...comparison, withColumn: text, differs }, { requiredKeys: ['column', 'withColumn'] }),
      ),
    ),
  },
  { requiredKeys: ['name', 'table', 'with', 'conditions'] },
);

const field = fc.record(
  {
    name: text,
    semantic: text,
    sources: listOf(
      fc.record({ table: text, column: text, by: text }, { requiredKeys: ['table', 'column'] }),
    ),
    merge: fc.constantFrom('importance', 'most-recent', 'least-recent'),
    group: text.filter((name) => name !== ''),
  },
  { requiredKeys: ['name', 'sources'] },
);

const pairs = listOf(fc.record({ table: text, key: text, with: text, withKey: text }));

const activity = fc.record(
  {
    id: text.filter((id) => id !== ''),
    name: text,
    table: text,
    type: fc.oneof(text, fc.constantFrom('Other', 'Feedback', 'SalesOrder')),
    primaryKey: text,
    timestamp: text,
    event: text,
    url: text,
    detail: text,
    icon: text,
    showInTimeline: fc.boolean(),
    timeZone: text,
    dateOrder: fc.constantFrom('mdy', 'dmy'),
    attributes: mapping,
    paths: listOf(texts),
  },
  {
    requiredKeys: [
      'id',
      'name',
      'table',
      'type',
      'primaryKey',
      'timestamp',
      'event',
      'showInTimeline',
      'paths',
    ],
  },
);

/** Any document of the form `activity-model/1`, sensible or not. */
export const anyModel = fc.record({
  format: fc.constant('activity-model/1'),
  kind: fc.constantFrom('individuals', 'accounts'),
  tables: listOf(table),
  customers: fc.record(
    {
      tables: listOf(customerTable),
      rules: listOf(rule),
      fields: listOf(field),
      alwaysMatch: pairs,
      neverMatch: pairs,
      words: fc.record({ name: mapping, address: mapping, organization: mapping }, { requiredKeys: [] }),
    },
    { requiredKeys: ['tables', 'rules', 'fields'] },
  ),
  contacts: listOf(fc.record({ table: text, primaryKey: text, attributes: mapping, path: texts })),
  relationships: listOf(
    fc.record({
      name: text,
      from: place,
      to: place,
      cardinality: fc.constantFrom('many-to-one', 'one-to-one'),
    }),
  ),
  activities: listOf(activity),
}) satisfies fc.Arbitrary<ActivityModel>;
