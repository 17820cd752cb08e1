import { createReadStream, statSync } from 'node:fs';
import { extname, resolve, sep } from 'node:path';

const prefix = '/shared-data/';
const types = { '.csv': 'text/csv', '.json': 'application/json', '.md': 'text/markdown' };

/**
 * Serves the data sets that lie beside the project, where there are any: `/shared-data/contoso/Contact.csv` is
 * `../shared/data/contoso/Contact.csv`. Answers 404 otherwise, and the tests that want them skip.
 */
export function sharedData(root = resolve('../shared/data')) {
  return async (context, next) => {
    if (!context.path.startsWith(prefix)) return next();
    const file = resolve(root, decodeURIComponent(context.path.slice(prefix.length)));
    const stats = file.startsWith(root + sep) ? statSync(file, { throwIfNoEntry: false }) : undefined;
    context.status = 404;
    if (!stats?.isFile()) return;
    context.status = 200;
    context.type = types[extname(file)] ?? 'application/octet-stream';
    context.length = stats.size;
    context.body = createReadStream(file);
  };
}
