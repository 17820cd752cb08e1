// Weighs what a page has to load of dist/, and fails past a budget. Run after the build.
import { readFileSync, readdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { gzipSync } from 'node:zlib';
import { build } from 'vite';

/**
 * Kilobytes of 1000 bytes, after gzip. Nothing may grow past its limit by accident; where the goal is lower, the limit
 * is what the features of this release take.
 */
const budgets = {
  engine: { limit: 31.4, goal: 20 },
  worker: { limit: 85.5, goal: 74 },
  timeline: { limit: 45.5, goal: 30 },
  later: { limit: 11.2, goal: 10.9 },
  odata: { limit: 10.7, goal: 10.7 },
  sql: { limit: 24, goal: 24 },
  everything: { limit: 221, goal: 90 },
};

const gzipKb = (...codes) => codes.reduce((sum, code) => sum + gzipSync(code, { level: 9 }).length, 0) / 1000;

/** The whole engine, which starts behind the first rows: the one file that hosts copy as it is. */
function workerCode() {
  const workers = readdirSync('dist/assets').filter((name) => name.endsWith('.js'));
  if (workers.length !== 1)
    throw new Error(`dist/assets holds ${workers.length} scripts; one worker was expected.`);
  return readFileSync(`dist/assets/${workers[0]}`);
}

/**
 * The scripts that a host's bundler makes of a page with this code, run-time dependencies included: those that the page
 * loads at once, or those that it loads later. Of the engine, what is loaded later are the fallbacks where no worker
 * file can be started.
 */
async function bundle(code, when = 'at once') {
  const page = {
    name: 'page',
    resolveId: (id) => (id === 'page' ? '\0page' : null),
    load: (id) => (id === '\0page' ? code : null),
  };
  const { output } = await build({
    configFile: false,
    logLevel: 'error',
    plugins: [page],
    build: {
      write: false,
      target: 'es2022',
      modulePreload: false,
      assetsInlineLimit: 0,
      rolldownOptions: { input: 'page', preserveEntrySignatures: 'exports-only' },
    },
  });
  const chunks = new Map(
    output.filter(({ type }) => type === 'chunk').map((chunk) => [chunk.fileName, chunk]),
  );
  const loaded = new Set([...chunks.values()].filter(({ isEntry }) => isEntry));
  for (const { imports } of loaded) for (const name of imports) loaded.add(chunks.get(name));
  const isWanted = (chunk) => loaded.has(chunk) === (when === 'at once');
  return [...chunks.values()].filter(isWanted).map((chunk) => chunk.code);
}

const dist = (name) => JSON.stringify(resolve('dist', `${name}.js`));
const worker = [workerCode()];
/** What a page loads before its first rows. */
const engine = await bundle(`export * from ${dist('engine')};`);
const timeline = await bundle(`import ${dist('define-timeline')};`);
const later = await bundle(`import ${dist('define-timeline')};`, 'later');
const whole = await bundle(
  `import ${dist('define')}; export * from ${dist('index')}; export * from ${dist('engine')};`,
);
const laterOfWhole = await bundle(`import ${dist('define')}; export * from ${dist('index')};`, 'later');
const odata = await bundle(`export * from ${dist('odata')};`);
const sql = await bundle(`export * from ${dist('sql')};`);
const sizes = {
  engine,
  worker,
  timeline,
  later,
  odata,
  sql,
  everything: [...whole, ...laterOfWhole, ...worker],
};

for (const [name, codes] of Object.entries(sizes)) {
  const kilobytes = gzipKb(...codes);
  const { limit, goal } = budgets[name];
  // An entry whose code a bundler drops as free of side effects weighs next to nothing.
  if (kilobytes < 1)
    throw new Error(`There is nothing of "${name}" in its bundle: see "sideEffects" in package.json.`);
  const isOver = kilobytes > limit;
  const wanted = goal < limit ? ` (goal ${goal})` : '';
  console.log(
    `${name}: ${kilobytes.toFixed(1)} KB gzip of ${limit}${wanted}${isOver ? ', over the limit' : ''}`,
  );
  if (isOver) process.exitCode = 1;
}
