// The demo as a visitor gets it: built, and served on a free port.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { build, preview } from 'vite';
import { chromiumFlags, ensureChromium } from '../../../scripts/browser.mjs';

/**
 * Builds the demo into a folder of its own and serves it.
 * @returns {Promise<{ url: string, close(): Promise<void> }>}
 */
export async function openDemoSite() {
  const outDir = await mkdtemp(join(tmpdir(), 'activity-timeline-demo-'));
  const quiet = { mode: 'demo', logLevel: 'warn' };
  await build({ ...quiet, build: { outDir, emptyOutDir: true, reportCompressedSize: false } });
  const server = await preview({ ...quiet, build: { outDir }, preview: { port: 0, host: '127.0.0.1' } });
  const { port } = server.httpServer.address();
  return {
    url: `http://127.0.0.1:${port}/`,
    async close() {
      await server.close();
      await rm(outDir, { recursive: true, force: true });
    },
  };
}

/** Starts the browser that the project's tests use. */
export async function launchBrowser() {
  return chromium.launch({ executablePath: await ensureChromium(), args: chromiumFlags });
}
