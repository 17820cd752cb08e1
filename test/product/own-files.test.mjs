// From an empty workbench to a timeline of files of one's own: once with a mouse, once by keyboard alone.
import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { after, before, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { launchBrowser, openDemoSite } from './support/demo-site.mjs';
import { keyboard, mouse } from './support/hands.mjs';
import { visit } from './support/visitor.mjs';

const folder = fileURLToPath(new URL('../../../shared/data/contoso/', import.meta.url));
const reviewsFile = 'WebsiteReviews_LinkedToEcommerceContacts.csv';
const files = ['Contact.csv', 'Customer-Loyalty.csv', 'OnlinePurchases.csv', 'POSPurchases.csv', reviewsFile];
const skip = existsSync(folder) ? false : 'the sample files are not at hand: ../shared/data/contoso';

let site;
let browser;

before(async () => {
  if (skip) return;
  [site, browser] = await Promise.all([openDemoSite(), launchBrowser()]);
});

after(async () => {
  await browser?.close();
  await site?.close();
});

describe('own files', { skip }, () => {
  for (const hands of [mouse, keyboard]) {
    it(`become a timeline, with the ${hands.name}`, async () => {
      const { context, page, faults, seeTimeline } = await visit(browser);
      await page.goto(`${site.url}#/own`);
      await walk(hands(page), seeTimeline);
      assert.deepEqual(faults, []);
      await context.close();
    });
  }
});

async function walk({ page, press, fill, choose, check }, seeTimeline) {
  const button = (name, within = page) => within.getByRole('button', { name, exact: true });
  const next = page.getByRole('navigation', { name: 'First steps' });
  const dialog = page.getByRole('dialog');

  // Import
  await press(next.getByRole('link', { name: 'Import your files' }));
  const chooser = page.waitForEvent('filechooser');
  await press(button('Import files'));
  await (await chooser).setFiles(files.map((name) => `${folder}${name}`));
  // What stands before the first “_” is proposed as the data source; this file's name means something else.
  const reviewsNames = dialog.getByRole('region', { name: reviewsFile });
  await fill(reviewsNames.getByLabel('Data source'), 'Files');
  await fill(reviewsNames.getByLabel('Table', { exact: true }), 'WebsiteReviews');
  await press(button('Import 5 files', dialog));
  await dialog.getByText('5 files imported.').waitFor();
  await press(dialog.getByRole('link', { name: 'Next: your customers' }));

  // Unify: by hand, whatever is proposed
  const proposal = page.getByRole('region', { name: 'These look like your customers' });
  await proposal.getByText('Each row is a customer').waitFor();
  const another = page.getByRole('combobox', { name: /customer table$/i });
  for (const [place, name] of ['Contact', 'Customer-Loyalty'].entries()) {
    await choose(another, `Files_${name}`);
    await press(button('Add table'));
    await page.getByRole('heading', { name: `Files_${name}` }).waitFor();
    assert.equal(
      await page.getByLabel('Primary key').nth(place).inputValue(),
      place === 0 ? 'ContactId' : 'LoyaltyId',
    );
  }
  await press(button('Add rule'));
  assert.equal(await page.getByLabel('Column of Files_Customer-Loyalty').inputValue(), 'EMail');
  await press(button('Run unification'));
  await page.getByRole('status').getByText('5,003 customers unified.').waitFor();

  // Activities
  await press(next.getByRole('link', { name: 'Create activities' }));
  for (const name of ['OnlinePurchases', 'POSPurchases', 'WebsiteReviews'])
    await check(dialog.getByRole('checkbox', { name }));
  await press(button('Add', dialog));
  await dialog.waitFor({ state: 'detached' });
  const reviews = page.getByRole('group', { name: /^WebsiteReviews/ });
  assert.equal(await reviews.getByLabel('Primary key').inputValue(), 'ReviewId');
  await choose(page.getByRole('group', { name: /^POSPurchases/ }).getByLabel('Activity type'), 'Create new');
  await fill(page.getByLabel('Activity type name'), 'StorePurchase');
  await press(button('Add'));
  await press(button('Next'));
  await press(
    page.getByRole('navigation', { name: 'Tables' }).getByRole('button', { name: /WebsiteReviews/ }),
  );
  await fill(page.getByLabel('Activity name'), 'Reviews');
  await choose(page.getByLabel('Additional detail'), 'ReviewText');
  await press(button('Next'));
  await page.getByRole('heading', { name: 'Configure activity relationships' }).waitFor();
  await press(page.getByRole('button', { name: 'Show rows: 17 of 20,020 rows do not reach a customer.' }));
  await dialog.getByText('17 of 17 rows').waitFor();
  assert.equal(await dialog.getByRole('row').count(), 18);
  assert.equal(await dialog.getByRole('cell', { name: 'CNTID_6000' }).count(), 3);
  await press(button('Close', dialog).last());
  await press(button('Next'));
  await press(button('Create activities'));
  await page
    .getByText('52,413 read = 52,387 shown + 0 hidden + 0 without a valid date + 0 rejected + 26 orphaned')
    .waitFor();
  await next.waitFor({ state: 'detached' });

  // The timeline
  await press(button('See the customers'));
  await fill(page.getByRole('searchbox', { name: 'Search customers' }), 'CNTID_1000');
  await page.getByText('1 customer', { exact: true }).waitFor();
  await press(page.getByRole('link', { name: 'Abbie Moss' }));
  await seeTimeline();
  const timeline = page.getByRole('region', { name: 'Activity timeline' });
  for (const chip of ['4 OnlinePurchases', '5 POSPurchases', '5 WebsiteReviews']) {
    await timeline.getByRole('button', { name: chip }).waitFor();
  }
  assert.equal(await timeline.getByRole('button', { name: /^Details of / }).count(), 14);
}
