// `?state=NAME` shows the element in one state; without it, all states stand on one sheet.
import '../../src/define.js';
import { createMemoryAdapter } from '../../src/adapters/memory/memory-adapter.js';
import type { ActivityTimeline } from '../../src/elements/activity-timeline/activity-timeline.js';
import * as arabic from '../../src/locales/ar.js';
import type { Activity } from '../../src/model/activity.js';
import { AdapterError } from '../../src/model/errors.js';
import type { TimelineAdapter } from '../../src/model/timeline-adapter.js';

const CUSTOMER = 'customer';
const DAY_MS = 86_400_000;
const people = ['Ada Brook', 'Ben Carver', 'Cleo Dunn', 'Dan Ellis', 'Eva Frost', 'Finn Gale', 'Gil Hart'];
const kinds = [
  {
    type: 'SalesOrder',
    table: 'Shop_Orders',
    icon: 'bag',
    title: 'Store order',
    detail: '2 items, 48.00 EUR',
  },
  { type: 'Feedback', table: 'Web_Reviews', icon: 'star', title: 'Website review', detail: 'Five stars' },
  { type: 'Case', table: 'Desk_Cases', icon: 'headset', title: 'Late parcel', detail: 'Problem solved' },
  { type: 'Subscription', table: 'Club_Terms', icon: 'calendar', title: 'Term renewed', detail: '' },
];

const activities: Activity[] = Array.from({ length: 160 }, (_, row) => {
  const kind = kinds[(row * 7 + (row >> 2)) % kinds.length];
  const person = people[(row * 3) % people.length];
  const daysAgo = Math.floor(row * 3.4 + (row % 5) * 2);
  return {
    activityId: `activity-${row}`,
    customerId: CUSTOMER,
    sourceTable: kind.table,
    sourceActivityId: String(row),
    type: kind.type,
    timestamp: new Date(Date.UTC(2025, 10, 24) - daysAgo * DAY_MS).toISOString().slice(0, 10),
    title: kind.title,
    detail: kind.detail,
    ...(kind.type === 'SalesOrder' && {
      attributes: { OrderNumber: `SO-${4000 + row}`, SalesAmount: '48', Currency: 'EUR', ProductCount: '2' },
    }),
    ...(row % 3 === 0 && { url: 'https://example.com/' }),
    ...(kind.type === 'Case' && { contactId: person, contactName: person }),
  };
});
const types = kinds.map(({ type, table, icon }) => ({
  type,
  icon,
  sourceTables: [{ name: table, table: table.slice(table.indexOf('_') + 1) }],
}));
/** What a person would not want to read line by line. */
const visits = Array.from({ length: 18 }, (_, row): Activity => ({
  activityId: `visit-${row}`,
  customerId: CUSTOMER,
  sourceTable: 'Web_Visits',
  sourceActivityId: String(row),
  type: 'Visit',
  timestamp: new Date(Date.UTC(2025, 10, row < 12 ? 24 : 20, 9, 60 - row)).toISOString(),
  title: row < 15 ? 'Page viewed' : 'Signed in',
}));
const visitTypes = [
  ...types,
  { type: 'Visit', icon: 'globe', sourceTables: [{ name: 'Web_Visits', table: 'Visits' }] },
];
const all = createMemoryAdapter({ activities, types });
const silent = new Promise<never>(() => undefined);

/** So long before the present that the sheet is the same every day. */
const recent = createMemoryAdapter({
  activities: [0, 0.7, 1, 3, 9, 24, 40, 100, 400].map((daysAgo, row): Activity => ({
    ...activities[row],
    timestamp: new Date(Date.now() - daysAgo * DAY_MS).toISOString(),
  })),
  types,
});

function adapterWith(fields: Partial<TimelineAdapter>): TimelineAdapter {
  return { ...all, subscribe: undefined, ...fields };
}

interface State {
  readonly adapter?: TimelineAdapter;
  readonly filter?: ActivityTimeline['filter'];
  readonly properties?: Partial<ActivityTimeline>;
  /** What a person does once the rows are there. */
  readonly act?: (timeline: ActivityTimeline) => Promise<void>;
}

const click = (root: ParentNode | null | undefined, selector: string): void =>
  root?.querySelector<HTMLElement>(selector)?.click();

async function openPanel({ shadowRoot, updateComplete }: ActivityTimeline): Promise<ShadowRoot | null> {
  click(shadowRoot, '[part~="filter-button"]');
  await updateComplete;
  const panel = shadowRoot?.querySelector('activity-filter-panel');
  await panel?.updateComplete;
  return panel?.shadowRoot ?? null;
}

const states: Readonly<Record<string, State>> = {
  loading: { adapter: adapterWith({ getPage: () => silent, getSummary: () => silent }) },
  many: {},
  'search active': { filter: { text: 'order' } },
  filtered: { filter: { icons: ['Case'], contacts: [people[0], people[3]], from: '2024-09-01' } },
  empty: { adapter: createMemoryAdapter({ activities: [] }) },
  'filtered empty': { filter: { icons: ['Case'], from: '2025-11-24', text: 'nothing like this' } },
  error: {
    adapter: adapterWith({
      getPage: () => Promise.reject(new AdapterError('network', 'The server did not answer.')),
    }),
  },
  'one item': { adapter: createMemoryAdapter({ activities: activities.slice(0, 1), types }) },
  'item expanded': {
    act: async ({ shadowRoot, updateComplete }) => {
      click(shadowRoot, '[part~="item-toggle"]');
      await updateComplete;
    },
    properties: { itemLink: '#/{activityId}' },
  },
  'menu open': {
    properties: { menu: true },
  },
  exporting: {
    adapter: adapterWith({
      getPage: (query, options) => (query.cursor ? silent : all.getPage({ ...query, limit: 100 }, options)),
    }),
    properties: { menu: true },
    act: async (timeline) => {
      const { shadowRoot } = timeline;
      click(shadowRoot, '[part~="menu-button"]');
      await timeline.updateComplete;
      click(shadowRoot, '[part~="menu-item"]');
      while (!shadowRoot?.querySelector('progress[value="100"]')) await new Promise(requestAnimationFrame);
    },
  },
  'repeats collapsed': {
    adapter: createMemoryAdapter({ activities: [...activities, ...visits], types: visitTypes }),
    properties: { collapseRepeats: true },
  },
  'relative dates': { adapter: recent, properties: { dates: 'relative' } },
  'panel open': {
    filter: { types: ['Case'], from: '2025-01-01', to: '2025-06-30' },
    act: async (timeline) => void (await openPanel(timeline)),
  },
  'contacts expanded': {
    act: async (timeline) => {
      const panel = await openPanel(timeline);
      click(panel, '[part~="see-all"]');
      panel?.querySelector('[part="search"]')?.scrollIntoView();
    },
  },
  'dates turned': {
    filter: { from: '2025-06-30', to: '2025-01-01' },
    act: async (timeline) => {
      const panel = await openPanel(timeline);
      panel?.querySelector('[part~="dates"]')?.scrollIntoView();
    },
  },
};

const query = new URLSearchParams(location.search);
const isArabic = query.get('dir') === 'rtl';
if (isArabic) document.documentElement.dir = 'rtl';

async function showState({ adapter = all, filter, properties, act }: State): Promise<void> {
  const provider = document.createElement('activity-provider');
  provider.locale = isArabic ? 'ar' : 'en-US';
  provider.timeZone = 'UTC';
  if (isArabic) provider.strings = arabic.strings;
  const timeline = document.createElement('activity-timeline');
  Object.assign(timeline, { adapter, filter: filter ?? {}, customerId: CUSTOMER, ...properties });
  provider.append(timeline);
  const settled = new Promise((resolve) => {
    for (const name of ['activitiesloaded', 'activityerror']) timeline.addEventListener(name, resolve);
  });
  document.body.append(provider);
  if (adapter !== states.loading.adapter) await settled;
  await timeline.updateComplete;
  await act?.(timeline);
}

function showSheet(): void {
  const sheet = document.createElement('main');
  sheet.className = 'sheet';
  const width = query.get('width') ?? '400';
  sheet.style.setProperty('--width', `${width}px`);
  sheet.style.setProperty('--columns', query.get('columns') ?? '4');
  for (const name of Object.keys(states)) {
    const cell = document.createElement('section');
    const heading = document.createElement('h2');
    const frame = document.createElement('iframe');
    heading.textContent = name;
    frame.title = name;
    frame.src = `?${new URLSearchParams({ state: name, dir: isArabic ? 'rtl' : 'ltr' }).toString()}`;
    cell.append(heading, frame);
    sheet.append(cell);
  }
  document.body.append(sheet);
}

const wanted = query.get('state');
if (wanted === null) showSheet();
else await showState(states[wanted]);
document.body.dataset.ready = '';
