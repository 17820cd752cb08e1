import Ajv2020 from 'ajv/dist/2020.js';
import { expect } from 'chai';
import fc from 'fast-check';
import schema from '../../activity-model.schema.json';
import type { Comparison, CustomerUnification } from '../../src/model/model.js';
import { readModel } from '../../src/model/read-model.js';
import { anyModel } from './support/any-model.js';
import { accountsModel, peopleModel } from './support/models.js';

const fitsSchema = new Ajv2020({ strict: true }).compile(schema);

function isRead(value: unknown): boolean {
  try {
    readModel(value);
    return true;
  } catch {
    return false;
  }
}

type Json = null | boolean | number | string | Json[] | { [key: string]: Json };

/** All places of a document that can be changed: an object or a list with one of its keys. */
function placesOf(value: Json): [Record<string, Json>, string][] {
  if (typeof value !== 'object' || value === null) return [];
  const holder = value as Record<string, Json>;
  return Object.keys(holder).flatMap(
    (key) => [[holder, key], ...placesOf(holder[key])] as [typeof holder, string][],
  );
}

const strayValues: Json[] = [
  '',
  'Id',
  'mdy',
  'date',
  0,
  1,
  100,
  100.5,
  101,
  null,
  true,
  [],
  [''],
  [[]],
  {},
  { Id: '' },
];

const strayValue = fc.oneof(
  fc.jsonValue({ maxDepth: 1 }) as fc.Arbitrary<Json>,
  fc.constantFrom(...strayValues),
);

/** A model in which every key that may be absent is there. */
function fullModel(): Json {
  const model = accountsModel();
  const people = peopleModel();
  const [activity] = people.activities;
  const whole = { url: 'Price', detail: 'Price', icon: 'bag', timeZone: 'UTC', dateOrder: 'dmy' } as const;
  const comparison = {
    normalize: ['name', 'ascii'],
    precision: 80,
    alias: { a: 'b' },
    bypass: ['c'],
  } satisfies Comparison;
  const own = { ...comparison, column: 'Email' };
  const both = { ...own, withColumn: 'Email' };
  const [table] = people.customers.tables;
  const [field] = people.customers.fields;
  const pair = { table: table.table, key: '1', with: table.table, withKey: '2' };
  const customers: CustomerUnification = {
    tables: [
      {
        ...table,
        deduplication: {
          rules: [{ name: 'Same', conditions: [own], exceptions: [[{ ...own, differs: true }]] }],
          winner: { by: 'most-recent', column: 'Email' },
        },
      },
    ],
    rules: [{ ...people.customers.rules[0], conditions: [both], exceptions: [[{ ...both, differs: true }]] }],
    fields: [
      {
        ...field,
        semantic: 'Identity.Service.Email',
        sources: [{ ...field.sources[0], by: 'Email' }],
        merge: 'most-recent',
        group: 'g',
      },
    ],
    alwaysMatch: [pair],
    neverMatch: [pair],
    words: { name: { a: 'b' }, address: { a: 'b' }, organization: { a: 'b' } },
  };
  return JSON.parse(
    JSON.stringify({
      ...model,
      tables: [{ ...model.tables[0], primaryKey: 'AccountId' }],
      customers,
      activities: [{ ...activity, ...whole }],
    }),
  ) as Json;
}

/** Puts a value in one place, takes a place away, or adds a key beside it. */
const damage = fc.record({
  at: fc.nat(),
  how: fc.constantFrom('replace', 'remove', 'add'),
  value: strayValue,
  key: fc.constantFrom('url', 'semantic', 'precision', 'colour', 'attributes', '__proto__', 'constructor'),
});

const damagedModel = fc
  .tuple(
    fc.oneof(anyModel, fc.constantFrom(peopleModel(), accountsModel())),
    fc.array(damage, { minLength: 1, maxLength: 2 }),
  )
  .map(([model, damages]) => {
    const json = JSON.parse(JSON.stringify(model)) as Json;
    for (const { at, how, value: stray, key } of damages) {
      // A stray value that a later damage changes is not to be the one that other models get, nor to hold itself.
      const value = structuredClone(stray);
      const places = placesOf(json);
      const [holder, name] = places[at % places.length];
      if (how === 'replace') holder[name] = value;
      else if (how === 'add') define(holder, key, value);
      else if (Array.isArray(holder)) holder.splice(Number(name), 1);
      else delete holder[name];
    }
    return json;
  });

/** Adds a key of its own even where an assignment would set the prototype. */
function define(holder: Record<string, Json>, key: string, value: Json): void {
  if (Array.isArray(holder)) holder.push(value);
  else Object.defineProperty(holder, key, { value, enumerable: true, configurable: true, writable: true });
}

describe('the published schema', () => {
  it('is a JSON Schema of the 2020-12 draft with a description of every key of an activity', () => {
    expect(schema.$schema).to.equal('https://json-schema.org/draft/2020-12/schema');
    expect(fitsSchema(peopleModel())).to.equal(true);
    expect(fitsSchema(accountsModel())).to.equal(true);
    for (const [key, value] of Object.entries(schema.$defs.activity.properties)) {
      const described = '$ref' in value ? schema.$defs[value.$ref.slice(8) as 'tableName'] : value;
      expect(described, key).to.have.property('description').that.is.not.empty;
    }
  });

  it('accepts every model that the reader accepts', () => {
    fc.assert(
      fc.property(anyModel, (model) => {
        expect(isRead(model)).to.equal(true);
        expect(fitsSchema(model)).to.equal(true);
      }),
    );
  });

  it('agrees with the reader on every value in every place', () => {
    const count = placesOf(fullModel()).length;
    const verdicts = new Set<boolean>();
    for (let i = 0; i < count; i++) {
      for (const value of strayValues) {
        const json = fullModel();
        const [holder, key] = placesOf(json)[i];
        holder[key] = value;
        expect(fitsSchema(json), `${key}: ${JSON.stringify(value)}`).to.equal(isRead(json));
        verdicts.add(isRead(json));
      }
    }
    expect(isRead(fullModel())).to.equal(true);
    expect(verdicts.size).to.equal(2);
  });

  it('refuses the damaged models that the reader refuses, and no other', () => {
    const verdicts = { accepted: 0, refused: 0 };
    fc.assert(
      fc.property(damagedModel, (json) => {
        const isAccepted = isRead(json);
        verdicts[isAccepted ? 'accepted' : 'refused']++;
        expect(fitsSchema(json)).to.equal(isAccepted);
      }),
      { numRuns: 3000 },
    );
    // Neither side is tested by a law that only ever meets the other.
    expect(verdicts.accepted).to.be.above(100);
    expect(verdicts.refused).to.be.above(100);
  }).timeout(60_000);
});
