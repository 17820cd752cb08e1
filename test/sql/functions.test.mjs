// The functions that scripts define, over texts at random, beside the product's own readers. SEED repeats a run.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import fc from 'fast-check';
import { loadProduct } from '../oracle/support/engine.mjs';
import { openDuckDb } from './support/duckdb.mjs';
import { openPostgres } from './support/postgres.mjs';

const seed = Number(process.env.SEED ?? Math.floor(Math.random() * 2 ** 31));
const texts = (arbitrary, numRuns) => [...new Set(fc.sample(arbitrary, { seed, numRuns }))];

const blank = fc.constantFrom(
  ...' \t\n\v\f\r\u00a0\u1680\u2003\u2028\u202f\u3000\ufeff',
  '\u0001',
  '\u001f',
  '\u0085',
  '\u200b',
);
const around = (inner) =>
  fc
    .tuple(fc.array(blank, { maxLength: 3 }), inner, fc.array(blank, { maxLength: 3 }))
    .map(([before, text, behind]) => before.join('') + text + behind.join(''));
const digits = (min, max) => fc.stringMatching(new RegExp(`^[0-9]{${min},${max}}$`));

const letter = fc.constantFrom(...'aZ09-_ä ÄßẞİıI\u{10400}Ǆϴ\u1e9eK ');
const key = around(fc.array(letter, { maxLength: 6 }).map((letters) => letters.join('')));
const number = fc.oneof(
  fc.stringMatching(/^[+-]?[0-9]{0,6}([.][0-9]{0,6})?([eE][+-]?[0-9]{1,4})?$/),
  fc.stringMatching(/^[0-9+.eE-]{0,8}$/),
);
const clock = fc
  .tuple(
    fc.constantFrom('T', ' ', 't', 'x'),
    digits(1, 2),
    digits(2, 2),
    fc.option(digits(2, 2)),
    fc.option(digits(1, 10)),
    fc.constantFrom('', 'Z', 'z', '+05:30', '-0800', '+14', '-25:00', '+01:60', 'UTC'),
  )
  .map(
    ([separator, hour, minute, second, fraction, zone]) =>
      `${separator}${hour}:${minute}${second === null ? '' : `:${second}`}${fraction === null || second === null ? '' : `.${fraction}`}${zone}`,
  );
const year = fc.oneof(fc.constantFrom('2024', '1970', '0001', '9999', '0000', '1900', '24'), digits(4, 4));
const month = fc.oneof(fc.constantFrom('02', '2', '12'), digits(1, 2));
const iso = fc
  .tuple(year, month, fc.oneof(fc.constantFrom('29', '31', '01'), digits(1, 2)), fc.option(clock))
  .map(([y, m, d, rest]) => `${y}-${m}-${d}${rest ?? ''}`);
const dial = fc
  .tuple(
    digits(1, 2),
    digits(1, 2),
    fc.option(digits(2, 2)),
    fc.constantFrom('', ' AM', 'pm', ' Pm', ' xm', '  AM'),
  )
  .map(([hour, minute, second, half]) => ` ${hour}:${minute}${second === null ? '' : `:${second}`}${half}`);
const parts = (separator) =>
  fc
    .tuple(month, digits(1, 2), year, fc.option(dial))
    .map(([m, d, y, rest]) => `${[m, d, y].join(separator)}${rest ?? ''}`);
const time = around(
  fc.oneof(
    iso,
    parts('/'),
    parts('.'),
    fc.string({ maxLength: 12 }).map((text) => text.replaceAll('\0', '')),
  ),
);
const unix = around(fc.stringMatching(/^-?0{0,3}[0-9]{0,17}([.][0-9]{0,5})?$/));

const ZONES = ['Europe/Berlin', 'America/New_York', 'Australia/Lord_Howe', 'Pacific/Apia', 'Asia/Kolkata'];
// Clocks change at full hours and halves: times around changes, and anywhere.
const local = fc.oneof(
  fc.integer({ min: 0, max: 55 * 366 * 48 }).map((halves) => halves * 1_800_000),
  fc.constantFrom(
    ...[2024, 2011, 1985].flatMap((y) =>
      [2, 3, 8, 9, 10].flatMap((m) =>
        [1, 7, 8, 14, 25, 27, 30, 31].flatMap((d) => [0, 1, 2, 3, 24].map((h) => Date.UTC(y, m, d, h, 30))),
      ),
    ),
  ),
);

let product;
const databases = [];
let js;

before(async () => {
  product = await loadProduct();
  const { SessionFunctions } = await product.load('/src/sql/functions/session-functions.ts');
  const { dialectOf } = await product.load('/src/sql/dialects/index.ts');
  for (const open of [openDuckDb, openPostgres]) {
    const database = await open();
    const dialect = dialectOf(database.dialect);
    const functions = new SessionFunctions(dialect);
    const call = (name, ...args) => functions.call(name, ...args);
    const used = [
      'at_bare',
      'at_blank',
      'at_lower',
      'at_unspaced',
      'at_json',
      'at_trim',
      'at_number',
      'at_unblank',
      'at_time_mdy',
      'at_time_dmy',
      'at_in_range',
      'at_unix',
      'at_stamp',
      'at_in_zone',
    ];
    for (const name of used) call(name);
    for (const { sql } of functions.definitions()) await database.run(sql);
    databases.push({ ...database, call, literal: (text) => dialect.text(text) });
  }
  js = {
    ...(await product.load('/src/engine/ingest/canonical-number.ts')),
    ...(await product.load('/src/engine/unify/key-text.ts')),
    ...(await product.load('/src/model/dates.ts')),
    ...(await product.load('/src/model/time-zone.ts')),
  };
});

after(async () => {
  for (const database of databases) await database.close();
  await product?.close();
});

/** Compares an expression over `value` with a function, input by input. */
async function assertAlike(inputs, expression, expected) {
  for (const database of databases) {
    await database.load(
      'inputs',
      ['value'],
      inputs.map((value) => [value]),
      inputs.map((_, i) => i),
    );
    const rows = await database.rows(
      `select _line as line, cast(${expression(database)} as varchar) as result from (select _line, value from inputs) i order by _line`,
    );
    const differences = rows
      .map(({ line, result }) => ({ input: inputs[line], sql: result, engine: expected(inputs[line]) }))
      .filter(({ sql, engine }) => sql !== (engine === null ? null : String(engine)));
    assert.deepEqual(differences.slice(0, 3), [], `${database.dialect} (SEED=${seed})`);
    assert.equal(rows.length, inputs.length);
  }
}

test('keys are brought into the form in which the engine compares them', async () => {
  const form = (type) => {
    const text = new js.KeyText(type);
    return (value) => {
      const bytes = new TextEncoder().encode(value);
      text.read(bytes, 0, bytes.length);
      return new TextDecoder('utf-8', { ignoreBOM: true }).decode(text.bytes.subarray(0, text.length));
    };
  };
  await assertAlike(texts(key, 1500), ({ call }) => call('at_lower', call('at_bare', 'value')), form('text'));
  await assertAlike(
    texts(around(number), 1500),
    ({ call }) => call('at_lower', call('at_number', call('at_bare', 'value'))),
    form('number'),
  );
  await assertAlike(
    texts(key, 500),
    ({ call }) => call('at_blank', 'value'),
    (value) => /^[\x01-\x20]*$/.test(value),
  );
  await assertAlike(
    texts(key, 500),
    ({ call }) => call('at_unspaced', 'value'),
    (value) => value.replace(/\s+/gu, ''),
  );
});

test('texts are written into JSON as the engine writes them', async () => {
  const sign = fc.constantFrom(
    ...'\u0001\u000b\u000e\u001a\u001b\u001f\u007f\n\t"\\u001Bä\u2028',
    '\\u001B',
    '\\\\',
  );
  await assertAlike(
    texts(
      fc.array(sign, { maxLength: 8 }).map((signs) => signs.join('')),
      800,
    ),
    ({ call }) => call('at_json', 'value'),
    (value) => JSON.stringify(value),
  );
});

test('numbers are written as the engine writes them', async () => {
  await assertAlike(
    texts(around(number), 2500),
    ({ call }) => call('at_number', call('at_trim', 'value')),
    (value) => js.canonicalNumber(value.trim()),
  );
});

test('times are read and written as the engine does', async () => {
  const inputs = texts(time, 4000);
  for (const order of ['mdy', 'dmy']) {
    const reader = new js.DateReader({ order });
    const read = (value) => (reader.readText(value) ? reader : null);
    const ms = ({ call }) => call('at_in_range', call(`at_time_${order}`, call('at_unblank', 'value')));
    await assertAlike(inputs, ms, (value) => read(value)?.time ?? null);
    await assertAlike(
      inputs.filter((value) => reader.readText(value)),
      (database) => database.call('at_stamp', ms(database), `position(':' in value) > 0`),
      (value) => (reader.readText(value) ? js.formatTimestamp(reader.time, reader.hasTime) : null),
    );
  }
  for (const [type, unit] of [
    ['unix-seconds', '1000'],
    ['unix-milliseconds', '1'],
  ]) {
    const reader = new js.UnixReader(type);
    await assertAlike(
      texts(unix, 1500),
      ({ call }) => call('at_in_range', call('at_unix', call('at_unblank', 'value'), unit)),
      (value) => (reader.readText(value) ? reader.time : null),
    );
  }
});

test('clocks of a zone lead to the engine’s instants, where they are changed too', async () => {
  const inputs = texts(local.map(String), 1200);
  for (const name of ZONES) {
    const zone = js.timeZone(name);
    await assertAlike(
      inputs,
      ({ call, literal }) => call('at_in_zone', 'cast(value as bigint)', literal(name)),
      (value) => zone.toUtc(Number(value)),
    );
  }
});
