import { expect } from 'chai';
import fc from 'fast-check';
import { csvNoise } from './support/csv-texts.js';
import { inChunks, outcome } from './support/read-all.js';

const utf8 = new TextEncoder();
const format = fc.constantFrom('csv', 'json', 'ndjson', undefined);
const sizes = fc.array(fc.integer({ min: 0, max: 9 }), { maxLength: 60 });
const sliceBytes = fc.oneof(fc.integer({ min: 1, max: 40 }), fc.constant(1 << 20));

const row = fc.dictionary(fc.constantFrom('id', 'name', '__proto__', 'é'), fc.jsonValue({ maxDepth: 1 }));
const lines = fc.array(
  fc.oneof(
    row.map((value) => JSON.stringify(value)),
    fc.constantFrom('', '[1]', '{"a":', '7', '\r'),
  ),
);
const text = fc.oneof(
  csvNoise.map((noise) => `a,b\n${noise}`),
  csvNoise.map((noise) => `\ufeffa,"b\nb"\r\n${noise}`),
  fc.array(row).map((rows) => JSON.stringify(rows, null, 1)),
  lines.map((parts) => parts.join('\n')),
);

/** Text with some bytes overwritten by what should not be there. */
const bytes = fc
  .tuple(
    text.map((value) => utf8.encode(value)),
    fc.array(fc.tuple(fc.nat(200), fc.constantFrom(0, 0x22, 0x0a, 0x0d, 0x80, 0xc3, 0xe2, 0xf0, 0xff)), {
      maxLength: 2,
    }),
  )
  .map(([original, faults]) => {
    const damaged = original.slice();
    for (const [at, byte] of faults) if (at < damaged.length) damaged[at] = byte;
    return damaged;
  });

describe('reading a source in pieces', () => {
  it('comes to the same whatever the size of the pieces, in records and in errors', async () => {
    await fc.assert(
      fc.asyncProperty(bytes, format, sizes, sliceBytes, async (data, format, sizes, sliceBytes) => {
        const options = format === undefined ? {} : { format };
        const whole = await outcome(new Blob([data]), options);
        expect(await outcome(inChunks(data, sizes), { ...options, sliceBytes })).to.deep.equal(whole);
      }),
      { numRuns: 1000 },
    );
  });

  it('comes to the same one byte at a time', async () => {
    await fc.assert(
      fc.asyncProperty(bytes, format, async (data, format) => {
        const options = format === undefined ? {} : { format };
        const whole = await outcome(new Blob([data]), options);
        const ones = Array.from(data, () => 1);
        expect(await outcome(inChunks(data, ones), { ...options, sliceBytes: 1 })).to.deep.equal(whole);
      }),
      { numRuns: 300 },
    );
  });

  it('takes a file, a stream and an iterable alike', async () => {
    const data = utf8.encode('id,name\n1,Ada\n2,"Grace ""Amazing"" Hopper"\n3\n');
    const stream = new ReadableStream<Uint8Array>({
      start(controller) {
        controller.enqueue(data.slice(0, 20));
        controller.enqueue(data.slice(20));
        controller.close();
      },
    });
    const asFile = await outcome(new File([data], 'people.csv'));
    expect(asFile).to.deep.include({
      rows: [
        ['1', 'Ada'],
        ['2', 'Grace "Amazing" Hopper'],
      ],
      bytesRead: data.length,
    });
    expect(await outcome(stream)).to.deep.equal(asFile);
    expect(await outcome(inChunks(data, [5, 6]))).to.deep.equal(asFile);
  });

  it('ends with records or a typed error for any bytes', async () => {
    const anyBytes = fc.oneof(
      fc.uint8Array({ maxLength: 300 }),
      fc
        .array(fc.constantFrom(0x22, 0x2c, 0x0a, 0x0d, 0x61, 0x7b, 0x7d, 0x5b, 0x5d, 0x3a, 0, 0xc3, 0xa9))
        .map((list) => Uint8Array.from(list)),
    );
    await fc.assert(
      // An error of another kind passes through `outcome` and fails the test.
      fc.asyncProperty(anyBytes, format, async (data, format) => {
        const result = await outcome(new Blob([data]), format === undefined ? {} : { format });
        if ('code' in result) expect(result.message).to.match(/^[A-Z].+\.$/);
        else expect(result.rows.length + result.setAside.length).to.be.greaterThan(0);
      }),
      { numRuns: 1000 },
    );
  });
});
