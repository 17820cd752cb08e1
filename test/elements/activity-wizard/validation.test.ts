import '../../../src/define.js';
import { expect } from 'chai';
import type { ActivityWizard } from '../../../src/elements/activity-wizard/activity-wizard.js';
import { AdapterError } from '../../../src/model/errors.js';
import { ISSUE_TEXTS, type IssueCode } from '../../../src/model/messages.js';
import type { ActivityDefinition, ActivityModel, Relationship } from '../../../src/model/model.js';
import type { ColumnProfile } from '../../../src/model/tables.js';
import { allByRole, byRole, textOf } from '../support/by-role.js';
import { TABLES, tableInfo, worldAdapter, worldModel, type WorldAdapter } from '../support/model-world.js';
import { until, waitFrames } from '../support/timeline.js';

const NAME_RULE = 'Start with a letter. Use letters and numbers only.';
type Step = 'Activity tables' | 'Activity fields' | 'Relationships';

interface Case {
  readonly code: IssueCode;
  readonly step: Step;
  readonly level: 'fault' | 'caution' | 'info';
  readonly text: string;
  /** What makes it so: changes of the first definition, of the model, of the adapter. */
  readonly with?: Partial<ActivityDefinition>;
  readonly model?: (model: ActivityModel) => ActivityModel;
  readonly adapter?: Partial<WorldAdapter>;
}

/** The adapter's answer for one column, changed. */
function profile(column: string, change: Partial<ColumnProfile>): Partial<WorldAdapter> {
  const { profileColumn } = worldAdapter();
  return {
    profileColumn: async (table, name, options) => ({
      ...(await profileColumn(table, name, options)),
      ...(name === column && change),
    }),
  };
}

const dates = (change: object): ColumnProfile['dates'] => ({ ...TABLES[1].columns[2].dates!, ...change });

/** The orders lead over tables that lie behind each other, and never to a customer. */
function chain(length: number, isClosed = false): Pick<Case, 'with' | 'model' | 'adapter'> {
  const tables = Array.from({ length }, (_, i) => tableInfo('Far', `T${i}`, 'Id Next'));
  const names = ['Shop_Orders', ...tables.map(({ name }) => name)];
  const relationships = tables.map(({ name }, i): Relationship => ({
    name: `Hop${i}`,
    from: { table: names[i], column: i === 0 ? 'PersonId' : 'Next' },
    to: { table: isClosed && i === length - 1 ? 'Shop_Orders' : name, column: 'Id' },
    cardinality: 'many-to-one',
  }));
  return {
    with: { paths: [relationships.map(({ name }) => name)] },
    model: (model) => ({ ...model, relationships: [...model.relationships, ...relationships] }),
    adapter: { tables: [...TABLES, ...tables] },
  };
}

/** The orders of accounts lead to contacts that nobody unified. */
function throughContacts(): Pick<Case, 'with' | 'model' | 'adapter'> {
  const contacts = tableInfo('Far', 'Contacts', 'Id Next');
  const hop: Relationship = {
    name: 'OrderToContact',
    from: { table: 'Shop_Orders', column: 'PersonId' },
    to: { table: contacts.name, column: 'Id' },
    cardinality: 'many-to-one',
  };
  return {
    with: { paths: [[hop.name]] },
    model: (model) => ({ ...model, kind: 'accounts', relationships: [...model.relationships, hop] }),
    adapter: { tables: [...TABLES, contacts] },
  };
}

const renamed =
  (name: string) =>
  (model: ActivityModel): ActivityModel => ({
    ...model,
    relationships: model.relationships.map((known, i) => (i === 0 ? { ...known, name } : known)),
  });

const at = (step: Step, cases: readonly Omit<Case, 'step'>[]): Case[] =>
  cases.map((known) => ({ ...known, step }));

const tablesStep = at('Activity tables', [
  {
    code: 'no-tables',
    level: 'fault',
    text: 'Select at least one table.',
    model: (model) => ({ ...model, activities: [] }),
  },
  {
    code: 'no-date-field',
    level: 'fault',
    text: 'People has no date field. Choose a table with at least one date field.',
    with: { table: 'Crm_People', primaryKey: 'Id' },
  },
  { code: 'type-missing', level: 'fault', text: 'Choose an activity type.', with: { type: '' } },
  { code: 'type-name-invalid', level: 'fault', text: NAME_RULE, with: { type: '9 lives' } },
  {
    code: 'type-name-taken',
    level: 'fault',
    text: 'This activity type already exists.',
    with: { type: 'salesorder' },
  },
  { code: 'pk-missing', level: 'fault', text: 'Choose a primary key.', with: { primaryKey: '' } },
  {
    code: 'pk-duplicate',
    level: 'fault',
    text: 'OrderId has 1,200 duplicate values. Choose a column with unique values.',
    adapter: profile('OrderId', { duplicates: 1200 }),
  },
  {
    code: 'pk-empty',
    level: 'fault',
    text: 'OrderId is empty in 2 rows. Choose a column without empty values.',
    adapter: profile('OrderId', { empty: 2 }),
  },
  {
    code: 'pk-unchecked',
    level: 'info',
    text: 'The key could not be checked before the run.',
    adapter: { profileColumn: () => Promise.reject(new AdapterError('network', 'No connection.')) },
  },
]);

const fieldsStep = at('Activity fields', [
  { code: 'name-missing', level: 'fault', text: 'Enter an activity name.', with: { name: '' } },
  { code: 'name-invalid', level: 'fault', text: NAME_RULE, with: { name: '2 many' } },
  {
    code: 'name-taken',
    level: 'fault',
    text: 'An activity with this name already exists.',
    // The second of two is the one that is told.
    model: ({ activities: [first, second], ...model }) => ({
      ...model,
      activities: [second, { ...first, name: 'CASES' }],
    }),
  },
  { code: 'timestamp-missing', level: 'fault', text: 'Choose a timestamp.', with: { timestamp: '' } },
  {
    code: 'timestamp-unreadable',
    level: 'caution',
    text: '1 of 4 values in OrderedAt are not dates.',
    adapter: profile('OrderedAt', { dates: dates({ unreadable: 1 }) }),
  },
  {
    code: 'timestamp-unreadable',
    level: 'fault',
    text: '3 of 3 values in OrderedAt are not dates.',
    adapter: profile('OrderedAt', { dates: dates({ readable: 0, unreadable: 3 }) }),
  },
  {
    code: 'date-order-ambiguous',
    level: 'caution',
    text: 'OrderedAt may be month/day or day/month. Choose the order.',
    adapter: profile('OrderedAt', { dates: dates({ order: 'ambiguous' }) }),
  },
  { code: 'event-missing', level: 'fault', text: 'Choose an event activity.', with: { event: '' } },
  {
    code: 'attribute-missing',
    level: 'fault',
    text: 'Map a field to Order date.',
    with: { attributes: { SalesOrderId: 'OrderId' } },
  },
  {
    code: 'attribute-type',
    level: 'caution',
    text: '3 of 3 values in Note are not numbers.',
    with: { attributes: { SalesOrderId: 'OrderId', OrderDate: 'OrderedAt', SalesAmount: 'Note' } },
  },
]);

const relationshipsStep = at('Relationships', [
  {
    code: 'relationship-missing',
    level: 'fault',
    text: 'Add a relationship for Orders.',
    with: { paths: [] },
  },
  {
    code: 'path-incomplete',
    level: 'fault',
    text: 'Continue the path until it reaches a customer table.',
    ...chain(1),
  },
  { code: 'path-cycle', level: 'fault', text: 'Orders is already on this path.', ...chain(2, true) },
  {
    code: 'path-too-long',
    level: 'fault',
    text: 'A path can have up to 20 relationships.',
    ...chain(21),
  },
  {
    code: 'relationship-name-invalid',
    level: 'fault',
    text: NAME_RULE,
    with: { paths: [['Order to person']] },
    model: renamed('Order to person'),
  },
  {
    code: 'relationship-name-taken',
    level: 'fault',
    text: 'Another relationship has this name.',
    model: renamed('CaseToPerson'),
    with: { paths: [['CaseToPerson']] },
  },
  {
    code: 'contact-table-missing',
    level: 'fault',
    text: 'Unify contacts before you add contact activities.',
    ...throughContacts(),
  },
  {
    code: 'orphans',
    level: 'caution',
    text: '2 of 3 rows do not reach a customer.',
    adapter: {
      profilePath: async ([{ from }]) => [
        {
          rows: 3,
          found: from.table === 'Shop_Orders' ? 1 : 3,
          empty: 0,
          missing: 2,
          missingKeys: 1,
          examples: [],
          hiddenTargets: 0,
        },
      ],
    },
  },
]);

const cases = [...tablesStep, ...fieldsStep, ...relationshipsStep];

/** Codes of § 4.6 in its order. */
const CODES: readonly IssueCode[] = [
  'no-tables',
  'no-date-field',
  'type-missing',
  'type-name-invalid',
  'type-name-taken',
  'pk-missing',
  'pk-duplicate',
  'pk-empty',
  'pk-unchecked',
  'name-missing',
  'name-invalid',
  'name-taken',
  'timestamp-missing',
  'timestamp-unreadable',
  'date-order-ambiguous',
  'event-missing',
  'attribute-missing',
  'attribute-type',
  'relationship-missing',
  'path-incomplete',
  'path-cycle',
  'path-too-long',
  'relationship-name-invalid',
  'relationship-name-taken',
  'contact-table-missing',
  'orphans',
];

describe('what the wizard says of a model (§ 4.6)', () => {
  let wizard: ActivityWizard;

  beforeEach(() => {
    wizard = document.body.appendChild(document.createElement('activity-wizard'));
  });

  afterEach(() => wizard.remove());

  it('is tried for every code', () => {
    expect([...new Set(cases.map(({ code }) => code))]).to.have.members(CODES);
    for (const { code, text } of cases) {
      const pattern = ISSUE_TEXTS[code].replace(/[.*+?^$()|[\]\\]/g, '\\$&').replace(/\{\w+\}/g, '.+');
      expect(text, code).to.match(new RegExp(`^${pattern}$`));
    }
  });

  for (const { code, step, level, text, with: change, model: remake, adapter } of cases) {
    it(`${code}, ${level}: ${text}`, async () => {
      const world = worldModel();
      const [first, ...others] = world.activities;
      const changed = { ...world, activities: [{ ...first, ...change }, ...others] };
      const model = remake ? remake(changed) : changed;
      Object.assign(wizard, {
        locale: 'en-US',
        adapter: worldAdapter({ ...adapter, model }),
        activityId: first.id,
      });
      await until(() => allByRole(wizard, 'heading').length > 0);
      const steps = [...wizard.shadowRoot!.querySelectorAll<HTMLButtonElement>('[part="stepper"] button')];
      steps.find((button) => textOf(button).startsWith(step))!.click();
      await wizard.updateComplete;
      await waitFrames(2);
      // What is missing is told once a person wants to go on; with a warning Next leads on.
      if (level === 'fault') byRole(wizard, 'button', { name: 'Next' }).click();
      const body = wizard.shadowRoot!.querySelector('[part="body"]')!;
      const lines = (): string[] => [...body.querySelectorAll(`.${level}`)].map((line) => textOf(line));
      await until(() => lines().includes(text));
      const summary = wizard.shadowRoot!.querySelector('[part="summary"]');
      expect(summary?.textContent?.includes(text) ?? false, 'in the summary').to.equal(level === 'fault');
    });
  }
});
