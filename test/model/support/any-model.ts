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

const customerTable = fc.record(
  { table: text, primaryKey: text, includeAll: fc.boolean(), semantics: mapping },
  { requiredKeys: ['table', 'primaryKey', 'includeAll'] },
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

const condition = fc.record(
  {
    column: text,
    withColumn: text,
    normalize: fc.array(normalization, { maxLength: 3 }),
    precision: fc.integer({ min: 1, max: 100 }),
  },
  { requiredKeys: ['column', 'withColumn'] },
);

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
  customers: fc.record({
    tables: listOf(customerTable),
    rules: listOf(fc.record({ name: text, table: text, with: text, conditions: listOf(condition) })),
    fields: listOf(
      fc.record(
        { name: text, semantic: text, sources: listOf(place) },
        { requiredKeys: ['name', 'sources'] },
      ),
    ),
  }),
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
