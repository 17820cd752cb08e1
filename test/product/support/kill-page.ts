import { openEngine, type Engine } from '../../../src/engine/index.js';
import { csv, definition, digest, peopleModel, runModel, toPeople } from '../../engine/support/workspace.js';

const NAME = 'killed';
const ROWS = 10_000;

/** Two versions of the workspace's activities: the same rows under two event columns. */
const model = (version: number): ReturnType<typeof peopleModel> =>
  peopleModel({
    relationships: [toPeople('Shop_Orders')],
    activities: ['a', 'b', 'c'].map((id) =>
      definition({ id, table: 'Shop_Orders', event: version === 0 ? 'title' : 'other' }),
    ),
  });

/** Fills the workspace and tells the digest of both versions, the first one stored last. */
export async function setUp(): Promise<{ durationMs: number; digests: string[] }> {
  const engine = await openEngine({ name: NAME });
  const people = Array.from({ length: 500 }, (_, i) => `p${i},Person ${i}`);
  const orders = Array.from({ length: ROWS }, (_, i) => {
    const day = `2024-0${1 + (i % 9)}-1${i % 10}`;
    return `o${i},p${(i * 7) % 500},${day},Order ${i},Other ${i * 3}`;
  });
  await engine.importTable({ source: 'Crm', table: 'People', data: csv(`id,name\n${people.join('\n')}`) });
  await engine.importTable({
    source: 'Shop',
    table: 'Orders',
    data: csv(`id,person,at,title,other\n${orders.join('\n')}`),
  });
  const digests: string[] = [];
  let durationMs = 0;
  for (const version of [0, 1, 0]) {
    const started = performance.now();
    await runModel(engine, model(version));
    durationMs = performance.now() - started;
    digests[version] = await digest(engine);
  }
  await engine.close();
  return { durationMs, digests };
}

/** Starts a run to a version and does not wait for it. */
export async function startRun(version: number): Promise<void> {
  const engine: Engine = await openEngine({ name: NAME });
  void runModel(engine, model(version));
}

/** What a page that opens the workspace now finds. */
export async function look(): Promise<string> {
  const engine = await openEngine({ name: NAME });
  try {
    return await digest(engine);
  } finally {
    await engine.close();
  }
}
