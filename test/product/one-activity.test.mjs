// One activity from a table of one's own to the timeline: once with a mouse, once by keyboard alone.
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { launchBrowser, openDemoSite } from './support/demo-site.mjs';
import { keyboard, mouse } from './support/hands.mjs';
import { fileOf, visit } from './support/visitor.mjs';

const table = (kind) =>
  [
    `${kind}Id,ContactId,At,Topic,Note`,
    '1,C-10042,2026-03-01T09:30:00Z,Sizes,Wants a larger jacket',
    '2,C-10042,2026-03-04T10:00:00Z,Delivery,Asks for the parcel',
    '3,C-10001,2026-03-05T11:00:00Z,,Hung up',
    '4,C-10042,soon,Return,Will call again',
    // One value that is no date must not make the column a text.
    ...Array.from(
      { length: 36 },
      (_, row) => `${5 + row},C-${10100 + row},2025-11-${10 + (row % 20)},Other,`,
    ),
  ].join('\n');

let site;
let browser;
let one;

before(async () => {
  [site, browser] = await Promise.all([openDemoSite(), launchBrowser()]);
  one = await visit(browser);
  await one.page.goto(site.url);
  await one.seeTimeline();
  await one.goTo('Data');
  const files = ['Call', 'Message'].map((kind) => fileOf(`Phone_${kind}s.csv`, table(kind)));
  await one.chooseFiles('Import files', files);
  const dialog = one.page.getByRole('dialog', { name: 'Import files' });
  await dialog.getByRole('button', { name: 'Import 2 files' }).click();
  await dialog.getByText('2 files imported.').waitFor();
  await dialog.getByRole('button', { name: 'Done' }).click();
  await one.goTo('Activities');
});

after(async () => {
  const faults = one?.faults ?? [];
  await browser?.close();
  await site?.close();
  assert.deepEqual(faults, []);
});

describe('one activity', () => {
  for (const [hands, kind, chip] of [
    [mouse, 'Call', '2 Calls'],
    [keyboard, 'Message', '4 Other'],
  ]) {
    it(`comes to the timeline, with the ${hands.name}`, () => walk(hands(one.page), kind, chip));
  }
});

async function walk({ page, press, fill, choose, check, pick }, kind, chip) {
  const button = (name) => page.getByRole('button', { name, exact: true });
  const heading = (name) => page.getByRole('heading', { level: 2, name }).waitFor();
  const example = page.getByRole('region', { name: 'Example timeline view' });

  await press(button('Add activity'));
  await heading('Set up your activity data');
  await choose(page.getByLabel('Activity table'), `${kind}s`);
  await page.getByText('Proposed: unique in 40 rows.').waitFor();
  assert.equal(await page.getByLabel('Primary key').inputValue(), `${kind}Id`);
  await fill(page.getByLabel('Activity name'), `Phone${kind}s`);
  await press(button('Next'));

  await heading('Set up your relationship(s)');
  await page.getByText(`${kind}s.ContactId → Contacts.ContactId`).waitFor();
  await press(button('Next'));

  await heading('Unify your customer activity data');
  await choose(page.getByLabel('Event activity'), 'Topic');
  await choose(page.getByLabel('Additional detail'), 'Note');
  await pick(page.getByRole('radio', { name: 'Phone' }));
  await example.getByText(`5 ${kind}s`).waitFor();
  await example
    .getByRole('listitem')
    .filter({ hasText: /Topic - .*Note/s })
    .first()
    .waitFor();
  await check(page.getByRole('switch', { name: 'Use my data' }));
  await example.getByText('Asks for the parcel').waitFor();
  await example.getByText('Row 3 is empty in Topic').waitFor();
  await example.getByText('Row 4 has “soon” in At, which is no date: it is not shown.').waitFor();
  await press(button('Next'));

  await heading('Set activity type');
  await choose(page.getByLabel('Activity type'), 'Other');
  await press(button('Back'));
  await heading('Unify your customer activity data');
  await press(button('Review and finish'));
  await heading('Review');
  await press(button('Save activity'));
  await heading('Activity saved');
  await press(button('Done'));

  await press(button('Run'));
  await page
    .getByRole('status')
    .getByText(/^Run finished/)
    .waitFor();
  await press(page.getByRole('navigation', { name: 'Workbench' }).getByRole('link', { name: 'Customers' }));
  await fill(page.getByRole('searchbox', { name: 'Search customers' }), 'C-10042');
  await press(page.getByRole('link', { name: 'Nora Whitcombe' }));
  const timeline = page.getByRole('region', { name: 'Activity timeline' });
  // Two of this customer's three rows have a date; both activities share the type Other, and so the chip.
  await timeline.getByRole('button', { name: chip }).waitFor();
  await timeline.getByText('Asks for the parcel').first().waitFor();
  await press(page.getByRole('navigation', { name: 'Workbench' }).getByRole('link', { name: 'Activities' }));
}
