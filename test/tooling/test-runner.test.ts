import { expect } from 'chai';

describe('the test runner', () => {
  it('runs in a page with IndexedDB', async () => {
    const names = await indexedDB.databases();
    expect(names).to.be.an('array');
  });

  it('answers 404 for shared data that is not there', async () => {
    const response = await fetch('/shared-data/nowhere/Nothing.csv');
    expect(response.status).to.equal(404);
  });
});
