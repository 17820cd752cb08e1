import { expect } from 'chai';
import fc from 'fast-check';
import Papa from 'papaparse';
import { csvNoise, delimiter, fieldText, lineEnd, written } from './support/csv-texts.js';
import { readCsvPlainly } from './support/plain-csv.js';
import { outcome, readAll } from './support/read-all.js';

/** Records with the fields as they are written. The first has a column name in each. */
const file = fc
  .record({
    delimiter,
    lineEnd,
    width: fc.integer({ min: 1, max: 6 }),
    records: fc.array(fc.array(fc.tuple(fieldText, fc.boolean()), { minLength: 1, maxLength: 7 }), {
      minLength: 1,
      maxLength: 12,
    }),
    isEvenAnyway: fc.boolean(),
    endsLine: fc.boolean(),
  })
  .map(({ records, width, isEvenAnyway, ...rest }) => {
    const header = Array.from({ length: width }, (_, i) => `column ${i}`);
    const fields = records.map((record) =>
      (isEvenAnyway ? header.map((_, i) => record[i] ?? ['', true]) : record).map(([text, isQuoted]) =>
        // One empty field without quotes would be a blank line.
        written(text, isQuoted || text === '', rest.delimiter),
      ),
    );
    const lines: number[] = [];
    let text = header.join(rest.delimiter);
    for (const record of fields) {
      text += rest.lineEnd;
      lines.push(text.split(/\r\n|\r|\n/).length);
      text += record.join(rest.delimiter);
    }
    return { ...rest, text, width, lines };
  });

describe('reading CSV', () => {
  it('agrees with papaparse on what both accept', async () => {
    await fc.assert(
      fc.asyncProperty(file, async ({ text, delimiter, lineEnd, width, lines, endsLine }) => {
        const { data } = Papa.parse<string[]>(text, { delimiter, newline: lineEnd as '\n' });
        const table = await readAll(endsLine ? text + lineEnd : text, { format: 'csv', delimiter });
        const records = data.slice(1);
        expect(table.columns).to.deep.equal(data[0]);
        expect(table.rows).to.deep.equal(records.filter((record) => record.length === width));
        expect(table.lines).to.deep.equal(lines.filter((_, i) => records[i].length === width));
        expect(table.setAside.map(({ reason }) => reason)).to.deep.equal(
          records
            .filter((record) => record.length !== width)
            .map((record) => (record.length < width ? 'too-few-fields' : 'too-many-fields')),
        );
      }),
      { numRuns: 400 },
    );
  });

  it('finds in any text the rows, lines and faults that a slow reader finds, and loses none', async () => {
    await fc.assert(
      fc.asyncProperty(csvNoise, fc.constantFrom('a', 'a,b', 'a,b,c,d'), async (noise, header) => {
        const text = `${header}\n${noise}`;
        const { records, openQuoteLine } = readCsvPlainly(text, ',');
        const result = await outcome(text, { format: 'csv', delimiter: ',' });
        if (openQuoteLine !== undefined) {
          expect(result).to.deep.include({ code: 'unclosed-quote', detail: { line: openQuoteLine } });
          return;
        }
        const [{ fields: columns }, ...rest] = records;
        if (rest.length === 0) {
          expect(result).to.include({ code: 'no-rows' });
          return;
        }
        const taken = rest.filter(
          ({ fields, isMalformed }) => !isMalformed && fields.length === columns.length,
        );
        expect(result).to.deep.include({
          columns,
          rows: taken.map(({ fields }) => fields),
          lines: taken.map(({ line }) => line),
          setAside: rest
            .filter((record) => !taken.includes(record))
            .map(({ fields, isMalformed, line, raw }) => ({
              reason: isMalformed
                ? 'quote-malformed'
                : fields.length < columns.length
                  ? 'too-few-fields'
                  : 'too-many-fields',
              line,
              text: raw,
            })),
        });
      }),
      { numRuns: 1500 },
    );
  });

  it('takes fields of any length and any mix of letters', async () => {
    const units = fc.constantFrom(
      'x',
      'é',
      '漢',
      '🚲',
      ' ',
      '"',
      '\n',
      '\t',
      '\u0001',
      '-',
      '\u007f',
      '\u0080',
    );
    const texts = fc.array(fc.string({ unit: units, maxLength: 40 }), { minLength: 3, maxLength: 3 });
    await fc.assert(
      fc.asyncProperty(texts, fc.array(fc.boolean(), { minLength: 3, maxLength: 3 }), async (row, quotes) => {
        const text = `a,b,c\n${row.map((field, i) => written(field, quotes[i], ',')).join(',')}\n`;
        const table = await readAll(text);
        expect(table.rows).to.deep.equal([row]);
      }),
      { numRuns: 500 },
    );
  });
});
