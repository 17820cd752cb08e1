import { openEngine, type Engine, type EngineOptions } from '../../../src/engine/index.js';
import { describeTables } from '../../../src/model/describe-tables.js';
import { emptyModel, type ActivityDefinition, type ActivityModel } from '../../../src/model/model.js';

let last = 0;

/** A name no other test uses: two of the engines that run the tests share one storage over all files. */
export function uniqueName(): string {
  return `test-${Date.now().toString(36)}-${Math.random().toString(36).slice(2, 8)}-${++last}`;
}

/** Opens a workspace of its own, hands it to the test and removes it whatever happens. */
export async function withEngine<T>(
  options: EngineOptions,
  work: (engine: Engine, name: string) => Promise<T>,
): Promise<T> {
  const name = options.name ?? uniqueName();
  const engine = await openEngine({ ...options, name });
  try {
    return await work(engine, name);
  } finally {
    await engine.destroy();
  }
}

export function csv(text: string): Blob {
  return new Blob([text], { type: 'text/csv' });
}

/** A definition of activities, complete but for what the test is about. */
export function definition(
  parts: Partial<ActivityDefinition> & { id: string; table: string },
): ActivityDefinition {
  return {
    name: parts.id,
    type: 'Other',
    primaryKey: 'id',
    timestamp: 'at',
    event: 'title',
    showInTimeline: true,
    paths: [['ToPeople']],
    ...parts,
  };
}

/** People in one table, `Crm_People` with key `id`, and what the test adds. */
export function peopleModel(parts: Partial<ActivityModel> = {}): ActivityModel {
  return {
    ...emptyModel(),
    customers: {
      tables: [{ table: 'Crm_People', primaryKey: 'id', includeAll: true }],
      rules: [],
      fields: [],
    },
    ...parts,
  };
}

/** A relationship from a table's `person` column to the people, named `To…`. */
export function toPeople(table: string, name = 'ToPeople'): ActivityModel['relationships'][number] {
  return {
    name,
    from: { table, column: 'person' },
    to: { table: 'Crm_People', column: 'id' },
    cardinality: 'many-to-one',
  };
}

/** Stores a model whatever was there before, and runs it. */
export async function runModel(engine: Engine, model: ActivityModel): ReturnType<Engine['run']> {
  const { revision } = await engine.loadModel();
  await engine.saveModel(describeTables(model, await engine.listTables()), revision);
  return engine.run();
}

/**
 * Everything a workspace shows and exports, with customers named by their first source key: two workspaces of one
 * content agree in it whatever ids their customers kept from before (D 67).
 */
export async function contentByKeys(engine: Engine): Promise<string[]> {
  const names = new Map<string, string>();
  for (const line of (await new Response(engine.exportOutput('AlternateKey')).text()).split('\n')) {
    if (line === '') continue;
    const { CustomerId, Identifier } = JSON.parse(line) as Record<string, string>;
    const known = names.get(CustomerId);
    if (known === undefined || Identifier < known) names.set(CustomerId, Identifier);
  }
  const outputs = ['UnifiedActivity', 'AlternateKey'];
  const texts = await Promise.all(
    outputs.map((name) => new Response(engine.exportOutput(name, { includeHidden: true })).text()),
  );
  const lines = [...texts.join('\n').split('\n'), ...(await customersOf(engine))];
  return lines
    .map((line) => line.replace(/"[0-9a-f]{32}"/g, (id) => names.get(id.slice(1, -1)) ?? id))
    .sort();
}

/** Everything a workspace shows and exports, as one text to compare. */
export async function digest(engine: Engine): Promise<string> {
  const activities = await new Response(engine.exportActivities({ includeHidden: true })).text();
  const customers = await customersOf(engine);
  const hash = await crypto.subtle.digest(
    'SHA-256',
    new TextEncoder().encode(`${activities}\n${customers.join('\n')}`),
  );
  return [...new Uint8Array(hash)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

async function customersOf(engine: Engine): Promise<string[]> {
  const customers: string[] = [];
  let cursor: string | undefined;
  do {
    const page = await engine.listCustomers({ limit: 1000, ...(cursor === undefined ? {} : { cursor }) });
    customers.push(...page.customers.map((customer) => JSON.stringify(customer)));
    cursor = page.next;
  } while (cursor !== undefined);
  return customers;
}

/**
 * Accounts `Crm_Accounts` with key `id`; contacts `Crm_Contacts` with key `id` that belong to them by `account`; cases
 * `Desk_Cases` with a `contact` and an `account`; and what the test adds.
 */
export function accountsModel(parts: Partial<ActivityModel> = {}): ActivityModel {
  return {
    ...emptyModel(),
    kind: 'accounts',
    customers: {
      tables: [{ table: 'Crm_Accounts', primaryKey: 'id', includeAll: true }],
      rules: [],
      fields: [],
    },
    contacts: [
      {
        table: 'Crm_Contacts',
        primaryKey: 'id',
        attributes: { ContactId: 'id', FirstName: 'first', LastName: 'last', PrimaryEmail: 'email' },
        path: ['ContactToAccount'],
      },
    ],
    relationships: [
      relationship('ContactToAccount', 'Crm_Contacts.account', 'Crm_Accounts.id'),
      relationship('CaseToContact', 'Desk_Cases.contact', 'Crm_Contacts.id'),
      relationship('CaseToAccount', 'Desk_Cases.account', 'Crm_Accounts.id'),
    ],
    ...parts,
  };
}

/** A relationship between two columns, each written `DataSource_Table.column`. */
export function relationship(name: string, from: string, to: string): ActivityModel['relationships'][number] {
  const [ends, start] = [to.split('.'), from.split('.')];
  return {
    name,
    from: { table: start[0], column: start[1] },
    to: { table: ends[0], column: ends[1] },
    cardinality: 'many-to-one',
  };
}
