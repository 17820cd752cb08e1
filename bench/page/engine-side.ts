import { openEngine, type Engine } from '../../src/engine/index.js';
import { emptyModel, type ActivityModel } from '../../src/model/model.js';
import { describeTables } from '../../src/model/describe-tables.js';
import { ACTIVITY_TABLES, type BenchTables } from './data.js';
import { WORKSPACE } from './workspace.js';

const PEOPLE = 'Crm_People';

function model(): ActivityModel {
  return {
    ...emptyModel(),
    customers: {
      tables: [{ table: PEOPLE, primaryKey: 'ContactId', includeAll: true }],
      rules: [],
      fields: [],
    },
    relationships: ACTIVITY_TABLES.map(({ table }) => ({
      name: `${table}ToPeople`,
      from: { table: `Shop_${table}`, column: 'ContactId' },
      to: { table: PEOPLE, column: 'ContactId' },
      cardinality: 'many-to-one',
    })),
    activities: ACTIVITY_TABLES.map(({ table, type, title, detail }) => ({
      id: table.toLowerCase(),
      name: table,
      table: `Shop_${table}`,
      type,
      primaryKey: 'Id',
      timestamp: 'At',
      event: title,
      detail,
      url: 'Link',
      showInTimeline: true,
      paths: [[`${table}ToPeople`]],
    })),
  };
}

export interface EngineTimes {
  importMs: number;
  runMs: number;
  shown: number;
}

/** The tables as files, as a person would drop them. */
export function filesOf(tables: BenchTables): { table: string; data: Blob }[] {
  const texts = { ...tables.activities, People: tables.customers };
  return Object.entries(texts).map(([table, text]) => ({ table, data: new Blob([text]) }));
}

/** Imports the tables, unifies them and stores the result: the whole job, from bytes to a committed output. */
export async function loadIntoEngine(
  engine: Engine,
  files: ReturnType<typeof filesOf>,
): Promise<EngineTimes> {
  const { revision } = await engine.loadModel();
  const started = performance.now();
  for (const { table, data } of files) {
    await engine.importTable({ source: table === 'People' ? 'Crm' : 'Shop', table, data });
  }
  const imported = performance.now();
  await engine.saveModel(describeTables(model(), await engine.listTables()), revision);
  const report = await engine.run();
  const done = performance.now();
  return {
    importMs: imported - started,
    runMs: done - imported,
    shown: report.definitions.reduce((sum, { shown }) => sum + shown, 0),
  };
}

export async function openFresh(): Promise<Engine> {
  await (await openEngine({ name: WORKSPACE })).destroy();
  return openEngine({ name: WORKSPACE });
}
