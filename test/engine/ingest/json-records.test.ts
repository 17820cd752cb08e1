import { expect } from 'chai';
import fc from 'fast-check';
import { canonicalNumber } from '../../../src/engine/ingest/canonical-number.js';
import { findJsonFault } from '../../../src/engine/ingest/json-fault.js';
import { openRecords } from '../../../src/engine/ingest/open-records.js';
import { failure, outcome, readAll } from './support/read-all.js';

/** The text of a JSON value by the rules, as far as no number needs an exponent. */
function plainText(value: unknown): string {
  if (value === null || value === undefined) return '';
  return typeof value === 'string' ? value : JSON.stringify(value);
}

/** The JSON text of a number inside a value: short ones as JavaScript writes them, long ones as they are written. */
function nested(json: string): string {
  const inside = /^-?[\d.]{16}/.test(json) ? json : JSON.stringify(JSON.parse(json));
  return `[${inside},{"x":${inside}}]`;
}

const plainValue = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 70 }),
  fc.integer(),
  fc.boolean(),
  fc.constant(null),
  fc.array(fc.integer(), { maxLength: 3 }),
  fc.dictionary(fc.string({ maxLength: 3 }), fc.boolean(), { maxKeys: 2 }),
);
const key = fc.constantFrom('id', 'name', '__proto__', 'constructor', 'é', '0');
const rows = fc.array(fc.dictionary(key, plainValue, { maxKeys: 4, noNullPrototype: false }), {
  minLength: 1,
  maxLength: 8,
});

describe('reading JSON', () => {
  it('gives every value under its key, in the order in which the keys first occur', async () => {
    await fc.assert(
      fc.asyncProperty(rows, async (records) => {
        const parsed = JSON.parse(JSON.stringify(records)) as Record<string, unknown>[];
        const columns = [...new Set(parsed.flatMap((record) => Object.keys(record)))];
        const expected = {
          columns,
          rows: parsed.map((record) =>
            columns.map((name) => (Object.hasOwn(record, name) ? plainText(record[name]) : '')),
          ),
          setAside: [],
        };
        expect(await readAll(JSON.stringify(records), { format: 'json' })).to.deep.include(expected);
        expect(await readAll(parsed)).to.deep.include(expected);
        const lines = parsed.map((record) => JSON.stringify(record)).join('\n');
        expect(await readAll(lines, { format: 'ndjson' })).to.deep.include(expected);
      }),
      { numRuns: 300 },
    );
  });

  it('writes numbers as plain decimals, dates as ISO and what has no text as empty', async () => {
    const at = new Date('2024-05-01T10:00:00Z');
    const { columns, rows } = await readAll([
      {
        n: 1e21,
        small: 1.5e-7,
        zero: -0,
        big: 12345678901234567890n,
        at,
        no: Number.NaN,
        f: () => 1,
        u: undefined,
        never: new Date(Number.NaN),
      },
    ]);
    expect(Object.fromEntries(columns.map((name, i) => [name, rows[0][i]]))).to.deep.equal({
      n: '1000000000000000000000',
      small: '0.00000015',
      zero: '0',
      big: '12345678901234567890',
      at: '2024-05-01T10:00:00.000Z',
      no: '',
      f: '',
      u: '',
      never: '',
    });
  });

  it('keeps every digit of numbers in a text, wherever they stand, and nothing of a text for one', async () => {
    const digits = fc
      .tuple(fc.bigInt({ min: -(10n ** 40n), max: 10n ** 40n }), fc.stringMatching(/^[0-9]{1,25}$/))
      .map(([whole, fraction]) => `${whole}.${fraction}`);
    const number = fc.oneof(
      digits,
      digits.map((text) => `${text}e7`),
      fc.bigInt().map(String),
      fc.integer().map(String),
      fc.double({ noNaN: true, noDefaultInfinity: true }).map((value) => JSON.stringify(value)),
    );
    const text = fc.constantFrom(': 12345678901234567890', '"', '\\\\', '12345678901234567890', '],[', 'é');
    const cell = fc.oneof(
      number.map((json) => ({ json, text: canonicalNumber(json) })),
      number.map((json) => ({ json: ` [${json} ,{"x":${json}}]`, text: nested(json) })),
      text.map((value) => ({ json: JSON.stringify(value), text: value })),
    );
    const table = fc.array(fc.tuple(cell, cell, cell), { minLength: 1, maxLength: 6 });
    await fc.assert(
      fc.asyncProperty(table, async (cells) => {
        const lines = cells.map((row) => `{${row.map(({ json }, i) => `"c${i}" : ${json}`).join()}}`);
        const expected = cells.map((row) => row.map((one) => one.text));
        expect((await readAll(lines.join('\n'), { format: 'ndjson' })).rows).to.deep.equal(expected);
        expect((await readAll(`[${lines.join()}]`, { format: 'json' })).rows).to.deep.equal(expected);
        expect((await readAll(lines[0], { format: 'json' })).rows).to.deep.equal([expected[0]]);
      }),
      { numRuns: 500 },
    );
  });

  it('sets a line aside that is no JSON, whatever digits it has', async () => {
    const broken = ['{12345678901234567890:1}', '{"a":12345678901234567890.}', '{"a":01234567890123456789}'];
    const { rows, setAside } = await readAll(['{"a":1}', ...broken].join('\n'), { format: 'ndjson' });
    expect(rows).to.deep.equal([['1']]);
    expect(setAside.map((record) => record.text)).to.deep.equal(broken);
    for (const line of broken) expect((await failure(`[${line}]`)).code).to.equal('json-syntax');
  });

  it('turns half a surrogate pair into the replacement character, also at the end of a value', async () => {
    const { rows } = await readAll([{ a: 'x\ud83d', b: '\udeb2y', c: `${'long '.repeat(20)}\ud83d` }]);
    expect(rows[0]).to.deep.equal(['x\ufffd', '\ufffdy', `${'long '.repeat(20)}\ufffd`]);
  });

  it('keeps long texts of any letters', async () => {
    const texts = ['x', 'é', '漢', '🚲'].map((letter) => letter.repeat(60_000));
    expect((await readAll(texts.map((text) => ({ text })))).rows.flat()).to.deep.equal(texts);
  });

  it('sets aside what is no object, what is no JSON and what contains itself', async () => {
    const cycle: Record<string, unknown> = { id: 2 };
    cycle.self = cycle;
    const strange = [null, 5n, undefined] as unknown as object[];
    const { rows, lines, setAside } = await readAll([{ id: 1 }, [1], cycle, [cycle], { id: 3 }, ...strange]);
    expect({ rows, lines }).to.deep.equal({ rows: [['1'], ['3']], lines: [1, 5] });
    expect(setAside).to.deep.equal([
      { reason: 'not-an-object', line: 2, text: '[1]' },
      { reason: 'json-invalid', line: 3, text: 'id, self' },
      { reason: 'not-an-object', line: 4, text: '[object Array]' },
      { reason: 'not-an-object', line: 6, text: 'null' },
      { reason: 'not-an-object', line: 7, text: '5' },
      { reason: 'not-an-object', line: 8, text: 'undefined' },
    ]);

    const table = await readAll('{"id":1}\n\n{"id":2\r\n"x"\r\n{"id":3}\r\n');
    expect(table).to.deep.include({ format: 'ndjson', rows: [['1'], ['3']], lines: [1, 5] });
    expect(table.setAside).to.deep.equal([
      { reason: 'json-invalid', line: 3, text: '{"id":2\r' },
      { reason: 'not-an-object', line: 4, text: '"x"' },
    ]);
  });

  it('takes one object as one row, on a line of its own or on many', async () => {
    expect(await readAll('{"id": 1}')).to.deep.include({ format: 'ndjson', rows: [['1']] });
    expect(await readAll('{\n  "id": 1\n}')).to.deep.include({ format: 'json', rows: [['1']] });
  });

  it('ends with a record set aside or a typed error however deep the nesting is', async () => {
    const deep = '['.repeat(200_000) + ']'.repeat(200_000);
    for (const text of [`[${deep}]`, `[{"a":${deep}}]`]) {
      const result = await outcome(text);
      if ('code' in result) expect(result.code).to.equal('json-syntax');
      else expect(result.rows.length + result.setAside.length).to.equal(1);
    }
  });

  it('does not let a key change what rows inherit', async () => {
    const table = await readAll('[{"__proto__": {"polluted": true}, "constructor": "x"}]');
    expect(table).to.deep.include({
      columns: ['__proto__', 'constructor'],
      rows: [['{"polluted":true}', 'x']],
    });
    expect(({} as { polluted?: unknown }).polluted).to.equal(undefined);
  });

  it('reads long arrays in pieces, whatever stands in their texts', async () => {
    const texts = ['],[', '},{', '"', '\\\\', '\\', 'é,漢', ',', ' ', '\n'];
    const records = Array.from({ length: 40_000 }, (_, i) => ({
      id: i,
      text: `${texts[i % texts.length]}${i}`,
      list: [[i], { a: ']' }],
    }));
    for (const text of [JSON.stringify(records), JSON.stringify(records, null, 1)]) {
      const { rows, lines } = await readAll(text);
      expect(rows).to.deep.equal(
        records.map(({ id, text, list }) => [String(id), text, JSON.stringify(list)]),
      );
      expect(lines).to.deep.equal(records.map((_, i) => i + 1));
    }
  });

  it('finds what is wrong with a long array wherever it is', async () => {
    const record = `{"id":1,"text":"${'x'.repeat(1000)}"}`;
    const long = `${record},`.repeat(700);
    const broken = [
      `[${long}]`,
      `[,${long}${record}]`,
      `[${long},${record}]`,
      `[${long}${record},]`,
      `[${long}${record}`,
      `[${long}${record}}`,
      `[${long}${record}]]`,
      `[${long}${record}],[${record}]`,
      `[${long}${record}] x`,
      `[${long}{"id":1}{"id":2}]`,
      `[${long}{"id":[1,2}]}]`,
      `[${long}{"id":"1]`,
    ];
    for (const text of broken) expect((await failure(text)).code, text.slice(-20)).to.equal('json-syntax');
    expect((await readAll(` [${long}${record}]\n`)).rows.length).to.equal(701);
  });

  it('refuses no rows at all and a key without a name', async () => {
    expect((await failure([])).code).to.equal('no-rows');
    expect((await failure('\n \n', { format: 'ndjson' })).code).to.equal('no-rows');
    expect((await failure([{ id: 1, ' ': 2 }])).code).to.equal('header-empty');
    const manyKeys = Array.from({ length: 4097 }, (_, i) => ({ [`user${i}`]: 1 }));
    expect((await failure(manyKeys)).code).to.equal('unsupported');
  });

  it('hands out many rows in several batches, with the columns known by then', async () => {
    const records = Array.from({ length: 200_000 }, (_, i) =>
      i < 199_999 ? { id: i } : { id: i, late: 'x' },
    );
    const { batches } = await openRecords(records);
    const columns: (readonly string[])[] = [];
    let rows = 0;
    for await (const batch of batches) {
      columns.push(batch.columns);
      rows += batch.rows;
    }
    expect(rows).to.equal(200_000);
    expect(columns.length).to.be.greaterThan(1);
    expect(columns[0]).to.deep.equal(['id']);
    expect(columns.at(-1)).to.deep.equal(['id', 'late']);
  });
});

describe('the search for a fault in JSON', () => {
  const noise = fc
    .array(
      fc.constantFrom(
        '{',
        '}',
        '[',
        ']',
        ':',
        ',',
        '"',
        '"a"',
        '1',
        '-0.5e3',
        '01',
        'true',
        'nul',
        ' ',
        '\n',
        '\\u00e9',
        '\\x',
        '\u0001',
      ),
      { maxLength: 10 },
    )
    .map((pieces) => pieces.join(''));
  const damaged = fc
    .tuple(fc.json({ maxDepth: 3 }), fc.nat(40), fc.constantFrom('', ',', '"', '}', ']', ' ', 'x', '\\'))
    .map(([text, at, piece]) => text.slice(0, at) + piece + text.slice(at + 1));

  it('finds one exactly where JSON.parse fails', () => {
    fc.assert(
      fc.property(fc.oneof(noise, damaged, fc.json()), (text) => {
        let isJson = true;
        try {
          JSON.parse(text);
        } catch {
          isJson = false;
        }
        expect(findJsonFault(text) < 0, text).to.equal(isJson);
      }),
      { numRuns: 5000 },
    );
  });

  for (const [text, at] of [
    ['', 0],
    ['  ', 2],
    ['[1,]', 3],
    ['[1 2]', 3],
    ['{"a" 1}', 5],
    ['{"a":1,}', 7],
    ['{a:1}', 1],
    ['["a', 3],
    ['["\\x"]', 2],
    ['[01]', 2],
    ['[1]]', 3],
    ['[tru]', 1],
    ['{"a":[{"b":"c"}', 15],
  ] as [string, number][]) {
    it(`points at character ${at} of ${text}`, () => {
      expect(findJsonFault(text)).to.equal(at);
    });
  }

  it('does not mind the depth', () => {
    expect(findJsonFault('['.repeat(1_000_000))).to.equal(1_000_000);
  });
});
