// Exports as people have them, with nothing but what is proposed: German ones of a shop, and those of a CRM with contacts.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { useDemo } from './support/use-demo.mjs';
import { keyboard, mouse } from './support/hands.mjs';
import { fileOf, visit } from './support/visitor.mjs';

const inWindows1252 = (name, text) => ({ ...fileOf(name, text), buffer: Buffer.from(text, 'latin1') });
const lines = (...rows) => `${rows.join('\r\n')}\r\n`;

/** Semicolons, Excel's encodings, points in dates, a key with zeros, and tickets that know an e-mail only. */
const shop = [
  inWindows1252(
    'Kunden Export.csv',
    `${lines('Kunden-Nr;Vorname;Nachname;E-Mail;PLZ', '000017;Käthe;Groß;Kaethe.Gross@Example.de;01067', '000018;Jörg;Bär;joerg@example.de;50667')}`,
  ),
  fileOf(
    'Bestellungen.csv',
    `\ufeff${lines('Bestell-Nr;Kunden-Nr;Bestelldatum;Artikel;Menge;Betrag', 'B-1;000017;24.12.2023 18:05;Mahlwerk;17;1.234,50', 'B-2;000018;03.01.2024 09:30;Filter;18;9,90')}`,
  ),
  fileOf(
    'tickets.csv',
    lines('Ticket ID,Created at,Requester email,Subject', '17,2024-02-01 10:00,KAETHE.gross@example.de,Late'),
  ),
];

const crm = [
  fileOf(
    'accounts.csv',
    lines('Account Number,Account Name,City', 'A-1,"Blue Steel, Ltd",Leeds', 'A-2,Old Foods,York'),
  ),
  fileOf(
    'contacts.csv',
    lines(
      'Contact Id,Account Number,First Name,Last Name,Email',
      'C-1,A-2,Mia,Koch,mia@old.example',
      'C-2,A-2,Paul,Klein,paul@old.example',
    ),
  ),
  fileOf(
    'cases.csv',
    lines(
      'Case Number,Contact Id,Opened,Subject',
      'K-1,C-1,2024-01-05 08:00,Wrong item',
      'K-2,C-2,2024-01-06 09:00,Broken crate',
    ),
  ),
];

const demo = useDemo();

describe('exports of one’s own', () => {
  for (const hands of [mouse, keyboard]) {
    it(`of a shop become timelines of people, with the ${hands.name}`, async () => {
      const { context, page, faults, seeTimeline } = await visit(demo.browser);
      await page.goto(`${demo.site.url}#/own/data`);
      const timeline = await walk(hands(page), shop, ['Bestellungen', 'tickets']);
      await page.getByRole('link', { name: 'Käthe Groß' }).click();
      await seeTimeline();
      for (const text of ['Mahlwerk', 'Late']) await timeline.getByText(text, { exact: true }).waitFor();
      assert.equal(await timeline.getByText('Filter', { exact: true }).count(), 1, 'the button alone');
      assert.deepEqual(faults, []);
      await context.close();
    });
  }

  it('of a CRM become timelines of accounts, with the contact of each activity', async () => {
    const { context, page, faults, seeTimeline } = await visit(demo.browser);
    await page.goto(`${demo.site.url}#/own/data`);
    const timeline = await walk(mouse(page), crm, ['cases']);
    // The first account of the list has no history; the first that has one is shown.
    await page.getByRole('heading', { level: 2, name: 'Old Foods' }).waitFor();
    await seeTimeline();
    for (const name of ['Mia Koch', 'Paul Klein']) await timeline.getByText(`by ${name}`).waitFor();

    // What was proposed can be seen and changed; without contacts the history of accounts goes on.
    await page.getByRole('navigation', { name: 'Workbench' }).getByRole('link', { name: 'Unify' }).click();
    const contacts = page.getByRole('region', { name: 'Contact tables' });
    const account = contacts.getByLabel('Column that names the account');
    assert.equal(await account.inputValue(), 'Account Number');
    await account.selectOption('Last Name');
    await page.reload();
    assert.equal(await account.inputValue(), 'Last Name');
    await account.selectOption('Account Number');
    await contacts.getByText('Fields of the contacts in Files_contacts').click();
    assert.equal(await contacts.getByLabel('Primary email').inputValue(), 'Email');
    assert.deepEqual(faults, []);
    await context.close();
  });

  it('that are brought to a sample are offered a workspace of their own', async () => {
    const { context, page, faults, seeTimeline, chooseFiles } = await visit(demo.browser);
    await page.goto(demo.site.url);
    await seeTimeline();
    await page.getByRole('navigation', { name: 'Workbench' }).getByRole('link', { name: 'Data' }).click();
    await chooseFiles('Import files', crm);
    await page.getByRole('button', { name: 'Into own data instead' }).click();
    await page.waitForURL(/#\/own\/data$/);
    await page.getByRole('dialog').getByRole('button', { name: 'Import 3 files' }).click();
    await page.getByRole('heading', { name: '3 tables' }).waitFor();
    assert.deepEqual(faults, []);
    await context.close();
  });
});

/** From files to the customers by what is proposed; `tables` become activities. */
async function walk({ page, press, check }, files, tables) {
  const button = (name, within = page) => within.getByRole('button', { name, exact: true });
  const dialog = page.getByRole('dialog');
  const chooser = page.waitForEvent('filechooser');
  await press(button('Import files'));
  await (await chooser).setFiles(files);
  await press(button(`Import ${files.length} files`, dialog));
  await press(dialog.getByRole('link', { name: 'Next: your customers' }));
  await press(button('Use and unify'));
  await press(button('Create activities'));
  for (const name of tables) await check(dialog.getByRole('checkbox', { name }));
  await press(button('Add', dialog));
  await dialog.waitFor({ state: 'detached' });
  await press(button('Next'));
  await page.getByRole('heading', { name: /^Define activities/ }).waitFor();
  await press(button('Next'));
  await page.getByRole('heading', { name: 'Configure activity relationships' }).waitFor();
  await press(button('Next'));
  await press(button('Create activities'));
  await press(button('See the customers'));
  return page.getByRole('region', { name: 'Activity timeline' });
}
