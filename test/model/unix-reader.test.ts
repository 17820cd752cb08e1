import { expect } from 'chai';
import fc from 'fast-check';
import { UnixReader } from '../../src/model/dates.js';

function read(text: string, unit: ConstructorParameters<typeof UnixReader>[0]): number | null {
  const reader = new UnixReader(unit);
  return reader.readText(text) ? reader.time : null;
}

/** First and last millisecond of the years 0001 to 9999. */
const first = Date.parse('0001-01-01T00:00:00.000Z');
const last = Date.parse('9999-12-31T23:59:59.999Z');
const time = fc.integer({ min: first, max: last });

describe('reading Unix times', () => {
  it('reads every millisecond of the years 0001 to 9999', () => {
    fc.assert(
      fc.property(time, (ms) => {
        expect(read(String(ms), 'unix-milliseconds')).to.equal(ms);
        const seconds = `${ms < 0 ? '-' : ''}${Math.floor(Math.abs(ms) / 1000)}`;
        const milliseconds = String(Math.abs(ms) % 1000).padStart(3, '0');
        expect(read(`${seconds}.${milliseconds}`, 'unix-seconds')).to.equal(ms);
      }),
    );
  });

  it('cuts off what is below a millisecond', () => {
    fc.assert(
      fc.property(time, fc.stringMatching(/^\d{1,20}$/), (ms, digits) => {
        expect(read(`${ms}.${digits}`, 'unix-milliseconds')).to.equal(ms);
      }),
    );
  });

  it('does not read a time outside the years 0001 to 9999', () => {
    for (const ms of [first - 1, last + 1, 9e99, -9e99]) {
      expect(read(BigInt(ms).toString(), 'unix-milliseconds')).to.equal(null);
    }
    expect(read('253402300800', 'unix-seconds')).to.equal(null);
    expect(read('9'.repeat(400), 'unix-seconds')).to.equal(null);
  });

  it('does not read anything but a plain decimal', () => {
    for (const text of [
      '',
      ' ',
      '-',
      '.',
      '.5',
      '5.',
      '+5',
      '1e5',
      '1,000',
      '0x10',
      '1 2',
      '2020-01-01',
      '--1',
    ]) {
      expect(read(text, 'unix-seconds'), text).to.equal(null);
    }
  });

  it('passes over blanks around the number', () => {
    expect(read(' 1.5\t', 'unix-seconds')).to.equal(1500);
  });

  it('never gives a negative zero', () => {
    expect(Object.is(read('-0', 'unix-seconds'), 0)).to.equal(true);
    expect(Object.is(read('-0.0001', 'unix-milliseconds'), 0)).to.equal(true);
  });

  it('reads the field it is given and not its neighbours', () => {
    const bytes = new TextEncoder().encode('99912399');
    const reader = new UnixReader('unix-seconds');
    expect(reader.read(bytes, 3, 6)).to.equal(true);
    expect(reader.time).to.equal(123_000);
    expect(reader.hasTime).to.equal(true);
  });
});
