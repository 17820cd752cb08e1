// Pages of one origin, made of `tab.html` or another page of this folder, built as a host would, in a browser with a profile of its own.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { build, preview } from 'vite';
import { chromiumFlags, ensureChromium } from '../../../scripts/browser.mjs';

/**
 * Serves the page and starts a browser.
 * @param {{ name?: string, headers?: Record<string, string>, profile?: string, ignoreDefaultArgs?: string[] }} options
 * name: of the page; headers: served with it; profile: a folder for its data; default: a new one
 */
export async function openPages({ name = 'tab', headers = {}, profile, ignoreDefaultArgs = [] } = {}) {
  const file = `test/product/support/${name}.html`;
  const folder = await mkdtemp(join(tmpdir(), 'activity-timeline-pages-'));
  const outDir = join(folder, 'site');
  const shared = { configFile: false, logLevel: 'error', base: './' };
  await build({
    ...shared,
    build: { outDir, target: 'es2022', rolldownOptions: { input: file } },
    worker: { format: 'es' },
  });
  const server = await preview({
    ...shared,
    build: { outDir },
    preview: { port: 0, host: '127.0.0.1', cors: true, headers },
  });
  const url = `http://127.0.0.1:${server.httpServer.address().port}/${file}`;
  const context = await chromium.launchPersistentContext(profile ?? join(folder, 'profile'), {
    executablePath: await ensureChromium(),
    args: chromiumFlags,
    ignoreDefaultArgs,
  });
  return {
    context,
    url,
    async openPage() {
      const page = await context.newPage();
      await page.goto(url);
      await page.waitForFunction(() => globalThis.support !== undefined);
      return page;
    },
    /** Ends a page as a crash of its process does. */
    async crash(page) {
      const session = await context.newCDPSession(page);
      const crashed = page.waitForEvent('crash');
      session.send('Page.crash').catch(() => undefined);
      await crashed;
      await page.close();
    },
    async close() {
      await context.close();
      await server.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
