import { expect } from 'chai';
import { AdapterError, type AdapterErrorCode } from '../../src/model/errors.js';
import type { ActivityModel, MatchRule } from '../../src/model/model.js';
import { emptyModel } from '../../src/model/model.js';
import { toSql, type SqlDialect, type SqlOptions, type SqlTable } from '../../src/sql/index.js';

const column = (name: string): SqlTable['columns'][0] => ({ name, type: 'text' });

function tables(): SqlTable[] {
  return [
    { name: 'Crm_People', source: 'Crm', table: 'People', columns: ['id', 'mail'].map(column) },
    { name: 'Shop_Members', source: 'Shop', table: 'Members', columns: ['no', 'mail'].map(column) },
    {
      name: 'Shop_Orders',
      source: 'Shop',
      table: 'Orders',
      columns: [...['id', 'person', 'title'].map(column), { name: 'at', type: 'date' }],
    },
  ];
}

const rule = (parts: Partial<MatchRule['conditions'][0]> = {}): MatchRule => ({
  name: 'Mail',
  table: 'Shop_Members',
  with: 'Crm_People',
  conditions: [{ column: 'mail', withColumn: 'mail', ...parts }],
});

function model(customers: Partial<ActivityModel['customers']> = {}): ActivityModel {
  return {
    ...emptyModel(),
    tables: tables().map(({ name, source, table, columns }) => ({
      name,
      source,
      table,
      columns: columns.map((known) => ({ name: known.name, type: known.type })),
    })),
    customers: {
      tables: [
        { table: 'Crm_People', primaryKey: 'id', includeAll: true, deduplication: { rules: [] } },
        { table: 'Shop_Members', primaryKey: 'no', includeAll: true, deduplication: { rules: [] } },
      ],
      rules: [rule()],
      fields: [],
      ...customers,
    },
    relationships: [
      {
        name: 'OrderToPerson',
        from: { table: 'Shop_Orders', column: 'person' },
        to: { table: 'Crm_People', column: 'id' },
        cardinality: 'many-to-one',
      },
    ],
    activities: [
      {
        id: 'orders',
        name: 'Orders',
        table: 'Shop_Orders',
        type: 'Order',
        primaryKey: 'id',
        timestamp: 'at',
        event: 'title',
        showInTimeline: true,
        paths: [['OrderToPerson']],
      },
    ],
  };
}

interface Attempt {
  model?: ActivityModel;
  tables?: SqlTable[];
  dialect?: SqlDialect;
  options?: SqlOptions;
}

function attempt({ model: given, tables: described, dialect, options }: Attempt): string {
  return toSql(given ?? model(), described ?? tables(), dialect ?? 'duckdb', options);
}

function refused(what: Attempt, code: AdapterErrorCode, message: RegExp): void {
  try {
    attempt(what);
  } catch (error) {
    expect(error).to.be.instanceOf(AdapterError);
    expect((error as AdapterError).code).to.equal(code);
    expect((error as AdapterError).message).to.match(message);
    return;
  }
  expect.fail('nothing was refused');
}

const GIVEN: SqlOptions = { alternateKey: { relation: ['AlternateKey'] } };

describe('toSql refuses', () => {
  it('to unify by rules that are not exact, and says how to go on', () => {
    const inexact: Partial<ActivityModel['customers']>[] = [
      { rules: [rule({ precision: 80 })] },
      { rules: [rule({ normalize: ['name'] })] },
      { rules: [rule({ normalize: ['lowercase', 'ascii'] })] },
      { rules: [{ ...rule(), exceptions: [[{ column: 'mail', withColumn: 'mail' }]] }] },
      { alwaysMatch: [{ table: 'Crm_People', key: 'a', with: 'Shop_Members', withKey: 'b' }] },
      { neverMatch: [{ table: 'Crm_People', key: 'a', with: 'Shop_Members', withKey: 'b' }] },
    ];
    for (const customers of inexact) {
      refused({ model: model(customers) }, 'unsupported', /Export AlternateKey from the browser engine/);
      expect(attempt({ model: model(customers), options: GIVEN })).to.contain('UnifiedActivity');
    }
  });

  it('deduplication by rules in Spark, which has no query without end', () => {
    const joined = model();
    delete joined.customers.tables[0].deduplication;
    refused({ model: joined, dialect: 'spark' }, 'unsupported', /Crm_People.*Export AlternateKey/);
    for (const dialect of ['duckdb', 'postgres'] as const) attempt({ model: joined, dialect });
    attempt({ dialect: 'spark' });
    attempt({ model: joined, dialect: 'spark', options: GIVEN });
  });

  it('what a run of the engine would refuse', () => {
    refused({ tables: tables().slice(1) }, 'table-missing', /People/);
    const renamed = tables();
    renamed[2] = { ...renamed[2], columns: renamed[2].columns.slice(1) };
    refused({ tables: renamed }, 'column-missing', /id/);
    const pathless = model();
    pathless.activities[0].paths = [];
    refused({ model: pathless }, 'model-invalid', /relationship/);
  });

  it('names that a dialect cannot have or tell apart', () => {
    const withColumn = (name: string): SqlTable[] =>
      tables().map((table) => ({ ...table, columns: [...table.columns, column(name)] }));
    for (const dialect of ['duckdb', 'spark'] as const) {
      refused({ tables: withColumn('MAIL'), dialect }, 'name-taken', /mail and MAIL of Crm_People apart/);
    }
    attempt({ tables: withColumn('MAIL'), dialect: 'postgres' });
    const long = 'ä'.repeat(32);
    refused({ tables: withColumn(long), dialect: 'postgres' }, 'name-invalid', /63 bytes/);
    const placed = (relation: string[]): SqlTable[] =>
      tables().map((table, i) => (i === 2 ? { ...table, relation } : table));
    refused({ tables: placed(['${env:HOME}']), dialect: 'spark' }, 'name-invalid', /variable/);
    refused({ tables: placed(['a\0b']) }, 'name-invalid', /NUL/);
    refused({ tables: placed(['unifiedactivity']) }, 'name-taken', /another name/);
    refused({ tables: placed(['at_rows_1']) }, 'name-taken', /another name/);
    attempt({ tables: placed(['UnifiedActivity']), options: { schema: ['out'] } });
  });

  it('time zones whose names databases read in other ways', () => {
    const inZone = (timeZone: string): ActivityModel => ({
      ...model(),
      activities: model().activities.map((definition) => ({ ...definition, timeZone })),
    });
    refused({ model: inZone('+02:00') }, 'unsupported', /Europe\/Berlin/);
    for (const zone of ['Europe/Berlin', 'america/new_york', 'UTC']) attempt({ model: inZone(zone) });
  });

  it('a dialect that there is not', () => {
    refused({ dialect: 'oracle' as SqlDialect }, 'unsupported', /duckdb, postgres, spark/);
  });
});

describe('toSql', () => {
  it('puts no variable of Spark into a literal', () => {
    const named = model();
    named.activities[0].id = '${env:HOME}';
    const sql = attempt({ model: named, dialect: 'spark' });
    expect(sql).to.contain('\\u0024{env:HOME}');
    expect(sql.includes('${')).to.equal(false);
  });

  it('keeps comments on their lines', () => {
    const named = tables();
    named[2] = { ...named[2], columns: [...named[2].columns, column('x\nselect 1;\u2028y')] };
    const related = model();
    related.tables[2].columns.push({ name: 'x\nselect 1;\u2028y', type: 'text' });
    related.relationships[0].from.column = 'x\nselect 1;\u2028y';
    related.relationships[0].to.column = 'mail';
    const comments = attempt({ model: related, tables: named })
      .split('\n')
      .filter((line) => line.startsWith('--'));
    expect(comments.join('')).to.match(/^[^\u2028]+$/);
  });
});
