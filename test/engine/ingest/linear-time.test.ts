import { expect } from 'chai';
import { CsvScanner } from '../../../src/engine/ingest/csv-scanner.js';
import { openRecords } from '../../../src/engine/ingest/open-records.js';
import { inChunks, outcome } from './support/read-all.js';

const utf8 = new TextEncoder();

/** Runs work and counts the bytes that the scanner was given to look at. */
async function bytesScanned(work: () => Promise<unknown>): Promise<number> {
  const { scan } = CsvScanner.prototype;
  let count = 0;
  CsvScanner.prototype.scan = function (this: CsvScanner, buffer, from) {
    count += buffer.length - from;
    return scan.call(this, buffer, from);
  };
  try {
    await work();
  } finally {
    CsvScanner.prototype.scan = scan;
  }
  return count;
}

/** The shortest of three runs, in milliseconds. */
async function fastest(work: () => Promise<unknown>): Promise<number> {
  const times: number[] = [];
  for (let run = 0; run < 3; run++) {
    const start = performance.now();
    await work();
    times.push(performance.now() - start);
  }
  return Math.min(...times);
}

async function drain(data: Blob): Promise<void> {
  const { batches } = await openRecords(data, { delimiter: ',' });
  for await (const batch of batches) expect(batch.columns.length).to.equal(2);
}

describe('the time to read', () => {
  it('looks at no byte more than three times, however a long record is cut into pieces', async () => {
    const field = 'x'.repeat(100_000);
    for (const record of [`1,"${field}"`, `1,${field}`, `1,"${'""'.repeat(50_000)}"`]) {
      const data = utf8.encode(`a,b\n${record}\n1,2\n`);
      const pieces = Array.from({ length: data.length / 10 }, () => 10);
      const count = await bytesScanned(async () => outcome(inChunks(data, pieces), { sliceBytes: 10 }));
      expect(count).to.be.within(data.length - 10, data.length * 3);
    }
  });

  for (const [what, line] of [
    ['rows with too few fields', '1\n'],
    ['rows with too many fields', '1,2,3,4,5,6,7\n'],
    ['rows with text behind a quote', '"1"x,2\n'],
    ['blank lines', '\r\n'],
    ['quotes inside fields', 'a"b,"c""d"\n'],
    ['line breaks in quotes', '"\n\n\n","\r\r"\n'],
  ]) {
    it(`grows with the length of the file and no faster for ${what}`, async () => {
      const read = (bytes: number): Promise<void> =>
        drain(new Blob(['a,b\n', line.repeat(bytes / line.length), '1,2\n']));
      await read(25_000);
      const [short, long] = [await fastest(() => read(25_000)), await fastest(() => read(400_000))];
      // Sixteen times the length: 16 when it is linear, 256 when each record looks at all before it.
      expect(long / Math.max(short, 0.5)).to.be.lessThan(120);
    });
  }
});
