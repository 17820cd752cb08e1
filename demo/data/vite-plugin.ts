import type { Plugin } from 'vite';
import { generateCoffeeTables } from './coffee/generate.js';
import { coffeeModel } from './coffee/model.js';
import { generateOutfittersTables } from './outfitters/generate.js';
import { outfittersModel } from './outfitters/model.js';
import type { ActivityModel } from '../../src/model/model.js';

const folder = 'demo-data';

/** The module that fetches the data: a build with it, of the demo or of its tests, needs them. */
const reader = '/demo/app/seed.ts';

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
 * Serves the demo's data in development and adds it to a build of the demo or of its tests: `demo-data/<world>/<table>.csv` for each
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
  return {
    name: 'demo-data',
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
    generateBundle(_options, bundle) {
      const isAskedFor = Object.values(bundle).some(
        (file) => file.type === 'chunk' && file.moduleIds.some((id) => id.endsWith(reader)),
      );
      if (!isAskedFor) return;
      for (const [name, source] of files())
        this.emitFile({ type: 'asset', fileName: `${folder}/${name}`, source });
    },
  };
}
