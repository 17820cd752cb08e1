import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { chromium, type Page } from 'playwright-core';
import { build, preview } from 'vite';
import { quantile } from '../harness/statistics.js';

const COLUMNS = ['OrderId', 'Code', 'Mixed', 'PersonId'];
const STEPS = ['Activity fields', 'Relationships', 'Review'];

/** Measures the wizard and prints the tables of README.md, which names the options. */
export async function main(
  args: readonly string[],
  browser: { executablePath: string; args: string[] },
): Promise<void> {
  const { values } = parseArgs({
    args: [...args],
    options: {
      rounds: { type: 'string', default: '5' },
      rows: { type: 'string', default: '1000000' },
      tables: { type: 'string', default: '50' },
    },
  });
  const folder = await mkdtemp(join(tmpdir(), 'activity-timeline-wizard-'));
  const root = new URL('./page/', import.meta.url).pathname;
  const common = { root, configFile: false, base: './', logLevel: 'error' } as const;
  const outDir = join(folder, 'dist');
  await build({ ...common, worker: { format: 'es' }, build: { outDir, target: 'es2022' } });
  const server = await preview({ ...common, build: { outDir }, preview: { port: 0 } });
  const running = await chromium.launch(browser);
  try {
    const page = await running.newPage({ viewport: { width: 1200, height: 900 } });
    page.setDefaultTimeout(0);
    await page.goto(server.resolvedUrls?.local[0] ?? '');
    await page.waitForFunction(() => 'wizardBench' in globalThis);
    await measureKeys(page, Number(values.rows), Number(values.rounds));
    await measureSteps(page, Number(values.tables), Number(values.rounds));
  } finally {
    await running.close();
    await server.close();
    await rm(folder, { recursive: true, force: true });
  }
}

async function measureKeys(page: Page, rows: number, rounds: number): Promise<void> {
  await page.evaluate((count) => globalThis.wizardBench.open(count), rows);
  print(['key column', 'profile, ms', 'until its check is shown, ms', 'longest task of the page, ms']);
  print(['---', '---', '---', '---']);
  for (const column of COLUMNS) {
    const found: { ms: number; longestTaskMs: number; profile: number }[] = [];
    for (let round = 0; round <= rounds; round++) {
      const first = await page.evaluate((name) => globalThis.wizardBench.chooseKey(name), column);
      const profile = await page.evaluate((name) => globalThis.wizardBench.profile(name), column);
      found.push({ ...first, profile });
    }
    // The first round warms up.
    const warm = found.slice(1);
    print([
      column,
      median(warm.map(({ profile }) => profile)),
      median(warm.map(({ ms }) => ms)),
      String(Math.max(...warm.map(({ longestTaskMs }) => Math.round(longestTaskMs)))),
    ]);
  }
}

async function measureSteps(page: Page, tables: number, rounds: number): Promise<void> {
  const found = STEPS.map((): { workMs: number; frameMs: number }[] => []);
  for (let round = 0; round <= rounds; round++) {
    await page.evaluate((count) => globalThis.wizardBench.openMany(count), tables);
    for (const step of STEPS.keys()) {
      found[step].push(await page.evaluate(() => globalThis.wizardBench.next()));
    }
  }
  print([`step, ${tables} tables`, 'work of the page, ms', 'until the next frame, ms']);
  print(['---', '---', '---']);
  for (const [step, name] of STEPS.entries()) {
    const warm = found[step].slice(1);
    print([name, median(warm.map(({ workMs }) => workMs)), median(warm.map(({ frameMs }) => frameMs))]);
  }
}

const median = (values: readonly number[]): string => quantile(values, 0.5).toFixed(0);

function print(cells: readonly string[]): void {
  process.stdout.write(`| ${cells.join(' | ')} |\n`);
}
