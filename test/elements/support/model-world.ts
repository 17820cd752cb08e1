import type { ModelAdapter } from '../../../src/model/model-adapter.js';
import type { ActivityModel } from '../../../src/model/model.js';
import { AdapterError } from '../../../src/model/errors.js';
import type { RunReport } from '../../../src/model/reports.js';
import type { ColumnInfo, TableInfo } from '../../../src/model/tables.js';
import { describeTables } from '../../../src/model/describe-tables.js';
import { emptyModel } from '../../../src/model/model.js';

const column = (text: string): ColumnInfo => {
  const [name, type = 'text'] = text.split(':');
  const dates = {
    readable: 3,
    unreadable: 0,
    withTime: 0,
    withZone: 0,
    dayFirst: 0,
    monthFirst: 0,
    order: null,
  };
  return {
    name,
    type: type as ColumnInfo['type'],
    empty: 0,
    ...(type === 'date' || type === 'datetime' ? { dates: dates as ColumnInfo['dates'] } : {}),
  };
};

/** A stored table; columns as `Name` or `Name:type`. */
export function tableInfo(source: string, table: string, columns: string): TableInfo {
  return {
    name: `${source}_${table}`,
    source,
    table,
    rows: 3,
    setAside: 0,
    columns: columns.split(' ').map(column),
    importedAt: 0,
  };
}

export const TABLES: readonly TableInfo[] = [
  tableInfo('Crm', 'People', 'Id Name Email'),
  tableInfo('Shop', 'Orders', 'OrderId PersonId OrderedAt:date Summary Note Link Total:number'),
  tableInfo('Desk', 'Cases', 'CaseId PersonId OpenedAt:datetime Subject Channel'),
  tableInfo('Web', 'Visits', 'VisitId PersonId At:datetime Page'),
];

/** People in one table, and definitions for orders and cases. */
export function worldModel(): ActivityModel {
  return describeTables(
    {
      ...emptyModel(),
      customers: {
        tables: [{ table: 'Crm_People', primaryKey: 'Id', includeAll: true }],
        rules: [],
        fields: [],
      },
      relationships: [
        {
          name: 'OrderToPerson',
          from: { table: 'Shop_Orders', column: 'PersonId' },
          to: { table: 'Crm_People', column: 'Id' },
          cardinality: 'many-to-one',
        },
        {
          name: 'CaseToPerson',
          from: { table: 'Desk_Cases', column: 'PersonId' },
          to: { table: 'Crm_People', column: 'Id' },
          cardinality: 'many-to-one',
        },
      ],
      activities: [
        {
          id: 'orders',
          name: 'WebOrders',
          table: 'Shop_Orders',
          type: 'SalesOrder',
          primaryKey: 'OrderId',
          timestamp: 'OrderedAt',
          event: 'Summary',
          showInTimeline: true,
          paths: [['OrderToPerson']],
        },
        {
          id: 'cases',
          name: 'Cases',
          table: 'Desk_Cases',
          type: 'Case',
          primaryKey: 'CaseId',
          timestamp: 'OpenedAt',
          event: 'Subject',
          showInTimeline: false,
          paths: [['CaseToPerson']],
        },
      ],
    },
    TABLES,
  );
}

/** The report of a run that went well but for two orphans of the orders. */
export function reportOf({ activities }: ActivityModel): RunReport {
  return {
    id: '1',
    status: 'completed-with-warnings',
    startedAt: Date.now() - 12.5 * 86_400_000,
    durationMs: 1234,
    outOfDate: false,
    tasks: (
      ['check-sources', 'resolve-keys', 'build-activities', 'write-output', 'refresh-counts'] as const
    ).map((task) => ({ task, status: 'successful', durationMs: 100 })),
    customers: { customers: 3, tables: [], rules: [], durationMs: 1 },
    contacts: [],
    definitions: activities.map(({ id, name, table }, place) => ({
      definition: id,
      name,
      table,
      read: 1203,
      shown: place === 0 ? 1201 : 1203,
      hidden: 0,
      undated: 0,
      rejected: 0,
      orphaned: place === 0 ? 2 : 0,
      orphanedByHop: place === 0 ? [2] : [0],
      conflicting: 0,
      conflicts: [],
      keys: [],
      dateOrderAssumed: false,
      setAside: [],
      changes: { added: 1203, removed: 0, changed: 0, unchanged: 0 },
      isRebuilt: true,
      durationMs: 50,
      outOfDate: false,
    })),
  };
}

/** A model adapter in memory that does only what every adapter does. */
export interface WorldAdapter extends ModelAdapter {
  model: ActivityModel;
  tables: readonly TableInfo[];
  report: RunReport | null;
  readonly listeners: ReadonlySet<unknown>;
  /** As if somebody else had done something. */
  announce(): void;
}

export function worldAdapter(parts: Partial<WorldAdapter> = {}): WorldAdapter {
  let revision = 1;
  const listeners = new Set<Parameters<NonNullable<ModelAdapter['subscribe']>>[0]>();
  const world: WorldAdapter = {
    model: worldModel(),
    tables: TABLES,
    report: null,
    listeners,
    announce() {
      revision++;
      for (const listener of [...listeners]) listener({ kind: 'model', revision: String(revision) });
    },
    listTables: async () => world.tables,
    sampleRows: async () => [],
    profileColumn: async (name, key) => {
      const table = world.tables.find((known) => known.name === name);
      if (!table) throw new AdapterError('table-missing', `There is no table ${name}.`);
      const isKey = key === table.columns[0].name;
      const dates = table.columns.find((known) => known.name === key)?.dates;
      return {
        rows: table.rows,
        empty: 0,
        distinct: isKey ? table.rows : 1,
        duplicates: isKey ? 0 : table.rows - 1,
        numbers: 0,
        ...(dates ? { dates } : {}),
      };
    },
    loadModel: async () => ({ model: structuredClone(world.model), revision: String(revision) }),
    saveModel: async (model, base) => {
      if (base !== String(revision))
        throw new AdapterError('revision-conflict', 'Somebody saved before you.');
      world.model = model;
      return String(++revision);
    },
    run: async ({ onProgress } = {}) => {
      onProgress?.({ task: 'check-sources', fraction: 0 });
      world.report = reportOf(world.model);
      return world.report;
    },
    lastRun: async () => world.report,
    subscribe(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    ...parts,
  };
  return world;
}
