import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { chromium } from 'playwright-core';
import { createServer } from 'vite';
import { chromiumFlags, ensureChromium } from '../../scripts/browser.mjs';

const KILLS = 20;

let server;
let context;
let folder;
let url;

before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'activity-timeline-kill-'));
  server = await createServer({
    mode: 'test',
    server: { port: 0, hmr: false, ws: false, watch: null },
    logLevel: 'error',
  });
  await server.listen();
  url = new URL('test/product/support/blank.html', server.resolvedUrls.local[0]).href;
  context = await chromium.launchPersistentContext(join(folder, 'profile'), {
    executablePath: await ensureChromium(),
    args: chromiumFlags,
  });
});

after(async () => {
  await context?.close();
  await server?.close();
  if (folder) await rm(folder, { recursive: true, force: true });
});

/** Loads the support module in a new page. */
async function openPage() {
  const page = await context.newPage();
  await page.goto(url);
  await page.evaluate(async () => {
    globalThis.support = await import('/test/product/support/kill-page.ts');
  });
  return page;
}

test(`after ${KILLS} kills at random moments of a run, each next open shows the old output or the new one, whole`, async () => {
  const setUp = await openPage();
  const { durationMs, digests } = await setUp.evaluate(() => globalThis.support.setUp());
  await setUp.close();
  let version = 0;
  const seen = { old: 0, new: 0 };
  for (let kill = 0; kill < KILLS; kill++) {
    const victim = await openPage();
    const next = 1 - version;
    await victim.evaluate((to) => globalThis.support.startRun(to), next);
    // Spread over the run and a little beyond, so that some kills come after the commit.
    await new Promise((resolve) => setTimeout(resolve, durationMs * 1.3 * ((kill + Math.random()) / KILLS)));
    const crash = await context.newCDPSession(victim);
    crash.send('Page.crash').catch(() => undefined);
    await victim.waitForEvent('crash');
    await victim.close();

    const witness = await openPage();
    const found = await witness.evaluate(() => globalThis.support.look());
    await witness.close();
    const isOld = found === digests[version];
    const isNew = found === digests[next];
    assert.ok(isOld || isNew, `after kill ${kill + 1} the output is neither the old one nor the new one`);
    seen[isOld ? 'old' : 'new']++;
    if (isNew) version = next;
  }
  // Both kinds must have been met, or the moments say nothing about a run.
  assert.ok(seen.old > 0, 'no kill came before the commit');
});
