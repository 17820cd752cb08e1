import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Page } from 'playwright-core';
import { chromium } from 'playwright-core';
import { build, preview, type Rolldown } from 'vite';

/** The built pages on a server of their own. */
export interface Site {
  url: string;
  /** Bytes after gzip of what a page loads of the engine before its first rows. */
  engineGzipBytes: number;
  close(): Promise<void>;
}

/** A page in a browser with a profile of its own. */
export interface Visit {
  page: Page;
  profile: string;
}

export async function buildSite(folder: string): Promise<Site> {
  const root = new URL('../page/', import.meta.url).pathname;
  const outDir = join(folder, 'dist');
  // SQLite's script asks for its file by this name, beside itself.
  const rolldownOptions = { output: { assetFileNames: 'assets/[name][extname]' } };
  const common = { root, configFile: false, base: './', logLevel: 'error' } as const;
  const { output } = (await build({
    ...common,
    worker: { format: 'es', rolldownOptions },
    build: { outDir, emptyOutDir: true, target: 'es2022', assetsInlineLimit: 0, rolldownOptions },
  })) as Rolldown.RolldownOutput;
  const server = await preview({
    ...common,
    // An address that is none must not be answered with the page.
    appType: 'mpa',
    build: { outDir },
    preview: { port: 0 },
  });
  const url = server.resolvedUrls?.local[0];
  if (url === undefined) throw new Error('The server has no address.');
  return { url, engineGzipBytes: gzipBytesOf(output, '/peers/engine.ts'), close: () => server.close() };
}

/** Bytes after gzip of the chunk that begins with a module, and of all that it imports and the page has not. */
function gzipBytesOf(output: Rolldown.RolldownOutput['output'], module: string): number {
  const chunks = output.filter((file) => file.type === 'chunk');
  const withImports = (wanted: readonly Rolldown.OutputChunk[]): Set<Rolldown.OutputChunk> => {
    const found = new Set(wanted);
    for (const { imports } of found) {
      for (const chunk of chunks) if (imports.includes(chunk.fileName)) found.add(chunk);
    }
    return found;
  };
  const page = withImports(chunks.filter(({ isEntry }) => isEntry));
  const loaded = withImports(
    chunks.filter(({ facadeModuleId }) => facadeModuleId?.endsWith(module) === true),
  );
  const added = [...loaded].filter((chunk) => !page.has(chunk));
  if (added.length === 0) throw new Error(`The build holds nothing of ${module}.`);
  return added.reduce((sum, { code }) => sum + gzipSync(code, { level: 9 }).length, 0);
}

/** Works on the page in a new browser with an empty profile on disk; both are gone afterwards. */
export async function visit<T>(
  { url }: Site,
  browser: { executablePath: string; args: string[] },
  work: (visit: Visit) => Promise<T>,
): Promise<T> {
  const profile = await mkdtemp(join(tmpdir(), 'activity-timeline-profile-'));
  const context = await chromium.launchPersistentContext(profile, browser);
  try {
    const [page] = context.pages();
    page.on('console', (message) => {
      if (message.type() === 'error') process.stderr.write(`${message.text()}\n`);
    });
    page.on('pageerror', (error) => process.stderr.write(`${error.stack ?? error.message}\n`));
    page.setDefaultTimeout(0);
    await page.goto(url);
    await ready(page);
    return await work({ page, profile });
  } finally {
    await context.close();
    await rm(profile, { recursive: true, force: true, maxRetries: 3 });
  }
}

export async function ready(page: Page): Promise<void> {
  await page.waitForFunction(() => 'bench' in globalThis);
}
