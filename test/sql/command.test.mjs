// The command line: arguments in, script or reason out.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { runCommand } from '../../bin/command.mjs';
import { loadProduct } from '../oracle/support/engine.mjs';

let server;
let product;
const files = new Map();

before(async () => {
  server = await loadProduct();
  product = {
    ...(await server.load('/src/model/index.ts')),
    ...(await server.load('/src/sql/index.ts')),
  };
  const { contosoModel, CONTOSO_TABLES } = await server.load('/test/engine/support/contoso.ts');
  const columns = (...names) => names.map((name) => ({ name, type: 'text' }));
  const known = {
    eCommerceContacts: columns('ContactId', 'EMail'),
    loyCustomers: columns('LoyaltyId', 'EMail'),
    eCommercePurchases: columns(
      'ContactId',
      'PurchaseId',
      'PurchasedOn',
      'TotalPrice',
      'ActivityTypeDisplay',
      'Subject',
    ),
    posPurchases: columns('LoyaltyId', 'PurchaseId', 'PurchasedOn', 'ActivityTypeDisplay', 'Subject'),
    webReviews: columns('ReviewId', 'UserId', 'ReviewText', 'ActivityTypeDisplay', 'ReviewDate'),
  };
  const tables = Object.values(CONTOSO_TABLES).map(({ source, table }) => ({
    name: `${source}_${table}`,
    source,
    table,
    columns: known[table],
  }));
  files.set('model.json', JSON.stringify({ ...contosoModel(), tables }));
  const dates = { order: 'dmy', readable: 5 };
  const inLake = tables.map((table) => ({
    ...table,
    rows: 7,
    relation: ['lake', table.table],
    columns: table.columns.map((column) =>
      /On$|Date$/.test(column.name) ? { ...column, type: 'date', dates } : column,
    ),
  }));
  files.set('tables.json', JSON.stringify(inLake));
  files.set(
    'bad-tables.json',
    JSON.stringify([{ ...tables[0], columns: [{ name: 'ContactId', type: 'blob' }] }]),
  );
  files.set('broken.json', '{');
});

after(() => server?.close());

async function run(...args) {
  const result = { out: '', reason: '', written: new Map() };
  const code = await runCommand(args, product, {
    read: async (file) => {
      if (!files.has(file)) throw Object.assign(new Error(`no such file: ${file}`), { code: 'ENOENT' });
      return files.get(file);
    },
    write: async (file, text) => void result.written.set(file, text),
    print: (text) => (result.out += text),
    complain: (text) => (result.reason += text),
  });
  return { code, ...result };
}

test('wrong arguments are told with the help, and end with 2', async () => {
  const wrong = [
    [],
    ['sql'],
    ['sql', 'model.json'],
    ['make', 'model.json', '--dialect', 'duckdb'],
    ['sql', 'model.json', '--dialect', 'duckdb', '--colour'],
  ];
  for (const args of wrong) {
    const { code, out, reason } = await run(...args);
    assert.equal(code, 2, args.join(' '));
    assert.equal(out, '');
    assert.match(reason, /activity-timeline sql MODEL\.json/);
  }
  assert.equal((await run('--help')).code, 0);
});

test('what is refused is told by its code, and ends with 1', async () => {
  const refused = {
    'ENOENT: ': ['sql', 'none.json', '--dialect', 'duckdb'],
    'model-invalid: The model is not valid JSON': ['sql', 'broken.json', '--dialect', 'duckdb'],
    'unsupported: There is no dialect “oracle”': ['sql', 'model.json', '--dialect', 'oracle'],
    'model-invalid: The description of tables at /0/columns/0/type': [
      ...['sql', 'model.json', '--dialect', 'duckdb', '--tables', 'bad-tables.json'],
    ],
    'unsupported: Spark': ['sql', 'model.json', '--dialect', 'spark'],
  };
  for (const [reason, args] of Object.entries(refused)) {
    const result = await run(...args);
    assert.equal(result.code, 1, reason);
    assert.ok(result.reason.startsWith(reason), result.reason);
    assert.equal(result.out, '');
  }
});

test('a script is printed or written, by the options given', async () => {
  const { code, out, reason } = await run(
    'sql',
    'model.json',
    '--dialect',
    'duckdb',
    '--tables',
    'tables.json',
  );
  assert.equal(code, 0, reason);
  assert.match(out, /from "lake"\."posPurchases" t/);
  assert.match(out, /at_time_dmy/);
  const options = ['--alternate-key', 'ci.AlternateKey', '--schema', 'gold', '--merge', '--out', 'run.sql'];
  const written = await run('sql', 'model.json', '--dialect', 'spark', ...options);
  assert.deepEqual([written.code, written.out], [0, ''], written.reason);
  const script = written.written.get('run.sql');
  assert.match(script, /from `ci`\.`AlternateKey` a/);
  assert.match(script, /merge into `gold`\.`UnifiedActivity` t/);
});
