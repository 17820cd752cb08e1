import { expect } from 'chai';
import fc from 'fast-check';
import { openRecords } from '../../../src/engine/ingest/open-records.js';
import { written } from './support/csv-texts.js';
import { failure, inChunks, outcome, readAll } from './support/read-all.js';

const utf8 = new TextEncoder();

describe('what a file is', () => {
  for (const [text, delimiter] of [
    ['id,name\n1,Ada\n', ','],
    ['id;name\n1;Ada\n', ';'],
    ['id\tname\n1\tAda\n', '\t'],
    ['id|name\n1|Ada\n', '|'],
    ['id;price\n1;2,50\n2;3,50\n', ';'],
    ['id;"a,b,c"\n1;"x,y,z"\n', ';'],
    ['name, first;id;at\nAda;1;2\nGrace;2;3\n', ';'],
    ['id,notes\n1,a;b;c\n2,d;e;f\n', ','],
    ['id,name\n1\n2\n', ','],
    ['text\nHello; you\nHello\n', ','],
    ['text\nHello, you\nHello\n', ';'],
    ['id,"na\nme\n', ','],
  ] as [string, string][]) {
    it(`is split by “${delimiter === '\t' ? 'tab' : delimiter}” for ${JSON.stringify(text)}`, async () => {
      expect((await openRecords(new Blob([text]))).delimiter).to.equal(delimiter);
    });
  }

  it('is found in tables of any delimiter, whatever stands in quotes', async () => {
    const word = fc.string({
      unit: fc.constantFrom('a', 'b', ' ', ',', ';', '|', '\t', '\n', '"'),
      maxLength: 8,
    });
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(',', ';', '\t', '|'),
        fc.array(fc.tuple(word, word, word), { minLength: 1, maxLength: 20 }),
        async (delimiter, rows) => {
          const lines = [['x', 'y', 'z'], ...rows].map((row) =>
            row.map((text) => written(text, /\W/.test(text), delimiter)),
          );
          const table = await readAll(lines.map((line) => line.join(delimiter)).join('\n'));
          expect(table).to.deep.include({ delimiter, rows });
        },
      ),
    );
  });

  it('may be a table of one column', async () => {
    expect(await readAll('name\nAda\n\n""\nGrace\n')).to.deep.include({
      columns: ['name'],
      rows: [['Ada'], [''], ['Grace']],
      lines: [2, 4, 5],
    });
  });

  it('is JSON by a bracket, NDJSON by a line that is an object, else CSV, after blanks and a byte order mark', async () => {
    for (const mark of ['', '\ufeff']) {
      expect((await readAll(`${mark}\n [{"a":1}]`)).format).to.equal('json');
      expect((await readAll(`${mark}\n {"a":1}\n{"a":2}`)).format).to.equal('ndjson');
      expect((await readAll(`${mark}\n {"a":\n1}`)).format).to.equal('json');
      expect((await readAll(`${mark}\na\n1`)).format).to.equal('csv');
    }
  });

  it('is NDJSON also when its first line is longer than what is looked at first', async () => {
    const long = JSON.stringify({ text: 'x'.repeat(200_000) });
    const bytes = utf8.encode(`${long}\n${long}\n`);
    const table = await readAll(inChunks(bytes, [1000, 70_000]));
    expect(table.format).to.equal('ndjson');
    expect(table.rows.length).to.equal(2);
  });

  it('is NDJSON also when its first line is broken and the second is not', async () => {
    const long = JSON.stringify({ a: 'x'.repeat(100_000) });
    for (const broken of ['{"a":1,}', '{"a":1', '{a:1}', '{"a":"1}', `${long}}`]) {
      const { format, rows, setAside } = await readAll(`${broken}\n{"a":2}\n${long}\n`);
      expect([format, rows.length]).to.deep.equal(['ndjson', 2]);
      expect(setAside.map(({ line, reason }) => [line, reason])).to.deep.equal([[1, 'json-invalid']]);
    }
    expect((await readAll(`{"a":1,}\n${long}`)).format).to.equal('ndjson');
    // One object may have lines that are objects.
    for (const whole of ['{"a":[\n{"b":1}\n]}', '{"a":\n{"b":1}\n}', '{"a":[{},\n{"b":1}\n,1]}']) {
      expect(await readAll(whole)).to.deep.include({ format: 'json', lines: [1] });
    }
    expect((await failure('{"a":1,}')).code).to.equal('json-syntax');
    expect((await failure('{"a":1,}\n')).code).to.equal('json-syntax');
  });

  it('is CSV also where its header begins like something else', async () => {
    for (const header of ['PAR1,PAR2', 'GIF89a,x', '[Id],[Name]', '[nullable],[true]', ' [ true name ],x']) {
      const table = await readAll(`${header}\n1,2\n`);
      expect(table).to.deep.include({ format: 'csv', rows: [['1', '2']] });
    }
    for (const array of [
      '[',
      '[ ]',
      '[null]',
      '[\n{"a":1}]',
      '[[1]]',
      '["a"]',
      '[-1, 2]',
      '[false ]',
      '[,{}]',
    ]) {
      const result = await outcome(array);
      expect('code' in result ? ['json-syntax', 'no-rows'].includes(result.code) : result.format).to.be.oneOf(
        [true, 'json'],
      );
    }
    for (const start of ['PAR1\x15\x04', 'GIF89a\x10\0\x10\0']) {
      expect((await failure(start)).code).to.equal('not-text');
    }
  });

  it('is what the caller says it is', async () => {
    expect(await readAll('[id],name\n1,Ada\n', { format: 'csv' })).to.deep.include({
      columns: ['[id]', 'name'],
    });
    expect(await readAll('a;b\n1;2\n', { delimiter: ',' })).to.deep.include({
      columns: ['a;b'],
      rows: [['1;2']],
    });
  });

  it('has columns named as in its header, without the blanks around, whatever they are called', async () => {
    const { columns, rows } = await readAll(
      '\ufeff __proto__ ,"constructor",\t"to""String","va""lueOf","a"b\n1,2,3,4,5\n',
    );
    expect(columns).to.deep.equal(['__proto__', 'constructor', '"to""String"', 'va"lueOf', '"a"b']);
    expect(rows).to.deep.equal([['1', '2', '3', '4', '5']]);
  });
});
