import { describeTables } from '../../../src/model/describe-tables.js';
import type { ModelAdapter } from '../../../src/model/model-adapter.js';
import { emptyModel, type ActivityModel } from '../../../src/model/model.js';
import type { TableInfo } from '../../../src/model/tables.js';

const COLUMNS = 20;

const tableOf = (place: number): TableInfo => ({
  ...{ name: `Shop_Table${place}`, source: 'Shop', table: `Table${place}` },
  ...{ rows: 1000, setAside: 0, importedAt: 0 },
  columns: Array.from({ length: COLUMNS }, (_, column) => ({
    name: ['Id', 'PersonId', 'At', 'Title'][column] ?? `Column${column}`,
    type: column === 2 ? ('datetime' as const) : ('text' as const),
    empty: 0,
  })),
});

/** So many tables with a definition each, all of one customer table, and nothing wrong with them. */
export function manyTables(count: number): ModelAdapter {
  const people = { ...tableOf(0), name: 'Crm_People', source: 'Crm', table: 'People' };
  const own = Array.from({ length: count }, (_, place) => tableOf(place));
  const tables = [people, ...own];
  const model: ActivityModel = {
    ...emptyModel(),
    customers: {
      ...{ rules: [], fields: [] },
      tables: [{ table: people.name, primaryKey: 'Id', includeAll: true }],
    },
    relationships: own.map(({ name, table }) => ({
      ...{ name: `${table}ToPeople`, cardinality: 'many-to-one' as const },
      from: { table: name, column: 'PersonId' },
      to: { table: people.name, column: 'Id' },
    })),
    activities: own.map(({ name, table }, place) => ({
      ...{ id: String(place), name: table, table: name, type: 'Other', primaryKey: 'Id' },
      ...{ timestamp: 'At', event: 'Title', showInTimeline: true, paths: [[`${table}ToPeople`]] },
    })),
  };
  const dates = {
    readable: 1000,
    unreadable: 0,
    withTime: 1000,
    withZone: 1000,
    slash: 0,
    dayFirst: 0,
    monthFirst: 0,
  };
  return {
    listTables: () => Promise.resolve(tables),
    sampleRows: () => Promise.resolve([]),
    profileColumn: (_table, column) =>
      Promise.resolve({
        ...{ rows: 1000, empty: 0, distinct: 1000, duplicates: 0 },
        ...(column === 'At' && { dates: { ...dates, order: null } }),
      }),
    loadModel: () => Promise.resolve({ model: describeTables(model, tables), revision: '1' }),
    saveModel: () => Promise.resolve('2'),
    run: () => Promise.reject(new Error('This adapter runs nothing.')),
    lastRun: () => Promise.resolve(null),
  };
}
