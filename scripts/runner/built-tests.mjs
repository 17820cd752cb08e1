import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { extname } from 'node:path';
import { build } from 'vite';

const mockServiceWorker = createRequire(import.meta.url).resolve('msw/mockServiceWorker.js');

const types = {
  '.js': 'text/javascript',
  '.map': 'application/json',
  '.css': 'text/css',
  '.csv': 'text/csv',
};

/** Modules that the test runner serves itself. */
const runnerModules = {
  name: 'runner-modules',
  enforce: 'pre',
  resolveId: (id) => (id.startsWith('/__web-') ? { id, external: 'absolute' } : null),
};

/** Everything that the tests load, by path: built by vite as the package is, kept in memory. */
async function buildTests(files) {
  const { output } = await build({
    mode: 'test',
    logLevel: 'warn',
    plugins: [runnerModules],
    build: {
      write: false,
      minify: false,
      modulePreload: false,
      copyPublicDir: false,
      rolldownOptions: {
        checks: { pluginTimings: false },
        input: Object.fromEntries(files.map((file) => [file, file])),
        // A test that stood in the chunk of another would run with it.
        preserveEntrySignatures: 'strict',
        output: { entryFileNames: '[name].js', chunkFileNames: 'chunks/[name]-[hash].js' },
      },
    },
  });
  return new Map(
    output.map((file) => [`/${file.fileName}`, file.type === 'chunk' ? file.code : file.source]),
  );
}

/**
 * Builds the test files before the first of them opens and serves them to @web/test-runner under their own
 * names. Modules that several files share stand in one chunk: a page asks for a dozen files, not for hundreds.
 */
export function builtTests(files) {
  let served = new Map([['/mockServiceWorker.js', readFileSync(mockServiceWorker, 'utf8')]]);

  function middleware(context, next) {
    const { path } = context;
    const body = served.get(path.endsWith('.ts') ? `${path}.js` : path);
    if (body === undefined) return next();
    context.type = types[extname(path)] ?? 'text/javascript';
    // Nothing changes while tests run: a browser need not ask for a chunk again in each test file.
    context.set('cache-control', 'max-age=3600');
    context.body = typeof body === 'string' ? body : Buffer.from(body);
  }

  return {
    middleware,
    plugin: {
      name: 'built-tests',
      async serverStart() {
        served = new Map([...served, ...(await buildTests(files))]);
      },
    },
  };
}
