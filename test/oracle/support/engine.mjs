// The product's engine in Node, in memory: the same code as in the browser.
import { createServer } from 'vite';

/** Loads the engine and what else of the sources a test asks for. */
export async function loadProduct() {
  const server = await createServer({
    mode: 'test',
    appType: 'custom',
    logLevel: 'error',
    server: { middlewareMode: true, hmr: false, ws: false, watch: null },
    optimizeDeps: { noDiscovery: true, include: [] },
  });
  const load = (path) => server.ssrLoadModule(path);
  const { openEngine } = await load('/src/engine/index.ts');
  const { describeTables } = await load('/src/model/describe-tables.ts');
  return { openEngine, describeTables, load, close: () => server.close() };
}

/**
 * Imports tables, runs the model and reads all that comes of it.
 * @param tables `{ source, table, data, types? }` each.
 */
export async function runEngine({ openEngine, describeTables }, model, tables) {
  const engine = await openEngine({ name: 'oracle', mode: 'inline', indexedDB: null });
  try {
    const imports = new Map();
    for (const table of tables) {
      const report = await engine.importTable(table);
      imports.set(report.table, report);
    }
    const infos = await engine.listTables();
    const described = describeTables(model, infos);
    await engine.saveModel(described, (await engine.loadModel()).revision);
    const report = await engine.run();
    const definitions = new Map();
    for (const { id } of model.activities) {
      definitions.set(
        id,
        await pages((cursor) => engine.setAside({ definition: id, limit: 1000, ...cursor }), 'rows'),
      );
    }
    const aside = new Map();
    for (const { table } of model.customers.tables) {
      aside.set(table, await pages((cursor) => engine.setAside({ table, limit: 1000, ...cursor }), 'rows'));
    }
    const list = await pages((cursor) => engine.listCustomers({ limit: 1000, ...cursor }), 'customers');
    const profiles = await Promise.all(list.map(({ customerId }) => engine.getCustomer(customerId)));
    const activities = await records(engine.exportActivities({ includeHidden: true }));
    const hasContacts = (await engine.listOutputs()).includes('UnifiedContact');
    const contacts = hasContacts ? await records(engine.exportOutput('UnifiedContact')) : [];
    const alternateKeys = await records(engine.exportOutput('AlternateKey'));
    return {
      model: described,
      infos,
      imports,
      report,
      setAside: definitions,
      customersAside: aside,
      profiles,
      contacts,
      activities,
      alternateKeys,
    };
  } finally {
    await engine.destroy();
  }
}

/** The rows of an output, which comes as NDJSON. */
async function records(stream) {
  const text = await new Response(stream).text();
  return text
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line));
}

async function pages(read, what) {
  const rows = [];
  let cursor;
  do {
    const page = await read(cursor === undefined ? {} : { cursor });
    rows.push(...page[what]);
    cursor = page.next;
  } while (cursor !== undefined);
  return rows;
}
