import type { Plugin } from 'vite';
import { generateCoffeeTables } from './coffee/generate.js';
import { coffeeModel } from './coffee/model.js';
import { generateOutfittersTables } from './outfitters/generate.js';
import { outfittersModel } from './outfitters/model.js';
import type { ActivityModel } from '../../src/model/model.js';

const folder = 'demo-data';

/** A world's files under its own folder. */
function filesOf(
  world: string,
  tables: ReadonlyMap<string, string>,
  model: ActivityModel,
): [string, string][] {
  return [
    ...[...tables].map(([table, csv]): [string, string] => [`${world}/${table}.csv`, csv]),
    [`${world}/model.json`, JSON.stringify(model, null, 2)],
  ];
}

/**
 * Serves the demo's data in development and adds it to the demo's build: `demo-data/<world>/<table>.csv` for each
 * table and `demo-data/<world>/model.json`. It is made once, when it is first needed.
 */
export function demoData(): Plugin {
  let made: Map<string, string> | undefined;
  const files = (): Map<string, string> => {
    made ??= new Map([
      ...filesOf('outfitters', generateOutfittersTables(), outfittersModel),
      ...filesOf('coffee', generateCoffeeTables(), coffeeModel),
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
