// Models and tables at random, small and full of trouble: what both sides must agree on.
import fc from 'fast-check';

/** Keys that meet by case and blanks, keys that only look alike, and none. */
const textKey = fc.constantFrom(
  ...['k1', 'K1', ' k1', 'k2', 'K2 ', 'k3', 'k4', 'ä5', 'Ä5', '\u{1f6b2}', 'k|6', "k'7", '', ' ', 'gone'],
);
/** Keys that are the same number, when the whole column is of numbers. */
const numberKey = fc.constantFrom('1', '1.0', '+1', '1e0', '2', ' 2', '2.50', '2.5', '-0', '0', '30', '');
/** Each column has keys of one kind, so that a foreign key often meets its target. */
const keyKind = fc.constantFrom('text', 'text', 'number');
const keyOf = (kind) => (kind === 'number' ? numberKey : textKey);

const isoTime = fc.constantFrom(
  ...['2024-05-01', '2024-02-29', '2023-02-29', '2024-02-30', '2024-05-01T10:00:00Z', '2024-05-01 10:00'],
  ...['2024-05-01T10:00:00.1239+05:30', '2024-05-01t23:59:59,5-0800', '2024-05-01T24:00', '2024-13-01'],
  ...[
    '0001-01-01',
    '9999-12-31T23:59:59.999Z',
    '9999-12-31T23:00-02:00',
    '0000-01-01',
    '1969-12-31T23:59:59.999Z',
  ],
  ...[' 2024-05-01 ', '', 'soon', '2024-7-1', '24-07-01', '2024-05-01T10:60Z', '2024-05-01T10:00+25:00'],
);
const slashTime = fc.constantFrom(
  ...['1/2/2024', '01/02/2024', '13/2/2024', '2/13/2024', '2/30/2024', '31/4/2024', '1/2/24', '0/1/2024'],
  ...[
    '1/2/2024 9:05',
    '1/2/2024 9:05:07 PM',
    '1/2/2024 12:00am',
    '1/2/2024 13:00 PM',
    '1/2/2024 0:30 AM',
    '',
  ],
);
const pointTime = fc.constantFrom(
  ...['1.2.2024', '01.02.2024', '31.1.2024', '2.13.2024', '30.2.2024', '1.2.24', '1.2/2024'],
  ...['1.2.2024 9:05', '01.02.2024 21:05:07', '1.2.2024 9:05 PM', '1.2.2024 24:00', ''],
);
/** Of several kinds each column has one, so that the order of its slash dates is now settled and now is not. */
const timeKind = fc.constantFrom('iso', 'slash', 'point', 'unambiguous', 'unix-seconds', 'unix-milliseconds');
const unixTime = fc.constantFrom(
  '0',
  '-1',
  '1714557600',
  '1714557600.5',
  '99999999999',
  '1e9',
  'x',
  '',
  '-62135596800',
);
const timeOf = (kind) =>
  ({
    iso: isoTime,
    slash: slashTime,
    point: pointTime,
    unambiguous: fc.constantFrom('1/2/2024', '3/4/2024 5:06 PM', '12/12/2024'),
  })[kind] ?? unixTime;

const title = fc.constantFrom(
  '',
  'Order',
  '<b>x</b>',
  '=1+1',
  '"q", \n',
  '\u05d0 \u202e',
  '\u{1f469}\u200d\u{1f680}',
  ' ',
);
const amount = fc.constantFrom('', '5', '5.00', '-7.50', '1,234.50', '$5', '+3', '1e2', ' 8 ', '007', '.5');
const email = fc.constantFrom('', ' ', 'a@x.org', 'A@X.org', 'b@x.org', 'b @x.org', 'c@x.org', 'C@x.org ');

/** Rows of a table, each column from its own source of values. */
const rowsOf = (columns, max) => fc.array(fc.record(columns), { minLength: 1, maxLength: max });

const PATHS = [
  ['ToPersonByMail'],
  ['ToPerson'],
  ['ToAccount'],
  ['ToOrder', 'OrderToPerson'],
  ['ToOrderByNumber', 'OrderToAccount'],
  ['ToParcel', 'ParcelToOrder', 'OrderToPerson'],
];

/** Ways through a contact, in models of accounts. */
const CONTACT_PATHS = [
  ['ToContact', 'ContactToAccount'],
  ['ToContactByMail', 'ContactToAccount'],
  ['ToOrder', 'OrderToContact', 'ContactToAccount'],
];

const relationship = (name, from, fromColumn, to, toColumn) => ({
  name,
  from: { table: from, column: fromColumn },
  to: { table: to, column: toColumn },
  cardinality: 'many-to-one',
});

const definition = fc.record({
  type: fc.constantFrom('Other', 'SalesOrder', 'Feedback', 'Visit'),
  paths: fc.shuffledSubarray(PATHS, { minLength: 1, maxLength: 3 }),
  contactPaths: fc.shuffledSubarray(CONTACT_PATHS, { minLength: 0, maxLength: 2 }),
  detail: fc.constantFrom(undefined, 'amount'),
  url: fc.constantFrom(undefined, 'title'),
  showInTimeline: fc.boolean(),
  timeZone: fc.constantFrom(undefined, 'Europe/Berlin', 'America/New_York'),
  dateOrder: fc.constantFrom(undefined, undefined, 'mdy', 'dmy'),
  hasAttributes: fc.boolean(),
});

const ATTRIBUTES = {
  SalesOrder: { SalesOrderId: 'id', OrderDate: 'at', SalesAmount: 'amount', Status: 'title' },
  Feedback: { FeedbackId: 'id', FeedbackDate: 'at', FeedbackText: 'title', Rating: 'amount' },
};

/** Which rows are one record: as the match rules say, as rules of the table say, or those of equal key alone. */
const deduplication = fc.option(
  fc.record({
    mail: fc.boolean(),
    name: fc.boolean(),
    isExcepted: fc.boolean(),
    winner: fc.constantFrom(
      undefined,
      { by: 'most-filled' },
      { by: 'most-recent', column: 'since' },
      { by: 'least-recent', column: 'since' },
    ),
  }),
);

/** The deduplication of a table whose addresses are in a column. */
function deduplicated(chosen, mail) {
  if (chosen === null) return {};
  const { winner, isExcepted } = chosen;
  const rules = [
    chosen.mail && {
      name: 'Mail',
      conditions: [{ column: mail, normalize: ['lowercase', 'whitespace'] }],
      ...(isExcepted && { exceptions: [[{ column: 'name', differs: true }, { column: 'since' }]] }),
    },
    chosen.name && { name: 'Name', conditions: [{ column: 'name' }, { column: 'since' }] },
  ].filter(Boolean);
  return { deduplication: { rules, ...(winner && { winner }) } };
}

const sinceOf = (kind) =>
  kind === 'number' ? fc.constantFrom('1', '2', '2.0', '10', '-3', '') : kind === 'iso' ? isoTime : slashTime;

/** One case: `model`, `tables` (rows of text by name), keys given with them and `types` in place of the found ones. */
export const generatedCase = fc
  .record({
    kind: fc.constantFrom('individuals', 'accounts'),
    keys: keyKind,
    time: timeKind,
    includeAll: fc.boolean(),
    hasRule: fc.boolean(),
    people: deduplication,
    accounts: deduplication,
    since: fc.constantFrom('number', 'iso', 'slash'),
    hasOrderKey: fc.boolean(),
    definitions: fc.array(definition, { minLength: 1, maxLength: 3 }),
  })
  .chain((plan) => {
    const key = keyOf(plan.keys);
    const tables = fc.record({
      Crm_People: rowsOf({ id: key, name: title, email, since: sinceOf(plan.since) }, 8),
      Shop_Accounts: rowsOf({ id: key, name: title, mail: email, since: sinceOf(plan.since) }, 8),
      Shop_Contacts: rowsOf({ id: key, account: key, first: title, last: title, mail: email }, 6),
      Shop_Orders: rowsOf({ id: key, number: key, person: key, account: key, contact: key }, 6),
      Shop_Parcels: rowsOf({ id: key, order: key }, 4),
      Shop_Events: rowsOf(
        {
          id: fc.oneof(key, fc.stringMatching(/^e[0-9]{1,3}$/)),
          person: key,
          account: key,
          order: key,
          parcel: key,
          contact: key,
          mail: email,
          at: timeOf(plan.time),
          title,
          amount,
        },
        12,
      ),
    });
    return tables.map((rows) => ({
      model: modelOf(plan),
      tables: rows,
      primaryKeys: plan.hasOrderKey ? { Shop_Orders: 'id' } : {},
      types: typesOf(plan),
    }));
  });

/** Types that the values need not show: those of a winner's column have to be dates or numbers. */
function typesOf({ time, since }) {
  const type = since === 'number' ? 'number' : 'datetime';
  return {
    Crm_People: { since: type },
    Shop_Accounts: { since: type },
    ...(time.startsWith('unix') && { Shop_Events: { at: time } }),
  };
}

function modelOf({ kind, includeAll, hasRule, people, accounts, definitions }) {
  const hasContacts = kind === 'accounts';
  return {
    format: 'activity-model/1',
    kind,
    tables: [],
    customers: {
      tables: [
        { table: 'Crm_People', primaryKey: 'id', includeAll: true, ...deduplicated(people, 'email') },
        { table: 'Shop_Accounts', primaryKey: 'id', includeAll, ...deduplicated(accounts, 'mail') },
      ],
      rules: hasRule
        ? [
            {
              name: 'Email',
              table: 'Shop_Accounts',
              with: 'Crm_People',
              conditions: [{ column: 'mail', withColumn: 'email', normalize: ['lowercase', 'whitespace'] }],
            },
          ]
        : [],
      fields: [],
    },
    contacts: hasContacts
      ? [
          {
            table: 'Shop_Contacts',
            primaryKey: 'id',
            attributes: { ContactId: 'id', FirstName: 'first', LastName: 'last', PrimaryEmail: 'mail' },
            path: ['ContactToAccount'],
          },
        ]
      : [],
    relationships: [
      relationship('ToPerson', 'Shop_Events', 'person', 'Crm_People', 'id'),
      relationship('ToAccount', 'Shop_Events', 'account', 'Shop_Accounts', 'id'),
      relationship('ToPersonByMail', 'Shop_Events', 'mail', 'Crm_People', 'email'),
      relationship('ToOrder', 'Shop_Events', 'order', 'Shop_Orders', 'id'),
      relationship('ToOrderByNumber', 'Shop_Events', 'order', 'Shop_Orders', 'number'),
      relationship('ToParcel', 'Shop_Events', 'parcel', 'Shop_Parcels', 'id'),
      relationship('ParcelToOrder', 'Shop_Parcels', 'order', 'Shop_Orders', 'id'),
      relationship('OrderToPerson', 'Shop_Orders', 'person', 'Crm_People', 'id'),
      relationship('OrderToAccount', 'Shop_Orders', 'account', 'Shop_Accounts', 'id'),
      relationship('ToContact', 'Shop_Events', 'contact', 'Shop_Contacts', 'id'),
      relationship('ToContactByMail', 'Shop_Events', 'mail', 'Shop_Contacts', 'mail'),
      relationship('OrderToContact', 'Shop_Orders', 'contact', 'Shop_Contacts', 'id'),
      relationship('ContactToAccount', 'Shop_Contacts', 'account', 'Shop_Accounts', 'id'),
    ],
    activities: definitions.map(({ hasAttributes, contactPaths, paths, ...parts }, i) => ({
      id: `d${i}`,
      name: `Definition${i}`,
      table: 'Shop_Events',
      primaryKey: 'id',
      timestamp: 'at',
      event: 'title',
      ...JSON.parse(JSON.stringify(parts)),
      paths: hasContacts && contactPaths.length > 0 ? interleaved(paths, contactPaths) : paths,
      ...(hasAttributes && ATTRIBUTES[parts.type] && { attributes: ATTRIBUTES[parts.type] }),
    })),
  };
}

/** Paths of both kinds turn by turn, so that the order of a definition is not that in which they are tried. */
const interleaved = (paths, contactPaths) =>
  paths
    .flatMap((path, i) => [path, ...contactPaths.slice(i, i + 1)])
    .concat(contactPaths.slice(paths.length));
