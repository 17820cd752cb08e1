import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { openPages } from './support/pages.mjs';

const ROWS = 2000;

let pages;
let tabs;
let digests;

before(async () => {
  // Playwright turns the way back off.
  pages = await openPages({ ignoreDefaultArgs: ['--disable-back-forward-cache'] });
  tabs = await Promise.all(Array.from({ length: 5 }, () => pages.openPage()));
  ({ digests } = await tabs[0].evaluate((rows) => globalThis.support.setUp(rows), ROWS));
});

after(() => pages?.close());

const run = (tab, version) => tab.evaluate((to) => globalThis.support.run(to), version);
const see = (tab) => tab.evaluate(() => globalThis.support.see());
const startReading = (all) =>
  Promise.all(all.map((tab) => tab.evaluate(() => globalThis.support.startReading())));
const stopReading = (all) =>
  Promise.all(all.map((tab) => tab.evaluate(() => globalThis.support.stopReading())));

/** Everybody sees a version, without a reload. */
async function expectAll(all, version) {
  for (const tab of all) assert.equal(await see(tab), digests[version]);
}

function expectReads(results) {
  for (const { reads, mixed, slowestMs } of results) {
    assert.ok(reads > 5, `a page read only ${reads} times, once for ${slowestMs} ms`);
    assert.equal(mixed, 0, 'a page showed two versions at once');
  }
}

/**
 * Holds up the thread of a tab's engine for a while, once its next job has begun: no message, timer or event gets
 * through, as in a tab that is frozen.
 */
const freezeInJob = (tab, forMs) =>
  tab.workers()[0].evaluate((hold) => {
    const { prototype } = globalThis.IDBObjectStore;
    const { put } = prototype;
    prototype.put = function (value, key) {
      if (key === 'lease') {
        prototype.put = put;
        const { buffer } = new globalThis.WebAssembly.Memory({ initial: 1, maximum: 1, shared: true });
        setTimeout(() => Atomics.wait(new Int32Array(buffer), 0, 0, hold));
      }
      return put.call(this, value, key);
    };
  }, forMs);

test('of five pages one writes and all read, and all see each finished run', async () => {
  await startReading(tabs);
  for (const version of [1, 0, 1]) {
    assert.equal(await run(tabs[0], version), 'done');
    await expectAll(tabs, version);
  }
  expectReads(await stopReading(tabs));
  for (const tab of tabs) {
    assert.ok((await tab.evaluate(() => globalThis.support.changes())).includes('activities'));
  }
});

test('when the tab that writes is frozen, another takes over, and the frozen one does no harm later', async () => {
  const readers = tabs.slice(1);
  await startReading(readers);
  // A job that ended may still tidy up under the lock, which would be taken for the frozen one.
  await tabs[1].waitForFunction(async () => !(await globalThis.support.lockIsHeld()));
  await freezeInJob(tabs[0], 10_000);
  const stale = run(tabs[0], 1);
  await tabs[1].waitForFunction(() => globalThis.support.lockIsHeld());
  assert.equal(await run(tabs[1], 0), 'done');
  await expectAll(readers, 0);
  expectReads(await stopReading(readers));
  assert.equal(await stale, 'lease-lost');
  await expectAll(tabs, 0);
});

test('when the tab that writes dies, another takes over at once', async () => {
  const victim = await pages.openPage();
  await victim.evaluate(() => void globalThis.support.run(1));
  await new Promise((resolve) => setTimeout(resolve, 60));
  await pages.crash(victim);
  assert.equal(await run(tabs[2], 1), 'done');
  await expectAll(tabs, 1);
});

test('a page that one comes back to shows what was run meanwhile', async () => {
  const [traveller, other] = tabs;
  let before = 0;
  let isKept = false;
  // Whether a page is kept is the browser's choice, which a busy machine sways; a page that holds on never is.
  for (let journey = 0; journey < 5 && !isKept; journey++) {
    await see(traveller);
    await traveller.evaluate(() => {
      globalThis.addEventListener('pageshow', ({ persisted }) => (globalThis.wasKept = persisted));
    });
    before = (await traveller.evaluate(() => globalThis.support.changes())).length;
    await traveller.goto('about:blank');
    assert.equal(await run(other, 0), 'done');
    await traveller.goBack({ waitUntil: 'commit' });
    await traveller.waitForFunction(() => globalThis.support !== undefined);
    isKept = await traveller.evaluate(() => globalThis.wasKept === true);
  }
  assert.ok(isKept, 'the page was not kept');
  await traveller.waitForFunction(
    (known) => globalThis.support.changes().slice(known).includes('activities'),
    before,
  );
  await expectAll([traveller], 0);
  assert.equal(await run(traveller, 1), 'done');
  await expectAll(tabs, 1);
});

test('where a frame has no storage the engine works in memory', async () => {
  const [tab] = tabs;
  const persistence = await tab.evaluate(
    (url) =>
      new Promise((resolve) => {
        globalThis.addEventListener('message', ({ data }) => resolve(data), { once: true });
        const frame = document.createElement('iframe');
        frame.sandbox.add('allow-scripts');
        frame.src = `${url}?report`;
        document.body.append(frame);
      }),
    pages.url,
  );
  assert.deepEqual(persistence, { persistence: 'memory', outcome: 'done' });
});

test('when the browser clears the data of the page, engines that are open go on with an empty workspace', async () => {
  const session = await pages.context.newCDPSession(tabs[0]);
  await session.send('Storage.clearDataForOrigin', {
    origin: new URL(pages.url).origin,
    storageTypes: 'indexeddb',
  });
  for (const tab of tabs.slice(1)) assert.notEqual(await see(tab), digests[1]);
  const again = await tabs[1].evaluate((rows) => globalThis.support.setUp(rows), ROWS);
  assert.deepEqual(again.digests, digests);
  await expectAll(tabs, 0);
});
