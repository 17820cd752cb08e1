import { expect } from 'chai';
import {
  beginLoad,
  beginPage,
  canPage,
  failLoad,
  failPage,
  finishLoad,
  finishPage,
  IDLE,
  markOutdated,
  stopPaging,
  type Answer,
} from '../../../src/elements/activity-timeline/timeline-state.js';
import { AdapterError } from '../../../src/model/errors.js';
import { daily } from '../support/activities.js';

const error = new AdapterError('network', 'The server did not answer.');
const rows = daily(4);
const counts = { total: 4, exact: true, types: [], months: [] };
const answer: Answer = { overall: counts, summary: counts, rows: rows.slice(0, 2), next: 'two' };
const ready = finishLoad(answer);

describe('state of a timeline', () => {
  it('keeps nothing of another customer', () => {
    for (const state of [IDLE, ready, failLoad(IDLE, error)]) {
      expect(beginLoad(state, 'start')).to.deep.equal({ phase: 'loading' });
    }
  });

  it('keeps the rows under a new filter until the answer, but not when it fails', () => {
    const changing = beginLoad(ready, 'change');
    expect(changing).to.deep.include({ phase: 'ready', rows: ready.rows, work: { kind: 'changing' } });
    expect(failLoad(changing, error)).to.deep.equal({ phase: 'failed', error, overall: counts });
  });

  it('keeps the rows when the same question fails the second time, and knows that they are old', () => {
    const renewing = beginLoad(ready, 'renew');
    expect(failLoad(renewing, error)).to.deep.include({ phase: 'ready', rows: ready.rows, isOutdated: true });
  });

  it('does not take rows of a former filter for current ones because news came in between', () => {
    const state = beginLoad(beginLoad(ready, 'change'), 'renew');
    expect(failLoad(state, error).phase).to.equal('failed');
  });

  it('pages only when there is a page and nothing else goes on', () => {
    expect(canPage(ready)).to.equal(true);
    expect(canPage(failPage(ready, error))).to.equal(true);
    const busy = [beginPage(ready), beginLoad(ready, 'change'), beginLoad(ready, 'renew')];
    const endless = [IDLE, finishLoad({ ...answer, next: undefined }), failLoad(ready, error)];
    for (const state of [...busy, ...endless]) {
      expect(canPage(state)).to.equal(false);
    }
  });

  it('adds a page behind the rows and leaves out those that it has', () => {
    const state = finishPage(beginPage(ready), { items: rows.slice(1), next: 'four' });
    expect(state.rows).to.deep.equal(rows);
    expect(state).to.deep.include({ next: 'four', pages: 2, work: { kind: 'none' } });
  });

  it('refuses a page that points to itself', () => {
    expect(() => finishPage(beginPage(ready), { items: [], next: 'two' })).to.throw(AdapterError, /twice/);
  });

  it('goes back to rest when paging is given up', () => {
    expect(stopPaging(beginPage(ready))).to.deep.equal(ready);
    expect(stopPaging(IDLE)).to.equal(IDLE);
  });

  it('can only be outdated when there are rows', () => {
    expect(markOutdated(ready)).to.deep.include({ isOutdated: true });
    expect(markOutdated(IDLE)).to.equal(IDLE);
    expect(finishLoad(answer).isOutdated).to.equal(false);
  });
});
