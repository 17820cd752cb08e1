/**
 * Prints the figures of README.md: ratios of one run in headless Chromium, medians over rounds.
 * Usage: npm run bench [-- --rounds 5] [--rows 10000,100000]
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { chromium } from 'playwright-core';
import { build, preview } from 'vite';
import { chromiumFlags, ensureChromium } from '../scripts/browser.mjs';

const { values } = parseArgs({
  options: { rounds: { type: 'string', default: '3' }, rows: { type: 'string', default: '10000,100000' } },
});
const rounds = Number(values.rounds);
const folder = await mkdtemp(join(tmpdir(), 'activity-timeline-bench-'));
const root = new URL('./page/', import.meta.url).pathname;
const common = { root, configFile: false, base: './', logLevel: 'warn', worker: { format: 'es' } };
const pages = { index: join(root, 'index.html'), reload: join(root, 'reload.html') };
await build({
  ...common,
  build: {
    outDir: join(folder, 'dist'),
    emptyOutDir: true,
    target: 'es2022',
    rolldownOptions: { input: pages },
  },
});
const server = await preview({ ...common, build: { outDir: join(folder, 'dist') }, preview: { port: 0 } });
const context = await chromium.launchPersistentContext(join(folder, 'profile'), {
  executablePath: await ensureChromium(),
  args: chromiumFlags,
});
try {
  const url = server.resolvedUrls.local[0];
  for (const rows of values.rows.split(',').map(Number)) await report(rows, url);
} finally {
  await context.close();
  await server.close();
  await rm(folder, { recursive: true, force: true });
}

async function report(rows, url) {
  const results = [];
  const reloads = [];
  for (let i = 0; i < rounds; i++) {
    const page = await open(url);
    results.push(await page.evaluate((count) => globalThis.bench.round(count), rows));
    await page.close();
    const again = await open(`${url}reload.html`);
    for (let j = 0; j < 5; j++) {
      await again.reload();
      await again.waitForFunction(() => 'bench' in globalThis);
      reloads.push(await again.evaluate((id) => globalThis.bench.afterReload(id), results[i].customer));
    }
    await again.close();
  }
  const shown = new Set(results.flatMap(({ engine, dexie }) => [engine.shown, dexie.shown]));
  if (shown.size !== 1) throw new Error(`The two sides disagree on the rows shown: ${[...shown].join(', ')}`);
  const total = ({ engine }) => engine.importMs + engine.runMs;
  const engineMs = median(results.map(total));
  const dexieMs = median(results.map(({ dexie }) => dexie.loadMs));
  const pooled = (name) => results.flatMap((result) => result[name]);
  const line = (name, value) => process.stdout.write(`  ${name.padEnd(44)} ${value}\n`);
  const latency = (values) => `${quantile(values, 0.5).toFixed(2)} / ${quantile(values, 0.95).toFixed(2)} ms`;
  process.stdout.write(
    `\n${rows.toLocaleString('en')} activity rows, ${(results[0].bytes / 1e6).toFixed(1)} MB, median of ${rounds}\n`,
  );
  line('import + unify + persist', `${engineMs.toFixed(0)} ms`);
  line('  of which import', `${median(results.map(({ engine }) => engine.importMs)).toFixed(0)} ms`);
  line('Dexie, a record per row, compound index', `${dexieMs.toFixed(0)} ms`);
  line('times as fast as Dexie', `${(dexieMs / engineMs).toFixed(1)} x`);
  line('first page warm, p50 / p95', latency(pooled('page')));
  line('the same page again, p50 / p95', latency(pooled('again')));
  line('summary warm, p50 / p95', latency(pooled('summary')));
  line('first page warm in Dexie, p50 / p95', latency(pooled('dexiePage')));
  line(
    'first page after a reload, module included',
    `${median(reloads.map((r) => r.firstPageMs)).toFixed(1)} ms`,
  );
  line('page and summary after a reload', `${median(reloads.map((r) => r.withSummaryMs)).toFixed(1)} ms`);
  line(
    'longest task of the page meanwhile',
    `${Math.max(...results.map((r) => r.longestTaskMs)).toFixed(0)} ms`,
  );
}

async function open(url) {
  const page = await context.newPage();
  page.on('pageerror', (error) => process.stderr.write(`${error.stack}\n`));
  await page.goto(url);
  await page.waitForFunction(() => 'bench' in globalThis);
  return page;
}

function median(values) {
  return quantile(values, 0.5);
}

function quantile(values, share) {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))];
}
