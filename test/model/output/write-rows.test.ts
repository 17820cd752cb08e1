import { expect } from 'chai';
import fc from 'fast-check';
import Papa from 'papaparse';
import type { OutputFormat, OutputRow } from '../../../src/model/output/rows.js';
import { writeRows } from '../../../src/model/output/write-rows.js';

async function* inBatches(rows: readonly OutputRow[]): AsyncGenerator<OutputRow[]> {
  for (let at = 0; at < rows.length; at += 3) yield rows.slice(at, at + 3);
}

async function write(
  columns: readonly string[],
  rows: readonly OutputRow[],
  format: OutputFormat,
): Promise<{ text: string; sizes: number[] }> {
  const pieces: Uint8Array<ArrayBuffer>[] = [];
  for await (const piece of writeRows({ columns, batches: inBatches(rows) }, format)) pieces.push(piece);
  return { text: await new Blob(pieces).text(), sizes: pieces.map(({ length }) => length) };
}

const SIGNS = ['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠'];

/** Takes the guard off again, as the docs tell a reader to. */
function unguarded(cell: string): string {
  const [apostrophes] = /^'*/.exec(cell) ?? [''];
  return apostrophes !== '' && SIGNS.includes(cell[apostrophes.length]) ? cell.slice(1) : cell;
}

const value = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 12 }),
  fc
    .tuple(fc.constantFrom('', "'", "''"), fc.constantFrom(...SIGNS), fc.string({ maxLength: 6 }))
    .map((parts) => parts.join('')),
  fc.constantFrom('', ' ', '"', 'a"b', ',', ';', '\r\n', '-5', '-1.25', '-5-3', '5', '1e5'),
);

describe('rows written as CSV', () => {
  it('come back as they were, whatever is in them', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc
          .integer({ min: 1, max: 5 })
          .chain((width) =>
            fc.array(fc.array(value, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 9 }),
          ),
        async (rows) => {
          const columns = rows[0].map((_, i) => `Column${i}`);
          const { text } = await write(columns, rows, 'csv');
          const { data, errors } = Papa.parse<string[]>(text.replace(/\r\n$/, ''), {
            delimiter: ',',
            newline: '\r\n',
          });
          expect(errors).to.deep.equal([]);
          expect(data[0]).to.deep.equal(columns);
          expect(data.slice(1).map((row) => row.map(unguarded))).to.deep.equal(rows);
        },
      ),
    );
  });

  it('hold no cell that a spreadsheet would run, and leave negative numbers alone', async () => {
    const hostile = [
      "=cmd|' /C calc'!A0",
      '+1+1',
      '-2+3',
      '@SUM(1)',
      '\t=1+1',
      '\r=1+1',
      '＝1+1',
      '-1+cmd',
      "'=1",
      '-',
      '-5.',
    ];
    const { text } = await write(
      ['A'],
      [...hostile, '-5', '-0.75', 'a=b', ' =1'].map((cell) => [cell]),
      'csv',
    );
    const cells = Papa.parse<string[]>(text, { delimiter: ',', newline: '\r\n' }).data.map(([cell]) => cell);
    expect(cells.slice(1, 1 + hostile.length)).to.deep.equal(hostile.map((cell) => `'${cell}`));
    expect(cells.slice(1 + hostile.length)).to.deep.equal(['-5', '-0.75', 'a=b', ' =1', '']);
  });

  it('have the form of RFC 4180', async () => {
    const { text } = await write(
      ['A', 'B'],
      [
        ['a "b"', null],
        ['x,y', 'two\nlines'],
        ['1;2', 'é'],
      ],
      'csv',
    );
    expect(text).to.equal('A,B\r\n"a ""b""",\r\n"x,y","two\nlines"\r\n"1;2",é\r\n');
  });

  it('have a header when there are none', async () => {
    expect((await write(['A', 'B'], [], 'csv')).text).to.equal('A,B\r\n');
  });
});

describe('rows written as NDJSON', () => {
  it('are one object a line with all columns, null where there is nothing', async () => {
    const rows = [
      ['=1', null],
      ['-5', 'a\nb'],
    ];
    const { text } = await write(['A', '__proto__'], rows, 'ndjson');
    expect(text).to.equal('{"A":"=1","__proto__":null}\n{"A":"-5","__proto__":"a\\nb"}\n');
    expect((await write(['A'], [], 'ndjson')).text).to.equal('');
  });
});

describe('pieces of an output', () => {
  it('have a bounded size, also when one value is longer, and cut no character', async () => {
    const long = `x${'😀é'.repeat(150_000)}`;
    for (const format of ['csv', 'ndjson'] as const) {
      const rows = [...Array.from({ length: 20_000 }, (_, i) => [`row ${i}`]), [long]];
      const { text, sizes } = await write(['A'], rows, format);
      expect(Math.max(...sizes)).to.be.at.most(64 << 10);
      expect(text).to.include(long).and.not.include('\uFFFD');
    }
  });
});
