import type { Plugin } from 'vite';
import { generateDemoTables } from './generate.js';
import { demoModel } from './model.js';

const folder = 'demo-data';

/**
 * Serves the demo's data in development and adds it to the demo's build: `demo-data/<table>.csv` for each table
 * and `demo-data/model.json`. It is made once, when it is first needed.
 */
export function demoData(): Plugin {
  let made: Map<string, string> | undefined;
  const files = (): Map<string, string> => {
    made ??= new Map([
      ...[...generateDemoTables()].map(([table, csv]): [string, string] => [`${table}.csv`, csv]),
      ['model.json', JSON.stringify(demoModel, null, 2)],
    ]);
    return made;
  };
  let isDemoBuild = false;
  return {
    name: 'demo-data',
    config(_config, { command, mode }) {
      isDemoBuild = command === 'build' && mode === 'demo';
    },
    configureServer(server) {
      server.middlewares.use(`/${folder}`, (request, response, next) => {
        const name = decodeURIComponent(new URL(request.url ?? '', 'http://localhost').pathname).slice(1);
        const content = files().get(name);
        if (content === undefined) return next();
        const type = name.endsWith('.json') ? 'application/json' : 'text/csv';
        response.setHeader('Content-Type', `${type}; charset=utf-8`);
        response.end(content);
      });
    },
    generateBundle() {
      if (!isDemoBuild) return;
      for (const [name, source] of files())
        this.emitFile({ type: 'asset', fileName: `${folder}/${name}`, source });
    },
  };
}
