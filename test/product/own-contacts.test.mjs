// Activities of the contacts of business accounts: a table of one's own, led to its accounts through the contacts.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { useDemo } from './support/use-demo.mjs';
import { keyboard, mouse } from './support/hands.mjs';
import { fileOf, visit } from './support/visitor.mjs';

const demo = useDemo();

describe('activities of contacts', () => {
  for (const hands of [mouse, keyboard]) {
    it(`reach the timeline of their account, with the ${hands.name}`, async () => {
      const { context, page, faults, seeTimeline } = await visit(demo.browser);
      await page.goto(`${demo.site.url}#/coffee`);
      await seeTimeline();
      await walk(hands(page), seeTimeline);
      assert.deepEqual(faults, []);
      await context.close();
    });
  }
});

/** Three people of the account that the demo shows first, with an address that no one else has. */
async function contactsOfHotel() {
  const text = await (await fetch(`${demo.site.url}demo-data/coffee/CRM_Contacts.csv`)).text();
  const [names, ...rows] = text
    .trim()
    .split(/\r?\n/)
    .map((line) => line.split(','));
  const contacts = rows.map((row) => Object.fromEntries(row.map((value, place) => [names[place], value])));
  return contacts
    .filter(({ AccountId, Email }) => AccountId === 'AC-1024' && Email)
    .filter(({ Email }) => contacts.filter((other) => other.Email === Email).length === 1)
    .slice(0, 3);
}

async function walk({ page, press, fill, choose, check }, seeTimeline) {
  const button = (name, within = page) => within.getByRole('button', { name, exact: true });
  const workbench = page.getByRole('navigation', { name: 'Workbench' });
  const dialog = page.getByRole('dialog');
  const contacts = await contactsOfHotel();
  assert.equal(contacts.length, 3);
  const calls = contacts.map(({ Email }, place) => `K-${place},${Email},2026-11-0${place + 1},Machine drips`);

  await press(workbench.getByRole('link', { name: 'Data' }));
  const chooser = page.waitForEvent('filechooser');
  await press(button('Import files'));
  const file = fileOf('Phone_Calls.csv', ['CallNo,Caller,CalledOn,Topic', ...calls, ''].join('\n'));
  await (await chooser).setFiles(file);
  await press(button('Import 1 file', dialog));
  await dialog.getByText('1 file imported.').waitFor();
  await press(button('Done', dialog));

  await press(workbench.getByRole('link', { name: 'Activities' }));
  await press(button('Configure activities'));
  await press(button('Select tables'));
  await fill(dialog.getByRole('searchbox', { name: 'Search tables' }), 'calls');
  await check(dialog.getByRole('checkbox', { name: 'Calls' }));
  await press(button('Add', dialog));
  await dialog.waitFor({ state: 'detached' });
  await press(button('Next'));
  await page.getByRole('heading', { name: /^Define activities/ }).waitFor();
  await fill(page.getByLabel('Activity name'), 'PhoneCalls');
  await press(button('Next'));
  await page.getByRole('heading', { name: 'Configure activity relationships' }).waitFor();

  // A reload loses nothing.
  await page.reload();
  await press(button('Continue where you left off'));
  await page.getByRole('heading', { name: 'Configure activity relationships' }).waitFor();

  // Without a path nobody goes on; the summary leads to where it is added.
  const relations = page.getByRole('region', { name: 'Calls : Phone' });
  await press(button('Next'));
  await press(button('PhoneCalls: Add a relationship for Calls.'));
  await press(button('Add relationship', relations));
  const [first, second] = [1, 2].map((number) =>
    dialog.getByRole('group', { name: `Relationship ${number}` }),
  );
  const apply = button('Apply', dialog);
  await choose(first.getByLabel('Foreign key from Calls : Phone'), 'Caller');
  await choose(first.getByLabel('To table name'), 'Contacts : CRM');
  await choose(first.getByLabel('To attribute'), 'Email');
  const name = first.getByLabel('Relationship name');
  await fill(name, 'Call to contact');
  await first.getByText('Start with a letter. Use letters and numbers only.').waitFor();
  assert.equal(await apply.isDisabled(), true);
  await fill(name, 'CallToContact');
  // The way on from the contacts is known, ends at an account, and is not changed here.
  await second.getByText('This relationship exists already and cannot be changed here.').waitFor();
  assert.equal(await second.getByLabel('Relationship name').inputValue(), 'ContactToAccount');
  assert.equal(await second.getByLabel('Relationship name').isEditable(), false);
  await press(apply);
  await relations.getByText('Contacts.AccountId → Accounts.AccountId').waitFor();
  await press(button('Next'));
  await press(button('Create activities'));
  await press(button('See the customers'));

  await fill(page.getByRole('searchbox', { name: 'Search customers' }), 'AC-1024');
  await page.getByText('1 customer', { exact: true }).waitFor();
  await press(page.getByRole('link', { name: 'Copper Swan Hotel' }));
  await seeTimeline();
  const timeline = page.getByRole('region', { name: 'Activity timeline' });
  await press(timeline.getByRole('button', { name: '3 Calls' }));
  for (const { FirstName, LastName } of contacts) {
    await timeline.getByText(`by ${FirstName} ${LastName}`).waitFor();
  }
}
