import { expect } from 'chai';
import fc from 'fast-check';
import Papa from 'papaparse';
import { CsvScanner } from '../../../src/engine/ingest/csv-scanner.js';
import { csvNoise, delimiter, lineEnd } from './support/csv-texts.js';
import { inChunks, outcome } from './support/read-all.js';

const utf8 = new TextEncoder();
const sizes = fc.array(fc.integer({ min: 1, max: 50 }), { maxLength: 40 });

/** Pieces of JSON, whole and broken. */
const jsonNoise = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        '{',
        '}',
        '[',
        ']',
        ':',
        ',',
        '"',
        '\\',
        '\\u00e9',
        '\\ud83d',
        'null',
        '-1',
        '1e5',
        '01',
      ),
      fc
        .dictionary(fc.constantFrom('a', '__proto__', 'constructor'), fc.jsonValue({ maxDepth: 1 }))
        .map((value) => JSON.stringify(value)),
    ),
    { maxLength: 6 },
  )
  .map((pieces) => pieces.join(''));

/** What JSON.parse makes of a text; undefined where it is none. */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

const isRecord = (value: unknown): boolean =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

describe('reading anything', () => {
  it('looks at no byte more than a few times, however the text is cut', async () => {
    const { scan } = CsvScanner.prototype;
    let scanned = 0;
    CsvScanner.prototype.scan = function (this: CsvScanner, buffer, from) {
      scanned += buffer.length - from;
      return scan.call(this, buffer, from);
    };
    try {
      await fc.assert(
        fc.asyncProperty(csvNoise, fc.integer({ min: 1, max: 30 }), sizes, async (noise, times, cuts) => {
          const data = utf8.encode(`a,b\n${noise.repeat(times)}`);
          scanned = 0;
          await outcome(inChunks(data, cuts), { format: 'csv', delimiter: ',', sliceBytes: 64 });
          expect(scanned).to.be.at.most(data.length * 3 + 64);
        }),
        { numRuns: 300 },
      );
    } finally {
      CsvScanner.prototype.scan = scan;
    }
  });

  it('agrees with papaparse on CSV that neither objects to', async () => {
    let agreed = 0;
    await fc.assert(
      fc.asyncProperty(csvNoise, delimiter, lineEnd, sizes, async (noise, mark, end, cuts) => {
        const body = noise.replaceAll(/\r\n|\r|\n/g, end).replaceAll(',', mark);
        const text = `a${mark}b${end}${body}`;
        const { data, errors } = Papa.parse<string[]>(text, { delimiter: mark, newline: end as '\n' });
        const ours = await outcome(inChunks(utf8.encode(text), cuts), { format: 'csv', delimiter: mark });
        const objects = 'code' in ours || ours.setAside.some(({ reason }) => reason === 'quote-malformed');
        if (errors.length > 0 || objects) return;
        agreed++;
        const records = data.slice(1).filter((record) => record.length > 1 || record[0] !== '');
        expect(ours.rows).to.deep.equal(records.filter((record) => record.length === 2));
        const odd = records.filter((record) => record.length !== 2).length;
        // A line that holds nothing but an empty quoted field is a record to us and a blank line to papaparse.
        const emptyFields = ours.setAside.filter(({ text: raw }) => raw === '""').length;
        expect(ours.setAside.length - emptyFields).to.equal(odd);
      }),
      { numRuns: 1500 },
    );
    expect(agreed).to.be.greaterThan(100);
  });

  it('takes of NDJSON the lines that JSON.parse makes objects of', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(jsonNoise, { minLength: 1, maxLength: 5 }), sizes, async (lines, cuts) => {
        const text = ['{"a":1}', ...lines].join('\n');
        const result = await outcome(inChunks(utf8.encode(text), cuts), { format: 'ndjson' });
        if ('code' in result) throw new Error(result.message);
        const values = lines.filter((line) => line !== '').map(parsed);
        expect(result.rows.length - 1).to.equal(values.filter(isRecord).length);
        expect(result.setAside.map(({ reason }) => reason)).to.deep.equal(
          values
            .filter((value) => !isRecord(value))
            .map((value) => (value === undefined ? 'json-invalid' : 'not-an-object')),
        );
      }),
      { numRuns: 500 },
    );
  });

  it('refuses of JSON what JSON.parse refuses', async () => {
    await fc.assert(
      fc.asyncProperty(jsonNoise, async (noise) => {
        const text = `[{"a":1},${noise}]`;
        const result = await outcome(text, { format: 'json' });
        if (parsed(text) === undefined) expect(result).to.include({ code: 'json-syntax' });
        else expect(result).not.to.have.property('code');
      }),
      { numRuns: 500 },
    );
  });

  it('changes nothing that all objects share', async () => {
    const before = Reflect.ownKeys(Object.prototype);
    const hostile = '{"__proto__":{"x":1},"constructor":{"prototype":{"x":1}}}';
    await outcome(`[${hostile}]`, { format: 'json' });
    await outcome(hostile, { format: 'ndjson' });
    await outcome('__proto__,constructor\nx,y\n', { format: 'csv' });
    await outcome([JSON.parse(hostile) as Record<string, unknown>]);
    expect(Reflect.ownKeys(Object.prototype)).to.deep.equal(before);
    expect(({} as Record<string, unknown>).x).to.equal(undefined);
  });
});
