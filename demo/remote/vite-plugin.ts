import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Plugin } from 'vite';

/** Beside the pages that it serves: a worker sees no page above its own folder. */
const path = 'demo/mockServiceWorker.js';

/** Serves the service worker that plays the demo's remote services, and adds it to the demo's build. */
export function demoServiceWorker(): Plugin {
  const read = (): string =>
    readFileSync(createRequire(import.meta.url).resolve('msw/mockServiceWorker.js'), 'utf8');
  let isDemoBuild = false;
  return {
    name: 'demo-service-worker',
    config(_config, { command, mode }) {
      isDemoBuild = command === 'build' && mode === 'demo';
    },
    configureServer(server) {
      server.middlewares.use(`/${path}`, (_request, response) => {
        response.setHeader('Content-Type', 'text/javascript');
        response.end(read());
      });
    },
    generateBundle() {
      if (isDemoBuild) this.emitFile({ type: 'asset', fileName: path, source: read() });
    },
  };
}
