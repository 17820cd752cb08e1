import { defineConfig, type BuildEnvironmentOptions } from 'vite';
import { demoData } from './demo/data/vite-plugin.js';
import { demoServiceWorker } from './demo/remote/vite-plugin.js';
import { minifyStyles } from './scripts/minify-styles.js';

/** What the package's users install themselves; everything else would be bundled. */
const runTimeDependency = /^(lit|@lit\/[^/]+|lit-html|lit-element|idb)(\/|$)/;

/** Languages that the package ships, each as a file of its own that a page loads when it needs it. */
const locales = ['ar', 'de', 'en', 'ja'];

const library: BuildEnvironmentOptions = {
  lib: {
    entry: {
      index: 'src/index.ts',
      define: 'src/define.ts',
      'define-timeline': 'src/define-timeline.ts',
      engine: 'src/engine/index.ts',
      model: 'src/model/index.ts',
      memory: 'src/adapters/memory/index.ts',
      odata: 'src/adapters/odata/index.ts',
      conformance: 'src/adapters/conformance/index.ts',
      sql: 'src/sql/index.ts',
      ...Object.fromEntries(locales.map((tag) => [`locales/${tag}`, `src/locales/${tag}.ts`])),
    },
    formats: ['es'],
  },
  rolldownOptions: {
    external: runTimeDependency,
    output: { chunkFileNames: 'chunks/[name]-[hash].js' },
  },
};

const demo: BuildEnvironmentOptions = {
  outDir: 'dist-demo',
  rolldownOptions: {
    input: { workbench: 'index.html', crmForm: 'demo/crm-form.html', remote: 'demo/remote.html' },
    // Making the data takes most of the time, as it should.
    checks: { pluginTimings: false },
  },
};

export default defineConfig(({ mode }) => ({
  // Relative, or a host page on another path would not find the worker.
  base: './',
  // Tests compare with what is written.
  plugins: [demoData(), demoServiceWorker(), ...(mode === 'test' ? [] : [minifyStyles()])],
  // What is built for tests is named by scripts/runner/built-tests.mjs.
  build: { target: 'es2022', sourcemap: true, ...(mode === 'demo' ? demo : mode !== 'test' && library) },
  worker: { format: 'es' },
}));
