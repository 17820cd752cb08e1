// A CRM form with the timelines of two customers on it, as a host would write it. `?mode=inline` is for a page whose
// policy forbids workers.
import '../../../src/define.js';
import { openEngine, type Engine } from '../../../src/engine/index.js';
import { accountsModel, csv, definition, runModel } from '../../engine/support/workspace.js';

const CASES = 600;
const subjects = ['Late parcel', 'Broken handle', 'Wrong invoice', 'New order'];

function lines(header: string, count: number, line: (row: number) => string): Blob {
  return csv([header, ...Array.from({ length: count }, (_, row) => line(row))].join('\n'));
}

/** Cases of two accounts and their contacts, most of them the buyer's. */
async function fill(engine: Engine): Promise<void> {
  const accounts = csv('id,name\nbuyer,Blue Door Cafe\npayer,Blue Door Holding');
  const contacts = lines(
    'id,account,first,last,email',
    12,
    (row) => `c${row},${row % 3 ? 'buyer' : 'payer'},Ann,Person ${row},`,
  );
  const cases = lines('id,contact,account,at,title,note', CASES, (row) => {
    const day = new Date(Date.UTC(2024, 11, 31) - row * 86_400_000).toISOString().slice(0, 10);
    const account = row % 3 ? 'buyer' : 'payer';
    return `k${row},${row % 5 ? `c${row % 12}` : ''},${account},${day},${subjects[row % 4]} ${row},Seen by ${account}`;
  });
  const mails = lines(
    'id,contact,account,at,title,note',
    40,
    (row) => `m${row},,buyer,2024-12-0${1 + (row % 9)},Mail ${row},`,
  );
  await engine.importTable({ source: 'Crm', table: 'Accounts', data: accounts });
  await engine.importTable({ source: 'Crm', table: 'Contacts', data: contacts });
  await engine.importTable({ source: 'Desk', table: 'Cases', data: cases });
  await engine.importTable({ source: 'Desk', table: 'Mails', data: mails });
  const model = accountsModel();
  await runModel(engine, {
    ...model,
    relationships: [
      ...model.relationships,
      {
        name: 'MailToAccount',
        from: { table: 'Desk_Mails', column: 'account' },
        to: { table: 'Crm_Accounts', column: 'id' },
        cardinality: 'many-to-one',
      },
    ],
    activities: [
      definition({
        id: 'case',
        type: 'Case',
        table: 'Desk_Cases',
        detail: 'note',
        paths: [['CaseToContact', 'ContactToAccount'], ['CaseToAccount']],
      }),
      definition({ id: 'mail', type: 'Mail', table: 'Desk_Mails', paths: [['MailToAccount']] }),
    ],
  });
}

const mode = new URLSearchParams(location.search).get('mode') === 'inline' ? 'inline' : 'auto';
const engine = await openEngine({ name: 'form', mode });
await fill(engine);
for (const id of ['buyer', 'payer']) {
  const timeline = document.querySelector<HTMLElementTagNameMap['activity-timeline']>(
    `#${id} activity-timeline`,
  );
  if (!timeline) throw new Error(`The form has no timeline of the ${id}.`);
  timeline.locale = 'en-US';
  timeline.adapter = engine;
  timeline.customerId = (await engine.resolveCustomer({ table: 'Crm_Accounts', key: id })) ?? undefined;
}
document.body.dataset.engine = engine.mode;
