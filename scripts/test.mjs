// node scripts/test.mjs [--engine chromium|firefox|webkit]… [FILE OR FOLDER]…
//
// Without arguments: the unit tests in Chromium, then the whole-product tests and the comparison with the oracle.
// With --engine: the unit tests in those engines. With files: those files only. The last line of the output sums
// what ran.
import { spawn } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { addCounts, formatCounts, parseCounts } from './counts.mjs';
import { ensureEngine } from './runner/engines.mjs';
import { unitTestFiles } from './runner/test-files.mjs';

const { values, positionals: files } = parseArgs({
  allowPositionals: true,
  options: { engine: { type: 'string', multiple: true } },
});

const productFolders = ['test/product', 'test/oracle', 'test/sql'];
const isProductTest = (file) => file.endsWith('.mjs');
const unitFiles = files.length
  ? files
      .filter((file) => !isProductTest(file))
      .flatMap((file) => (file.endsWith('.ts') ? file : unitTestFiles(file)))
  : unitTestFiles();
const productFiles = files.length
  ? files.filter(isProductTest)
  : productFolders.flatMap((folder) =>
      existsSync(folder)
        ? readdirSync(folder)
            .filter(isProductTest)
            .map((name) => join(folder, name))
        : [],
    );

const runner = fileURLToPath(new URL('../node_modules/@web/test-runner/dist/bin.js', import.meta.url));

/** What the runner moves its cursor with would wipe out lines of a log. */
const withoutCursorMoves = (text) => text.replaceAll(/\u001b\[(?:2K|1A|G)/g, '');

/** Runs a test command and passes its output to `print`; answers its counts. A command that broke is one failure. */
async function run(title, args, { env = {}, print = (text) => process.stdout.write(text) } = {}) {
  print(`\n${title}\n`);
  const child = spawn(process.execPath, args, {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, ...env },
  });
  let output = '';
  child.stdout.setEncoding('utf8').on('data', (text) => {
    output += text;
    print(withoutCursorMoves(text));
  });
  const exitCode = await new Promise((resolve) => child.once('close', resolve));
  const counts = parseCounts(output) ?? { passed: 0, failed: 0, skipped: 0 };
  const ranNothing = counts.passed + counts.failed + counts.skipped === 0;
  if (ranNothing) print('No test ran.\n');
  return ranNothing || (exitCode !== 0 && counts.failed === 0)
    ? { ...counts, failed: counts.failed + 1 }
    : counts;
}

/** Firefox keeps what each page loaded until it ends, and slows down: it begins anew after so many files. */
const filesPerBrowser = { firefox: 25 };

/** The files that each browser of an engine runs. */
function selections(engine) {
  const most = filesPerBrowser[engine] ?? unitFiles.length;
  return Array.from({ length: Math.ceil(unitFiles.length / most) }, (_, i) =>
    unitFiles.slice(i * most, (i + 1) * most),
  );
}

/** A port that the system hands out once: runners that looked for one themselves could come to the same. */
async function freePort() {
  const server = createServer();
  const { port } = await new Promise((resolve) => server.listen(0, () => resolve(server.address())));
  await new Promise((resolve) => server.close(resolve));
  return port;
}

async function runUnitTests(engine, print) {
  const browser = await ensureEngine(engine);
  if (!browser) {
    console.log(`\nUnit tests in ${engine}: not run, it is not installed and could not be installed here.`);
    return [];
  }
  const counts = [];
  for (const selected of selections(engine)) {
    const env = { ENGINE: engine, TEST_FILES: selected.join('\n') };
    counts.push(
      await run(`Unit tests in ${engine}: ${browser}`, [runner, '--port', await freePort()], { env, print }),
    );
  }
  return counts;
}

/**
 * Engines run side by side: Firefox and WebKit open one page at a time and would leave a core idle. What the second
 * one says waits for its end, so that the log can be read.
 */
async function runEngines([first, ...others]) {
  // One after the other: only one installation of packages can go on at a time.
  for (const engine of [first, ...others]) await ensureEngine(engine);
  const held = others.map(() => []);
  const counts = await Promise.all([
    runUnitTests(first),
    ...others.map((engine, i) => runUnitTests(engine, (text) => held[i].push(text))),
  ]);
  for (const texts of held) process.stdout.write(texts.join(''));
  return counts.flat();
}

async function runProductTests() {
  if (!productFiles.length) return [];
  const reporter = new URL('./runner/product-reporter.mjs', import.meta.url).href;
  const options = [
    `--test-reporter=${reporter}`,
    '--test-reporter-destination=stdout',
    '--test-concurrency=1',
  ];
  return [await run('Whole-product tests', ['--test', ...options, '--test-timeout=900000', ...productFiles])];
}

const results = [];
try {
  if (unitFiles.length) {
    results.push(...(await runEngines(values.engine ?? ['chromium'])));
  }
  if (!values.engine) results.push(...(await runProductTests()));
} catch (error) {
  console.error(error);
  results.push({ passed: 0, failed: 1, skipped: 0 });
}
const counts = addCounts(results);
console.log(`\n${formatCounts(counts)}`);
process.exitCode = counts.failed ? 1 : 0;
