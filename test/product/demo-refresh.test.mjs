// What happens in the demo when data and definitions change: refresh, rename, delete and undo, rows explained.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { after, before, describe, it } from 'node:test';
import { launchBrowser, openDemoSite } from './support/demo-site.mjs';
import { fileOf, visit } from './support/visitor.mjs';

const numberOf = (text) => Number(text.replaceAll(',', ''));

let site;
let browser;
let one;

before(async () => {
  [site, browser] = await Promise.all([openDemoSite(), launchBrowser()]);
  one = await visit(browser);
  await one.page.goto(`${site.url}#/coffee`);
  await one.seeTimeline();
});

after(async () => {
  const faults = one?.faults ?? [];
  await browser?.close();
  await site?.close();
  assert.deepEqual(faults, []);
});

/** Runs on the Activities page and waits for the end. */
async function run() {
  const { page } = one;
  await page.getByRole('button', { name: 'Run', exact: true }).click();
  await page
    .getByRole('status')
    .getByText(/Run finished/)
    .waitFor();
  await page.getByText('Refresh needed').first().waitFor({ state: 'detached' });
}

const changesOf = async (name) =>
  (await one.readTable('What changed since the run before')).find(({ Activity }) => Activity === name);

describe('a table that is imported again', () => {
  it('makes its activities out of date, and a run says what changed in which definition', async () => {
    const { page, goTo, chooseFiles } = one;
    const csv = await (await fetch(`${site.url}demo-data/coffee/Depot_Returns.csv`)).text();
    const [header, first, second, ...rest] = csv.trimEnd().split('\n');
    const changed = [
      header,
      second.replace(/,[^,]*,([^,]*),([^,]*)$/, ',Sent back by mistake,$1,$2'),
      ...rest,
    ];
    changed.push(first.replace(/^RT-\d+/, 'RT-9999'));
    await goTo('Data');
    await chooseFiles('Import files', fileOf('Depot_Returns.csv', `${changed.join('\n')}\n`));
    const dialog = page.getByRole('dialog', { name: 'Import files' });
    await dialog.getByRole('button', { name: 'Import 1 file' }).click();
    await dialog.getByRole('button', { name: 'Done' }).click();

    await goTo('Activities');
    const isOutOfDate = (name) => page.getByRole('rowheader', { name }).getByText('Refresh needed');
    await isOutOfDate(/^Returns/).waitFor();
    assert.equal(await isOutOfDate(/^Orders/).count(), 0);
    await run();
    const returns = await changesOf('Returns');
    assert.deepEqual([returns.Added, returns.Removed, returns.Changed], ['1', '1', '1']);
    assert.ok(numberOf(returns.Unchanged) > 200);
    const orders = await changesOf('Orders');
    assert.deepEqual(
      [orders.Added, orders.Removed, orders.Changed, orders.Work],
      ['0', '0', '0', 'Taken over as it was'],
    );
  });

  it('keeps the rows that a file leaves out, where it is told to', async () => {
    const { page, goTo, chooseFiles } = one;
    const csv = await (await fetch(`${site.url}demo-data/coffee/Depot_Returns.csv`)).text();
    const [header, first] = csv.split('\n');
    await goTo('Data');
    await chooseFiles('Import files', fileOf('Depot_Returns.csv', `${header}\n${first}\n`));
    const dialog = page.getByRole('dialog', { name: 'Import files' });
    await dialog.getByLabel('Keep its rows whose ReturnNo is not in the file').check();
    await dialog.getByRole('button', { name: 'Import 1 file' }).click();
    await dialog.getByText(/of them kept from before/).waitFor();
    await dialog.getByRole('button', { name: 'Done' }).click();
    await goTo('Activities');
    await run();
    const returns = await changesOf('Returns');
    assert.deepEqual([returns.Added, returns.Removed, returns.Changed], ['1', '0', '0']);
  });
});

describe('a definition', () => {
  it('is renamed by a name of letters and digits that no other has', async () => {
    const { page } = one;
    await page.getByRole('button', { name: 'Rename Shipments' }).click();
    const dialog = page.getByRole('dialog', { name: 'Rename activity' });
    const name = dialog.getByLabel('Name');
    const save = dialog.getByRole('button', { name: 'Save' });
    assert.equal(await save.isDisabled(), true);
    for (const [typed, fault] of [
      ['2nd', 'Start with a letter. Use letters and numbers only.'],
      ['orders', 'An activity with this name already exists.'],
      ['', 'Enter an activity name.'],
    ]) {
      await name.fill(typed);
      await dialog.getByRole('alert').getByText(fault).waitFor();
      assert.equal(await save.isDisabled(), true);
    }
    await name.fill('Deliveries');
    await page.keyboard.press('Enter');
    await page.getByRole('status').getByText('Shipments is called Deliveries now.').waitFor();
    await page.getByRole('button', { name: 'Rename Deliveries' }).waitFor();
  });

  it('is deleted with its activities when asked twice, and comes back by Undo', async () => {
    const { page, readTable } = one;
    const before = await readTable('What became of the rows');
    await page.getByRole('button', { name: 'Delete SupportCases' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Delete', exact: true }).click();
    await page.getByRole('button', { name: 'Delete SupportCases' }).waitFor({ state: 'detached' });
    assert.equal((await readTable('What became of the rows')).length, before.length - 1);
    await page.getByRole('button', { name: 'Undo' }).click();
    await page.getByRole('button', { name: 'Delete SupportCases' }).waitFor();
    assert.deepEqual(await readTable('What became of the rows'), before);
  });
});

describe('rows set aside', () => {
  it('can be looked at by the relationship that failed, and explained key by key', async () => {
    const { page } = one;
    await page.getByRole('button', { name: /rows of Deliveries orphaned/ }).click();
    const dialog = page.getByRole('dialog', { name: 'Shipments' });
    const shown = dialog.getByRole('status').filter({ hasText: /\d rows$/ });
    const all = await shown.innerText();
    const choice = dialog.getByLabel('Leads nowhere');
    const options = await choice.locator('option').allInnerTexts();
    await choice.selectOption(options.at(-1));
    await shown.filter({ hasNotText: all }).waitFor();
    const [count] = (await shown.innerText()).match(/\d+/);
    const rows = dialog.getByRole('region').getByRole('row');
    assert.equal(await rows.count(), Number(count) + 1);
    const why = dialog.getByRole('button', { name: /^Why line \d+ reaches no customer$/ }).first();
    await why.click();
    const answer = dialog.getByRole('listitem');
    await answer
      .filter({ hasText: /^Its OrderNo is/ })
      .first()
      .waitFor();
    await answer
      .filter({ hasText: /which is no DebtorNo in ERP_Debtors|belongs to no customer|is empty/ })
      .first()
      .waitFor();
    await why.click();
    assert.equal(await answer.count(), 0);
    await dialog.getByRole('button', { name: 'Close' }).last().click();
    await dialog.waitFor({ state: 'detached' });
  });

  it('are no mystery when they are shown either: an item tells where it comes from', async () => {
    const { page, goTo, seeTimeline } = one;
    await goTo('Customers');
    await seeTimeline();
    await page.locator('activity-timeline').getByRole('link').first().click();
    const why = page.getByRole('dialog', { name: 'Why is this here?' });
    await why.getByText('Source row').waitFor();
    await why.getByText('ERP_Debtors', { exact: false }).first().waitFor();
    await page.keyboard.press('Escape');
  });
});

describe('outputs', () => {
  it('are taken away as files with a row for each activity shown', async () => {
    const { page, goTo, readTable } = one;
    await goTo('Activities');
    const total = (await readTable('What became of the rows')).at(-1);
    const download = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Download UnifiedActivity as NDJSON' }).click();
    const file = await download;
    assert.equal(file.suggestedFilename(), 'UnifiedActivity.ndjson');
    const lines = (await readFile(await file.path(), 'utf8'))
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line));
    assert.equal(lines.length, numberOf(total.Shown) + numberOf(total['No valid date']));
    await page.getByRole('button', { name: 'Download UnifiedActivity as CSV' }).waitFor();
  });
});

describe('a second tab', () => {
  it('shows a run that was finished in the first, without being reloaded', async () => {
    const { context, page, goTo } = one;
    await goTo('Activities');
    const other = await context.newPage();
    await other.goto(`${site.url}#/coffee/activities`);
    await other.getByRole('button', { name: 'Delete WebEnquiries' }).waitFor();
    await page.getByRole('button', { name: 'Delete WebEnquiries' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Delete', exact: true }).click();
    await other.getByRole('button', { name: 'Delete WebEnquiries' }).waitFor({ state: 'detached' });
    await page.getByRole('button', { name: 'Undo' }).click();
    await other.getByRole('button', { name: 'Delete WebEnquiries' }).waitFor();
    await other.close();
  });
});
