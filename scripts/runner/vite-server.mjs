import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { createServer } from 'vite';

const mockServiceWorker = createRequire(import.meta.url).resolve('msw/mockServiceWorker.js');

/** Paths that the test runner serves itself. */
const isRunnerPath = (path) => path === '/' || path.startsWith('/__web-') || path.startsWith('/__wds-');

const runnerModules = {
  name: 'runner-modules',
  enforce: 'pre',
  resolveId: (id) => (id.startsWith('/__web-') ? { id, external: true } : null),
};

/** Sources do not change while tests run: a browser need not ask for each module again in each test file. */
function keepInCache(response) {
  const setHeader = response.setHeader.bind(response);
  response.setHeader = (name, value) =>
    setHeader(name, name.toLowerCase() === 'cache-control' && value === 'no-cache' ? 'max-age=3600' : value);
}

/**
 * Puts vite in front of @web/test-runner, so that tests see the same transforms and the same worker code as
 * the build.
 */
export function viteServer() {
  let server;
  const start = () =>
    (server ??= createServer({
      mode: 'test',
      appType: 'custom',
      clearScreen: false,
      logLevel: 'warn',
      server: { middlewareMode: true, hmr: false, ws: false, watch: null },
      plugins: [runnerModules],
    }));

  async function middleware(context, next) {
    const { pathname } = new URL(context.url, 'http://localhost');
    if (isRunnerPath(pathname)) return next();
    if (pathname === '/mockServiceWorker.js') {
      context.type = 'text/javascript';
      context.body = readFileSync(mockServiceWorker, 'utf8');
      return;
    }
    const vite = await start();
    const answered = await new Promise((resolve) => {
      context.respond = false;
      context.res.statusCode = 200; // Koa's own start is 404.
      keepInCache(context.res);
      context.res.once('close', () => resolve(true));
      vite.middlewares(context.req, context.res, () => resolve(false));
    });
    if (answered) return;
    context.respond = true;
    context.status = 404;
    return next();
  }

  return {
    middleware,
    plugin: {
      name: 'vite-server',
      async serverStart() {
        await start();
      },
      async serverStop() {
        await (await server)?.close();
      },
    },
  };
}
