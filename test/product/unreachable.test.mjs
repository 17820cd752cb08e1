// A page whose server does not answer any more, or has another release by now, when the rest of the engine is wanted.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { openPages } from './support/pages.mjs';

/** The scripts that are loaded behind the first rows. */
const rest = /\/(engine\.worker|serve)[^/]*\.js$/;

let pages;

before(async () => {
  pages = await openPages();
  const page = await pages.openPage();
  await page.evaluate(() => globalThis.support.setUp(200));
  await page.close();
});
after(() => pages?.close());

test('the timeline reads on, an import fails with a reason, and works once the scripts are there', async () => {
  const page = await pages.openPage();
  const missed = [];
  const failing = (route) => {
    missed.push(route.request().url());
    return route.abort();
  };
  await page.route(rest, failing);
  const readAndImport = () => page.evaluate(() => globalThis.support.readAndImport());
  // One row of each of three definitions.
  assert.deepEqual(await readAndImport(), { rows: 3, outcome: 'worker-failed' });
  assert.ok(missed.length > 0, 'the scripts were loaded before they were needed');
  await page.unroute(rest, failing);
  assert.equal((await readAndImport()).outcome, 'done');
  await page.close();
});
