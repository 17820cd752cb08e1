import { expect } from 'chai';
import { addRun, EMPTY_BOOK, type RowBook } from '../../../src/elements/activity-timeline/list/row-book.js';
import type { Read } from '../../../src/elements/activity-timeline/list/next-read.js';
import {
  beginLoad,
  beginRead,
  canRead,
  failLoad,
  failRead,
  finishLoad,
  finishRead,
  IDLE,
  markOutdated,
  noteArrivals,
  stopReading,
  type Answer,
} from '../../../src/elements/activity-timeline/timeline-state.js';
import { AdapterError } from '../../../src/model/errors.js';
import { timeZone } from '../../../src/model/time-zone.js';
import { daily } from '../support/activities.js';

const error = new AdapterError('network', 'The server did not answer.');
const rows = daily(4);
const counts = { total: 4, exact: true, types: [], months: [] };
const book = bookOf(2);
const answer: Answer = { overall: counts, summary: counts, book, tail: { cursor: 'two', before: new Map() } };
const ready = finishLoad(answer);
const read: Read = { kind: 'run', start: '2020-12', target: { month: '2020-12', row: 2 } };

function bookOf(count: number): RowBook {
  const page = { items: rows.slice(0, count) };
  return addRun(EMPTY_BOOK, page, { before: new Map() }, timeZone('UTC')).book;
}

describe('state of a timeline', () => {
  it('keeps nothing of another customer', () => {
    for (const state of [IDLE, ready, failLoad(IDLE, error)]) {
      expect(beginLoad(state, 'start')).to.deep.equal({ phase: 'loading' });
    }
  });

  it('keeps the rows under a new filter until the answer, but not when it fails', () => {
    const changing = beginLoad(ready, 'change');
    expect(changing).to.deep.include({ phase: 'ready', book, work: { kind: 'changing' } });
    expect(failLoad(changing, error)).to.deep.equal({ phase: 'failed', error, overall: counts });
  });

  it('keeps the rows when the same question fails the second time, and knows that they are old', () => {
    const renewing = beginLoad(ready, 'renew');
    expect(failLoad(renewing, error)).to.deep.include({ phase: 'ready', book, isOutdated: true });
  });

  it('does not take rows of a former filter for current ones because news came in between', () => {
    const state = beginLoad(beginLoad(ready, 'change'), 'renew');
    expect(failLoad(state, error).phase).to.equal('failed');
  });

  it('reads only when nothing else goes on, and after a failure only when it is tried again', () => {
    expect(canRead(ready)).to.equal(true);
    const failed = failRead(ready, read, error);
    const busy = [beginRead(ready, read), failed, beginLoad(ready, 'change'), beginLoad(ready, 'renew')];
    for (const state of [...busy, IDLE, failLoad(ready, error)]) {
      expect(canRead(state)).to.equal(false);
    }
    expect(canRead(stopReading(failed))).to.equal(true);
  });

  it('takes in the rows that were read', () => {
    const state = finishRead(beginRead(ready, read), read, { book: bookOf(4), tail: null, isPast: true });
    expect(state.book.loaded).to.equal(4);
    expect(state).to.deep.include({ tail: null, work: { kind: 'none' }, isOutdated: false });
  });

  it('counts a month by the rows there are when fewer came than were counted, and knows that it is old', () => {
    const state = finishRead(beginRead(ready, read), read, { book, tail: null, isPast: true });
    expect([...state.shortfalls]).to.deep.equal([['2020-12', 2]]);
    expect(state.isOutdated).to.equal(true);
    const further = finishRead(beginRead(ready, read), read, { book, tail: null, isPast: false });
    expect(further.shortfalls.size).to.equal(0);
  });

  it('knows while rows are read that they have changed behind them', () => {
    const state = markOutdated(beginRead(ready, read));
    expect(state).to.deep.include({ isOutdated: true, work: { kind: 'reading', read } });
  });

  it('offers what came in and never fewer than none', () => {
    expect(noteArrivals(ready, 7)).to.deep.include({ arrived: 3, book });
    expect(noteArrivals(ready, 1)).to.deep.include({ arrived: 0 });
    expect(noteArrivals(IDLE, 7)).to.equal(IDLE);
  });

  it('gives up a read and nothing else', () => {
    expect(stopReading(beginRead(ready, read))).to.deep.equal(ready);
    for (const state of [IDLE, ready, beginLoad(ready, 'change')]) {
      expect(stopReading(state)).to.equal(state);
    }
  });
});
