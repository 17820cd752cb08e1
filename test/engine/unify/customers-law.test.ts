import { expect } from 'chai';
import fc from 'fast-check';
import type { MatchCondition, MatchException, MatchRule } from '../../../src/model/model.js';
import { peopleModel, runModel, withEngine } from '../support/workspace.js';
import { unifyPlainly, type PlainInput, type PlainRow } from './support/plain-unification.js';

const PEOPLE = 'Crm_People';
const ACCOUNTS = 'Shop_Accounts';

const value = fc.oneof(
  { weight: 1, arbitrary: fc.constant('') },
  {
    weight: 3,
    arbitrary: fc
      .array(fc.constantFrom('a', 'A', 'b', 'é', '🙂'), { minLength: 1, maxLength: 8 })
      .map((l) => l.join('')),
  },
  {
    weight: 3,
    arbitrary: fc.constantFrom('Ada Byron', 'ada byrom', 'Byron Ada', 'ada@x.org', 'adda@x.org', 'bo@x.org'),
  },
);

function rowsOf(prefix: string): fc.Arbitrary<PlainRow[]> {
  return fc
    .array(fc.record({ name: value, mail: value, city: fc.constantFrom('', 'Bonn', 'Ulm') }), {
      minLength: 1,
      maxLength: 14,
    })
    .map((rows) => rows.map((row, i) => ({ id: `${prefix}${10 + ((i * 7) % 80)}`, ...row })));
}

const column = fc.constantFrom('name', 'mail', 'city');

const condition: fc.Arbitrary<MatchCondition> = fc.record({
  column,
  withColumn: column,
  normalize: fc.constantFrom([], ['lowercase' as const]),
  precision: fc.constantFrom(100, 100, 80, 75, 60, 30),
});

const exception: fc.Arbitrary<MatchException> = fc
  .tuple(condition, fc.boolean())
  .map(([base, differs]) => ({ ...base, differs }));

const rules: fc.Arbitrary<MatchRule[]> = fc
  .array(
    fc.record({
      conditions: fc.array(condition, { minLength: 1, maxLength: 3 }),
      exceptions: fc.oneof(
        fc.constant<MatchException[][]>([]),
        fc.array(fc.array(exception, { minLength: 1, maxLength: 2 }), { maxLength: 1 }),
      ),
    }),
    { minLength: 1, maxLength: 3 },
  )
  .map((list) => list.map((rule, i) => ({ name: `R${i}`, table: ACCOUNTS, with: PEOPLE, ...rule })));

const input: fc.Arbitrary<PlainInput> = fc
  .record({
    people: rowsOf('p'),
    accounts: rowsOf('a'),
    rules,
    never: fc.array(fc.tuple(fc.nat(13), fc.nat(13)), { maxLength: 2 }),
  })
  .map(({ never, ...rest }) => ({
    ...rest,
    never: never.map(([i, j]) => ({
      table: ACCOUNTS,
      key: rest.accounts[i % rest.accounts.length].id,
      with: PEOPLE,
      withKey: rest.people[j % rest.people.length].id,
    })),
  }));

/** The customers that the engine makes: for each row the names of all rows of its customer. */
async function unify(
  { people, accounts, rules: matchRules, never }: PlainInput,
  isReversed: boolean,
): Promise<{
  groups: Map<string, string>;
  ids: string[];
}> {
  return withEngine({ mode: 'inline', indexedDB: null }, async (engine) => {
    const tables = [
      { source: 'Crm', table: 'People', data: people },
      { source: 'Shop', table: 'Accounts', data: accounts },
    ];
    const types = { name: 'text', mail: 'text', city: 'text' } as const;
    for (const table of isReversed ? tables.toReversed() : tables)
      await engine.importTable({ ...table, types });
    const model = peopleModel({
      customers: {
        tables: [
          { table: PEOPLE, primaryKey: 'id', includeAll: true },
          { table: ACCOUNTS, primaryKey: 'id', includeAll: true },
        ],
        rules: [...matchRules],
        fields: [],
        neverMatch: [...never],
      },
    });
    const { customers } = await runModel(engine, model);
    for (const table of customers.tables) {
      expect(table.read).to.equal(
        table.customers + table.matched + table.duplicates + table.rejected + table.leftOut,
      );
    }
    if (isReversed) await engine.unifyCustomers();
    const members = new Map<string, string[]>();
    const customerOf = new Map<string, string>();
    for (const [name, table, rows] of [
      ['people', PEOPLE, people],
      ['accounts', ACCOUNTS, accounts],
    ] as const) {
      for (const { id } of rows) {
        const customer = String(await engine.resolveCustomer({ table, key: id }));
        members.set(customer, [...(members.get(customer) ?? []), `${name} ${id}`]);
        customerOf.set(`${name} ${id}`, customer);
      }
    }
    expect(customers.customers).to.equal(members.size);
    const groups = new Map(
      [...customerOf].map(([name, customer]) => [name, (members.get(customer) ?? []).sort().join(', ')]),
    );
    return { groups, ids: [...customerOf.values()] };
  });
}

describe('unified customers', () => {
  it('are those of comparing every row with every other, in any order of imports, once or twice', async function () {
    this.timeout(120_000);
    await fc.assert(
      fc.asyncProperty(input, async (plain) => {
        const expected = unifyPlainly(plain);
        const made = await unify(plain, false);
        expect(Object.fromEntries(made.groups)).to.deep.equal(Object.fromEntries(expected));
        expect(await unify(plain, true)).to.deep.equal(made);
      }),
      { numRuns: 120 },
    );
  });
});
