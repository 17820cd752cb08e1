import { expect } from 'chai';
import fc from 'fast-check';
import { openEngine, type Engine } from '../../src/engine/index.js';
import type { ColumnProfile, KeyProfile, ValueCount } from '../../src/model/tables.js';
import { DateReader, formatTimestamp } from '../../src/model/dates.js';
import { csv, uniqueName } from './support/workspace.js';

/** Texts that meet by case, blanks and the way a number is written, and some that never do. */
const key = fc.constantFrom('', ' ', 'a', 'A', ' a', 'b', 'ä', 'Ä ', '\u{1f6b2}', '12', '12.0', '7', '07');
const number = fc.constantFrom('', ' 12', '12.0', '+12', '1.2e1', '7', '7.50', '-0', '0');
const date = fc.constantFrom(
  ...['', ' ', '2024-02-29', '2024-02-30', '13/2/2024', '2/13/2024', '1/2/2024', '5/6/2024 1:00 PM', 'soon'],
  ...['2024-01-01T10:00Z', '31/31/2024', '1/2/24'],
);
const cells = fc.array(fc.record({ key, number, date }), { minLength: 1, maxLength: 30 });

const MOST_EXAMPLES = 20;

/** Different values with the number of their rows, in the order of the rows. */
function countValues(values: readonly string[]): ValueCount[] {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].map(([text, rows]) => ({ text, rows }));
}

/** How keys are compared (D 53, 54), for the numbers above. */
function formOf(text: string, isNumber: boolean): string {
  const bare = text.trim();
  return isNumber && bare !== '' ? String(Number(bare) + 0) : bare.toLowerCase();
}

/** A key column as the brute force sees it. */
interface Column {
  values: readonly string[];
  isNumber: boolean;
  /** Primary key of each row, where one decides between rows of one value (D 22). */
  order?: readonly string[];
}

/** Row of the target that a key leads to, found by looking at each; null for no key, -1 for none. */
function lookUp(text: string, isNumber: boolean, target: Column): number | null {
  const form = formOf(text, isNumber);
  if (form === '') return null;
  const alike = target.values.filter((value) => formOf(value, target.isNumber) === form);
  const isMeant = alike.every((value) => value === alike[0])
    ? (value: string): boolean => formOf(value, target.isNumber) === form
    : (value: string): boolean => value === text;
  return target.values.reduce((found, value, row) => {
    if (!isMeant(value)) return found;
    return found < 0 || isBefore(target.order?.[row], target.order?.[found]) ? row : found;
  }, -1);
}

/** Order of texts by code point, as that of their bytes. */
function isBefore(a = '', b = ''): boolean {
  const [one, other] = [[...a], [...b]];
  const place = one.findIndex((character, i) => character !== other[i]);
  if (place < 0) return one.length < other.length;
  return place < other.length && (one[place].codePointAt(0) ?? 0) < (other[place].codePointAt(0) ?? 0);
}

function bruteForce(from: Column, at: readonly number[], to: Column): KeyProfile & { reached: number[] } {
  const asked = at.map((row) => from.values[row]);
  const found = asked.map((text) => lookUp(text, from.isNumber, to));
  const missing = countValues(asked.filter((_, i) => found[i] === -1));
  const first = to.values.map((text) => lookUp(text, to.isNumber, { ...to, order: [] }));
  return {
    rows: at.length,
    found: found.filter((row) => row !== null && row >= 0).length,
    empty: found.filter((row) => row === null).length,
    missing: found.filter((row) => row === -1).length,
    missingKeys: missing.length,
    examples: missing.slice(0, MOST_EXAMPLES),
    hiddenTargets: first.filter((row, i) => row !== null && row !== i).length,
    reached: found.filter((row) => row !== null && row >= 0).map(Number),
  };
}

describe('the profile of a column', () => {
  let engine: Engine;

  before(async () => {
    engine = await openEngine({ name: uniqueName(), mode: 'inline', indexedDB: null });
  });

  after(() => engine.destroy());

  const importRows = async (
    table: string,
    data: readonly Record<string, string>[],
    primaryKey?: string,
  ): Promise<void> => {
    await engine.importTable({
      source: 'S',
      table,
      data,
      ...(primaryKey === undefined ? {} : { primaryKey }),
    });
  };
  const columnOf = async (table: string, column: string): Promise<Column> => {
    const info = (await engine.listTables()).find(({ name }) => name === table);
    const { rows = 0, columns = [] } = info ?? {};
    const sample = await engine.sampleRows(table, rows);
    return {
      values: sample.map((row) => row[column]),
      isNumber: columns.find(({ name }) => name === column)?.type === 'number',
    };
  };

  it('counts what a look at every row counts', async () => {
    await fc.assert(
      fc.asyncProperty(cells, async (rows) => {
        await importRows('A', rows);
        for (const column of ['key', 'number', 'date'] as const) {
          const filled = rows.map((row) => row[column]).filter((text) => text.trim() !== '');
          const profile = await engine.profileColumn('S_A', column);
          expect(profile).to.include({
            rows: rows.length,
            empty: rows.length - filled.length,
            distinct: new Set(filled).size,
            duplicates: filled.length - new Set(filled).size,
            numbers: filled.filter((text) => /^\s*[+-]?(0|[1-9]\d*)(\.\d+)?(e\d)?\s*$/.test(text)).length,
          });
          expect(profile.target).to.equal(undefined);
          if (column === 'date') expectDates(profile, filled);
        }
      }),
      { numRuns: 200 },
    );
  });

  const keys = fc.constantFrom(undefined, 'key' as const, 'number' as const, 'date' as const);
  const kinds = fc.record({ column: fc.constantFrom('key', 'number'), own: keys, asked: keys });

  it('finds as many keys in its target as a look at every pair of rows does, hop by hop', async () => {
    await fc.assert(
      fc.asyncProperty(cells, cells, cells, kinds, async (a, b, c, { column, own, asked }) => {
        await importRows('A', a);
        await importRows('B', b, own);
        await importRows('C', c);
        const [from, values, next, to] = await Promise.all([
          columnOf('S_A', column),
          columnOf('S_B', column),
          columnOf('S_B', 'key'),
          columnOf('S_C', 'key'),
        ]);
        const primaryKey = asked ?? own;
        const order = b.map((row) =>
          primaryKey === undefined || primaryKey === column ? '' : row[primaryKey],
        );
        const middle = { ...values, order };
        const everyRow = a.map((_, row) => row);
        const { reached, ...first } = bruteForce(from, everyRow, middle);
        const { reached: _, ...second } = bruteForce(next, reached, to);
        const { target } = await engine.profileColumn('S_A', column, { target: { table: 'S_B', column } });
        expect(target).to.deep.equal(first);
        const hops = [
          {
            from: { table: 'S_A', column },
            to: { table: 'S_B', column, ...(asked === undefined ? {} : { primaryKey: asked }) },
          },
          { from: { table: 'S_B', column: 'key' }, to: { table: 'S_C', column: 'key' } },
        ];
        const path = (await engine.profilePath?.(hops)) ?? [];
        expect(path).to.deep.equal([first, second]);
        for (const hop of path) expect(hop.rows).to.equal(hop.found + hop.empty + hop.missing);
      }),
      { numRuns: 200 },
    );
  });

  it('names the first 20 of more missing keys and says how many there are', async () => {
    const rows = Array.from({ length: 50 }, (_, i) => ({ key: `k${i % 30}` }));
    await importRows('A', rows);
    await importRows('B', [{ key: 'K0 ' }]);
    const { target } = await engine.profileColumn('S_A', 'key', { target: { table: 'S_B', column: 'key' } });
    expect(target).to.include({ rows: 50, found: 2, empty: 0, missing: 48, missingKeys: 29 });
    expect(target?.examples).to.have.length(MOST_EXAMPLES);
    expect(target?.examples[0]).to.deep.equal({ text: 'k1', rows: 2 });
  });

  it('finds the newest rows that sorting all of them finds, and the first ones without a date', async () => {
    const order = fc.constantFrom('mdy' as const, 'dmy' as const);
    await fc.assert(
      fc.asyncProperty(cells, order, fc.integer({ min: 1, max: 6 }), async (rows, dateOrder, limit) => {
        const data = rows.map((row, line) => ({ ...row, line: String(line) }));
        await importRows('A', data);
        const reader = new DateReader({ order: dateOrder });
        const dated = data.map((row) => ({
          line: row.line,
          time: reader.readText(row.date) ? reader.time : null,
        }));
        const newest = dated
          .flatMap(({ line, time }) => (time === null ? [] : { line, time }))
          .sort((one, other) => other.time - one.time);
        const found = await engine.newestRows?.('S_A', { column: 'date', dateOrder }, limit);
        expect(found?.rows.map(({ values }) => values.line)).to.deep.equal(
          newest.slice(0, limit).map(({ line }) => line),
        );
        expect(found?.undated.map(({ line }) => line)).to.deep.equal(
          dated.flatMap(({ line, time }) => (time === null ? line : [])).slice(0, limit),
        );
        for (const { timestamp, values } of found?.rows ?? []) {
          expect(reader.readText(values.date)).to.equal(true);
          expect(timestamp).to.equal(formatTimestamp(reader.time, reader.hasTime));
        }
      }),
      { numRuns: 100 },
    );
  });

  it('refuses a column, a target or a path that is not there', async () => {
    await importRows('A', [{ key: 'a' }]);
    const a = { table: 'S_A', column: 'key' };
    const [noTable, noColumn] = [
      { ...a, table: 'S_None' },
      { ...a, column: 'none' },
    ];
    const refusals: [Promise<unknown> | undefined, string][] = [
      [engine.profileColumn('S_None', 'key'), 'table-missing'],
      [engine.profileColumn('S_A', 'none'), 'column-missing'],
      [engine.profileColumn('S_A', 'key', { target: noTable }), 'table-missing'],
      [engine.profileColumn('S_A', 'key', { target: noColumn }), 'column-missing'],
      [engine.profilePath?.([]), 'query-invalid'],
      [engine.newestRows?.('S_None', { column: 'key' }, 1), 'table-missing'],
      [engine.newestRows?.('S_A', { column: 'none' }, 1), 'column-missing'],
      [
        engine.profilePath?.([
          { from: a, to: a },
          { from: noTable, to: a },
        ]),
        'query-invalid',
      ],
    ];
    for (const [refused, code] of refusals) {
      const error = await refused?.catch((cause: unknown) => cause);
      expect(error).to.include({ name: 'AdapterError', code });
    }
  });

  it('reads tables of many chunks, coded and not', async () => {
    const lines = Array.from({ length: 40_000 }, (_, i) => `${i},c${i % 500},${i % 7 === 0 ? 'x' : 1}`);
    await engine.importTable({ source: 'S', table: 'Long', data: csv(`id,code,n\n${lines.join('\n')}\n`) });
    await importRows(
      'Codes',
      Array.from({ length: 400 }, (_, i) => ({ code: `C${i}` })),
    );
    const ids = await engine.profileColumn('S_Long', 'id');
    expect(ids).to.include({ rows: 40_000, empty: 0, distinct: 40_000, duplicates: 0, numbers: 40_000 });
    const codes = await engine.profileColumn('S_Long', 'code', {
      target: { table: 'S_Codes', column: 'code' },
    });
    expect(codes).to.include({ distinct: 500, duplicates: 39_500 });
    expect(codes.target).to.include({ found: 32_000, missing: 8000, missingKeys: 100, hiddenTargets: 0 });
  });

  it('counts values of each stored form that come again many chunks later', async () => {
    const ROWS = 150_000;
    const words = ['alpine', 'trail', 'boots', 'r\u00edo', 'tent', 'compass'];
    const rows = Array.from({ length: ROWS }, (_, i) => {
      const key = i % 149_990;
      return {
        number: i % 1000 === 0 ? (i % 3000 === 0 ? ' ' : 'n/a') : `${key * 5}.0`,
        text: `${words[key % 6]} ${words[(key * 7) % 5]} ${key.toString(36)}`,
        // Codes at first, then texts of which some were codes.
        both: i < 70_000 || i % 10 === 0 ? `c${i % 40}` : `t${key}`,
      };
    });
    await importRows('Forms', rows);
    for (const column of ['number', 'text', 'both'] as const) {
      const values = rows.map((row) => row[column]).filter((value) => value !== ' ');
      const profile = await engine.profileColumn('S_Forms', column);
      const distinct = new Set(values).size;
      expect(profile).to.include({ rows: ROWS, empty: ROWS - values.length, distinct });
      expect(profile.duplicates).to.equal(values.length - distinct);
      expect(profile.numbers).to.equal(values.filter((value) => /^\d+\.0$/.test(value)).length);
      const isRead = column === 'number' ? (value: string) => value !== 'n/a' : () => false;
      const first = countValues(values.slice(0, 4000)).filter(
        ({ text }) => !isRead(text) || profile.dates === undefined,
      );
      const shown = first.slice(0, MOST_EXAMPLES).map(({ text }) => ({ text, rows: 0 }));
      const places = new Map(shown.map((count) => [count.text, count]));
      for (const value of values) {
        const count = places.get(value);
        if (count) count.rows++;
      }
      expect(profile.unreadableDates).to.deep.equal(shown);
    }
  });
});

/** The unreadable values are those that neither form of D 52 can read in the order that was settled. */
function expectDates({ dates, unreadableDates }: ColumnProfile, filled: readonly string[]): void {
  const isReadable = (text: string): boolean => {
    if (['2024-02-29', '1/2/2024', '5/6/2024 1:00 PM', '2024-01-01T10:00Z'].includes(text)) return true;
    return text === (dates?.order === 'dmy' ? '13/2/2024' : '2/13/2024');
  };
  const unreadable = filled.filter((text) => !isReadable(text));
  expect(dates?.unreadable ?? filled.length).to.equal(unreadable.length);
  expect(unreadableDates).to.deep.equal(countValues(unreadable));
}
