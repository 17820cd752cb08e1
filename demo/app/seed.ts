import { openEngine } from '../../src/engine/index.js';
import type { Engine } from '../../src/engine/engine.js';
import { AdapterError } from '../../src/model/errors.js';
import { readModel } from '../../src/model/index.js';
import { emptyModel, type ActivityModel } from '../../src/model/model.js';
import { taskWords } from './words.js';
import type { World } from './worlds.js';

/** Where the work of filling a workspace stands. */
export interface SeedProgress {
  /** What is going on, for a person. */
  text: string;
  /** 0 to 1. */
  fraction: number;
}

export interface SeedOptions {
  /** Folder of the world's data. Its address differs from page to page. */
  data: URL;
  onProgress?: (progress: SeedProgress) => void;
}

/** Opens the workspace of a world, and fills it with its samples when there is nothing in it yet. */
export async function openWorld({ workspace, featured }: World, options: SeedOptions): Promise<Engine> {
  const engine = await openEngine({ name: workspace });
  if (!featured) return engine;
  try {
    // Two pages may open an empty workspace at the same time: one fills it, the other waits and finds it filled.
    await navigator.locks.request(`activity-timeline-${workspace}`, async () => {
      if (await needsSeed(engine, options.data)) await seedDemo(engine, options);
    });
  } catch (error) {
    await engine.close();
    throw error;
  }
  return engine;
}

/** True for an empty workspace, and for one whose page was closed while it was being filled. */
async function needsSeed(engine: Engine, data: URL): Promise<boolean> {
  const tables = await engine.listTables();
  if (tables.length === 0) return true;
  if (await engine.lastRun()) return false;
  const samples = new Set((await fetchModel(data)).tables.map(({ name }) => name));
  return tables.every(({ name }) => samples.has(name));
}

/** Shares of the whole: fetching, importing, running. */
const importedAfter = 0.15;
const runAfter = 0.6;

/**
 * Puts the world's tables and model in place of what the workspace holds, and runs. Everything is fetched first, so
 * that a lost connection changes nothing.
 */
export async function seedDemo(engine: Engine, { data, onProgress }: SeedOptions): Promise<void> {
  onProgress?.({ text: 'Fetching the sample data', fraction: 0 });
  const model = await fetchModel(data);
  const files = await Promise.all(
    model.tables.map(async (table) => {
      const response = await fetchFile(new URL(`${table.name}.csv`, data));
      return { ...table, blob: await response.blob() };
    }),
  );
  for (const [index, { name, source, table, primaryKey, blob }] of files.entries()) {
    const fraction = importedAfter + ((runAfter - importedAfter) * index) / files.length;
    onProgress?.({ text: `Importing ${name}`, fraction });
    await engine.importTable({ source, table, data: blob, format: 'csv', ...(primaryKey && { primaryKey }) });
  }
  const { revision } = await engine.loadModel();
  await engine.saveModel(model, revision);
  for (const { name } of await engine.listTables()) {
    if (!files.some((file) => file.name === name)) await engine.removeTable(name);
  }
  await engine.run({
    onProgress: ({ task, fraction }) =>
      onProgress?.({ text: taskWords(task), fraction: runAfter + (1 - runAfter) * fraction }),
  });
}

/** Takes everything out of the workspace: tables, model, and what came of them. */
export async function clearWorkspace(engine: Engine): Promise<void> {
  const { revision } = await engine.loadModel();
  await engine.saveModel(emptyModel(), revision);
  for (const { name } of await engine.listTables()) await engine.removeTable(name);
  await engine.run();
}

async function fetchModel(data: URL): Promise<ActivityModel> {
  return readModel(await (await fetchFile(new URL('model.json', data))).json());
}

async function fetchFile(url: URL): Promise<Response> {
  const failed = new AdapterError(
    'network',
    'The sample data could not be fetched. Check the connection and try again.',
    { retryable: true },
  );
  const response = await fetch(url).catch(() => {
    throw failed;
  });
  if (!response.ok) throw failed;
  return response;
}
