import { expect } from 'chai';
import type { AdapterErrorCode } from '../../../src/model/errors.js';
import { failure, inChunks, readAll } from './support/read-all.js';

const utf8 = new TextEncoder();
const utf16 = (text: string): Uint8Array<ArrayBuffer> =>
  new Uint8Array(Uint16Array.from(text, (c) => c.charCodeAt(0)).buffer);
const bytes = (...values: number[]): Uint8Array<ArrayBuffer> => Uint8Array.from(values);
const MIB = 1024 * 1024;

describe('a source that cannot be read', () => {
  const cases: [string, BlobPart[], AdapterErrorCode, RegExp][] = [
    ['an empty file', [], 'empty-file', /is empty/],
    ['a byte order mark alone', ['\ufeff'], 'empty-file', /is empty/],
    ['blank lines alone', ['\n\r\n\r'], 'empty-file', /blank lines only/],
    ['a header alone', ['id,name\n'], 'no-rows', /no rows/],
    ['an array without elements', ['[ ]'], 'no-rows', /no rows/],
    ['a PNG picture', [bytes(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a)], 'not-text', /PNG/],
    ['an Excel workbook', ['PK\u0003\u0004rest'], 'not-text', /save the sheet as “CSV UTF-8”/],
    [
      'an old Excel workbook',
      [bytes(0xd0, 0xcf, 0x11, 0xe0, 1)],
      'not-text',
      /Save the sheet as “CSV UTF-8”/,
    ],
    ['a PDF', ['%PDF-1.7\n'], 'not-text', /PDF/],
    ['a gzip file', [bytes(0x1f, 0x8b, 8)], 'not-text', /Unpack/],
    ['UTF-16 with its mark', [bytes(0xff, 0xfe), utf16('id,name\n')], 'encoding', /UTF-16.*Save it as UTF-8/],
    ['UTF-16 without a mark', [utf16('id,name\n1,Ada\n')], 'encoding', /UTF-16/],
    ['UTF-32', [bytes(0xff, 0xfe, 0, 0, 0x61, 0, 0, 0)], 'encoding', /UTF-32/],
    ['Latin-1', ['id,name\n1,', bytes(0xe9, 0x61), '\n'], 'encoding', /byte 10 .*Save the file as UTF-8/],
    ['Latin-1 behind an unclosed quote', ['id,name\n1,"', bytes(0xe9, 0x61), '\n'], 'encoding', /byte 11 /],
    ['a cut UTF-8 sequence', ['id,name\n1,', bytes(0xe2, 0x82)], 'encoding', /byte 10 /],
    ['a zero in the header', ['id,na\0me\n1,2\n'], 'not-text', /byte 5 is zero/],
    ['a zero in a field', ['id,name\n1,2\n3,\0\n'], 'not-text', /byte 14 is zero/],
    ['a zero in quotes', ['id,name\n1,"2\0"\n'], 'not-text', /byte 12 is zero/],
    ['two columns of one name', ['id,name, id \n1,2,3\n'], 'header-duplicate', /Columns 1 and 3 .*“id”/],
    ['a column without a name', ['id,,name\n1,2,3\n'], 'header-empty', /Column 2/],
    ['a column of blanks', ['id, ,name\n1,2,3\n'], 'header-empty', /Column 2/],
    [
      'more columns than a table has',
      [`${Array.from({ length: 4097 }, (_, i) => i).join()}\n`],
      'unsupported',
      /4096 columns/,
    ],
    ['an unclosed quote', ['id,name\n1,"a\nb"\n2,"c\nd\n'], 'unclosed-quote', /line 4 /],
    ['an unclosed quote in the header', ['id,"name\n1,2\n'], 'unclosed-quote', /line 1 /],
    ['broken JSON', ['[{"id": 1},\n {"id": }]'], 'json-syntax', /line 2 at character 9/],
    ['JSON that breaks off', ['[{"id": 1}'], 'json-syntax', /line 1 at character 11/],
    ['JSON of one value', [' [1'], 'json-syntax', /./],
    ['a JSON key without a name', ['[{"id": 1}, {"": 2}]'], 'header-empty', /Record 2/],
  ];
  for (const [what, parts, code, message] of cases) {
    it(`says what is wrong with ${what}`, async () => {
      const error = await failure(new Blob(parts));
      expect(error.code).to.equal(code);
      expect(error.message)
        .to.match(message)
        .and.match(/^[A-Z].+\.$/s);
      expect(error.retryable).to.equal(false);
    });
  }

  it('is refused when a single JSON value is no object', async () => {
    expect((await failure('"text"', { format: 'json' })).code).to.equal('json-syntax');
  });

  it('is given up at 16 MiB when a quote is never closed, and not read to its end', async () => {
    let given = 0;
    const endless = async function* (): AsyncGenerator<Uint8Array, void> {
      yield utf8.encode('id,name\n1,"');
      for (;;) {
        given += MIB;
        yield await Promise.resolve(new Uint8Array(MIB).fill(0x61));
      }
    };
    const error = await failure(endless());
    expect(error).to.deep.include({ code: 'unclosed-quote', detail: { line: 2 } });
    expect(given).to.be.lessThan(40 * MIB);
  });

  it('is given up at 16 MiB when a line never ends', async () => {
    const error = await failure(new Blob(['id,name\n1,', new Uint8Array(17 * MIB).fill(0x61)]));
    expect(error).to.deep.include({ code: 'not-text', detail: { line: 2 } });
  });

  it('is given up at 16 MiB also when the record ends behind that, whatever the size of the pieces', async () => {
    const long = new Uint8Array(17 * MIB).fill(0x61);
    for (const sliceBytes of [MIB, 64 * MIB]) {
      const line = await failure(new Blob(['id,name\n1,', long, '\n2,b\n']), { sliceBytes });
      expect(line).to.deep.include({ code: 'not-text', detail: { line: 2 } });
      const quote = await failure(new Blob(['id,name\n1,b\n2,"', long, '"\n']), { sliceBytes });
      expect(quote).to.deep.include({ code: 'unclosed-quote', detail: { line: 3 } });
    }
  });

  it('is refused for a delimiter that is none', async () => {
    for (const delimiter of ['', ',,', '"', '\n', '→', '\0']) {
      expect((await failure('a,b\n1,2\n', { delimiter })).code).to.equal('unsupported');
    }
  });

  it('is refused when it gives something other than bytes, or is no source', async () => {
    const texts = new ReadableStream({ start: (controller) => controller.enqueue('id,name\n') });
    expect((await failure(texts)).code).to.equal('unsupported');
    expect((await failure(42 as unknown as Blob)).code).to.equal('unsupported');
    const locked = new ReadableStream<Uint8Array>();
    locked.getReader();
    expect((await failure(locked)).code).to.equal('unsupported');
  });

  it('says that the data broke off when the source fails, and may be tried again', async () => {
    const breaking = new ReadableStream<Uint8Array>({
      start: (controller) => controller.enqueue(utf8.encode('id,name\n1,Ada\n')),
      pull: (controller) => controller.error(new TypeError('connection reset')),
    });
    const error = await failure(breaking);
    expect(error).to.include({ code: 'network', retryable: true });
    expect(error.cause).to.be.instanceOf(TypeError);
  });

  it('says that a file is gone when it can no longer be read', async () => {
    const gone = {
      size: 100,
      arrayBuffer: () => undefined,
      stream: () =>
        new ReadableStream({
          pull: (controller) => controller.error(new DOMException('', 'NotReadableError')),
        }),
    } as unknown as Blob;
    expect((await failure(gone)).code).to.equal('not-found');
  });
});

describe('a row that cannot be read', () => {
  it('is set aside with its line, its reason and its text, and the rows around it stand', async () => {
    const table = await readAll(
      'id,name\n1,Ada\n2\n3,Grace,x\n4,"Linus"T\n\n5,"two\nlines"\n6,a,"b\nc"\n7,Alan\n',
    );
    expect(table.rows).to.deep.equal([
      ['1', 'Ada'],
      ['5', 'two\nlines'],
      ['7', 'Alan'],
    ]);
    expect(table.lines).to.deep.equal([2, 7, 11]);
    expect(table.setAside).to.deep.equal([
      { reason: 'too-few-fields', line: 3, text: '2' },
      { reason: 'too-many-fields', line: 4, text: '3,Grace,x' },
      { reason: 'quote-malformed', line: 5, text: '4,"Linus"T' },
      { reason: 'too-many-fields', line: 9, text: '6,a,"b\nc"' },
    ]);
  });

  it('is kept with 2,000 characters of its text', async () => {
    const long = '🚲'.repeat(3000);
    const { setAside } = await readAll(`id,name\n${long}\nx${long}\n`, { delimiter: ',' });
    expect(setAside[0].text).to.equal('🚲'.repeat(1000));
    expect(setAside[1].text).to.equal(`x${'🚲'.repeat(999)}`);
  });

  it('does not keep a file of such rows from being read', async () => {
    const table = await readAll(inChunks(utf8.encode('id,name\n1\n2\n'), []));
    expect(table.rows).to.deep.equal([]);
    expect(table.setAside.length).to.equal(2);
  });
});
