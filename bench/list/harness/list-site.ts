import { join } from 'node:path';
import { chromium, type Browser, type CDPSession, type Page } from 'playwright-core';
import { build, preview } from 'vite';

/** The built page on a server of its own. */
export interface ListSite {
  readonly url: string;
  close(): Promise<void>;
}

export async function buildListSite(folder: string): Promise<ListSite> {
  const root = new URL('../page/', import.meta.url).pathname;
  const outDir = join(folder, 'dist');
  const common = { root, configFile: false, base: './', logLevel: 'error' } as const;
  await build({
    ...common,
    worker: { format: 'es' },
    build: { outDir, emptyOutDir: true, target: 'es2022', chunkSizeWarningLimit: 2000 },
  });
  const server = await preview({ ...common, build: { outDir }, preview: { port: 0 } });
  const url = server.resolvedUrls?.local[0];
  if (url === undefined) throw new Error('The server has no address.');
  return { url, close: () => server.close() };
}

/** A page that has just loaded, in a process of its own, on a processor that is so many times slower. */
export interface ListVisit {
  readonly page: Page;
  readonly client: CDPSession;
}

export async function visitList<T>(
  { url }: ListSite,
  browser: Browser,
  slowdown: number,
  work: (visit: ListVisit) => Promise<T>,
): Promise<T> {
  const context = await browser.newContext({ viewport: { width: 1000, height: 900 } });
  try {
    const page = await context.newPage();
    page.setDefaultTimeout(0);
    page.on('pageerror', (error) => process.stderr.write(`${error.stack ?? error.message}\n`));
    const client = await context.newCDPSession(page);
    await page.goto(url);
    await page.waitForFunction(() => 'listBench' in globalThis);
    await client.send('Emulation.setCPUThrottlingRate', { rate: slowdown });
    return await work({ page, client });
  } finally {
    await context.close();
  }
}

export function launch(options: { executablePath: string; args: string[] }): Promise<Browser> {
  return chromium.launch(options);
}
