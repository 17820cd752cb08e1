// The demo, built and used as a person would use it.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { after, before, describe, it } from 'node:test';
import { useDemo } from './support/use-demo.mjs';
import { fileOf, visit } from './support/visitor.mjs';

const numberOf = (text) => Number(text.replaceAll(',', ''));

const demo = useDemo();

const newVisitor = (options) => visit(demo.browser, options);

describe('the first visit', () => {
  it('ends on a living timeline, and the next one starts from what is kept', async () => {
    const { context, page, faults, seeTimeline } = await newVisitor();
    const foreign = [];
    page.on('request', (request) => request.url().startsWith(demo.site.url) || foreign.push(request.url()));
    await page.goto(demo.site.url);
    await page.getByRole('progressbar', { name: 'Opening the workspace' }).waitFor();
    await seeTimeline();
    const rows = await page.locator('activity-timeline').getByRole('listitem').count();
    assert.ok(rows > 20, `${rows} rows`);

    await page.route('**/demo-data/**', (route) => route.abort());
    await page.reload();
    await seeTimeline();
    assert.deepEqual(
      foreign.filter((url) => !url.startsWith('blob:') && !url.startsWith('data:')),
      [],
    );
    assert.deepEqual(faults, []);
    await context.close();
  });

  it('says what to do when the sample data does not come', async () => {
    const { context, page, seeTimeline } = await newVisitor();
    await page.route('**/demo-data/**', (route) => route.abort());
    await page.goto(demo.site.url);
    await page.getByRole('alert').getByText('Check the connection and try again').waitFor();
    await page.unroute('**/demo-data/**');
    await page.getByRole('button', { name: 'Try again' }).click();
    await seeTimeline();
    await context.close();
  });

  it('can begin with the CRM form, which shows the same customer as the workbench', async () => {
    const { context, page, faults, seeTimeline } = await newVisitor();
    await page.goto(`${demo.site.url}demo/crm-form.html`);
    await seeTimeline();
    const titles = () => page.locator('activity-timeline').getByRole('listitem').allInnerTexts();
    const inForm = await titles();
    const email = await page.getByLabel('E-mail').inputValue();

    await page.getByRole('link', { name: 'Workbench' }).click();
    await seeTimeline();
    await page.getByRole('heading', { name: 'Nora Whitcombe' }).waitFor();
    await page.getByText(email, { exact: true }).first().waitFor();
    assert.deepEqual(await titles(), inForm);
    assert.deepEqual(faults, []);
    await context.close();
  });

  it('answers for a contact that the CRM does not have', async () => {
    const { context, page, seeTimeline } = await newVisitor();
    await page.goto(`${demo.site.url}demo/crm-form.html`);
    await seeTimeline();
    await page.getByLabel('Contact number').fill('C-1');
    await page.getByRole('button', { name: 'Open', exact: true }).click();
    await page.getByText('There is no contact C-1.').waitFor();
    assert.equal(await page.locator('activity-timeline').getByRole('listitem').count(), 0);
    await context.close();
  });
});

describe('the workbench', () => {
  let one;

  before(async () => {
    one = await newVisitor();
    await one.page.goto(demo.site.url);
    await one.seeTimeline();
  });

  after(async () => {
    const faults = one?.faults ?? [];
    await one?.context.close();
    assert.deepEqual(faults, []);
  });

  it('finds a customer by a part of the name and opens the profile', async () => {
    const { page, goTo } = one;
    await goTo('Customers');
    const search = page.getByRole('searchbox', { name: 'Search customers' });
    await search.fill('nobody is called this');
    await page.getByText('Nobody found').waitFor();
    await search.fill('whitcombe');
    await page.getByText('1 customer', { exact: true }).waitFor();
    await page.getByRole('link', { name: 'Nora Whitcombe' }).click();
    const profile = page.getByRole('region', { name: 'Profile' });
    await profile.getByRole('heading', { name: 'Nora Whitcombe' }).waitFor();
    for (const text of ['C-10042', 'CRM_Contacts', 'Shop_Accounts', 'Last activity']) {
      await profile.getByText(text).first().waitFor();
    }
    await search.fill('C-10042');
    await page.getByText('1 customer', { exact: true }).waitFor();
    await search.fill('');
  });

  it('filters the timeline by a chip and folds a month', async () => {
    const timeline = one.page.locator('activity-timeline');
    const chip = timeline.getByRole('button', { name: /Cases/ });
    const count = Number.parseInt(await chip.innerText(), 10);
    await chip.click();
    assert.equal(await chip.getAttribute('aria-pressed'), 'true');
    const month = timeline.getByRole('button', { name: /\(\d+\)/ }).first();
    const rowsWhen = async (wanted) => {
      await one.page.waitForFunction(
        ([element, number]) => element.shadowRoot.querySelectorAll('[part~="item"]').length === number,
        [await timeline.elementHandle(), wanted],
      );
    };
    await rowsWhen(count);
    const inMonth = Number(/\((\d+)\)/.exec(await month.innerText())[1]);
    await month.click();
    assert.equal(await month.getAttribute('aria-expanded'), 'false');
    await rowsWhen(count - inMonth);
    await month.click();
    await rowsWhen(count);
    await chip.click();
    assert.equal(await chip.getAttribute('aria-pressed'), 'false');
  });

  it('imports an own file, proposes its key, and shows the rows that it set aside', async () => {
    const { page, goTo, chooseFiles, readTable } = one;
    await goTo('Data');
    const text = 'SignupId,AccountId,Walk\n1,A-50024,"Night walk, Keswick"\n2,A-50024\n3,A-50025,Ridge\n';
    await chooseFiles('Import files', fileOf('Events_Signups.csv', text));
    const dialog = page.getByRole('dialog', { name: 'Import files' });
    assert.equal(await dialog.getByLabel('Data source').inputValue(), 'Events');
    await dialog.getByLabel('Table', { exact: true }).fill('Walks');
    await dialog.getByRole('button', { name: 'Import 1 file' }).click();
    await dialog.getByText('2 rows').waitFor();
    assert.equal(await dialog.getByLabel('Primary key').inputValue(), 'SignupId');
    await dialog.getByRole('status').filter({ hasText: '1 file imported.' }).waitFor();
    assert.equal(await page.locator(':focus').innerText(), 'Done');
    await page.keyboard.press('Enter');

    const row = (await readTable('10 tables')).find(({ Table }) => Table === 'Walks');
    assert.deepEqual([row.Rows, row['Set aside'], row.Columns], ['2', '1', '3']);
    await page.getByRole('link', { name: 'Walks' }).click();
    await page.getByRole('heading', { level: 1, name: 'Events_Walks' }).waitFor();
    const aside = page.getByRole('region', { name: 'Rows of Events_Walks set aside at the import' });
    await aside.getByText('Too few fields').waitFor();
    await aside.getByText('2,A-50024').first().waitFor();
    assert.equal(await page.getByLabel('Primary key').inputValue(), 'SignupId');
  });

  it('takes a file that is dropped on any page', async () => {
    const { page, goTo } = one;
    await goTo('Unify');
    const files = await page.evaluateHandle(() => {
      const transfer = new window.DataTransfer();
      transfer.items.add(
        new window.File(['{"Id":"1","Name":"Ada"}\n{"Id":"2","Name":"Ben"}\n'], 'guests.ndjson'),
      );
      return transfer;
    });
    await page.dispatchEvent('main', 'dragenter', { dataTransfer: files });
    await page.getByText('Drop files to import them').waitFor();
    await page.dispatchEvent('main', 'drop', { dataTransfer: files });
    const dialog = page.getByRole('dialog', { name: 'Import files' });
    await dialog.getByRole('button', { name: 'Import 1 file' }).click();
    await dialog.getByText('2 rows').waitFor();
    await dialog.getByRole('button', { name: 'Done' }).click();
  });

  it('explains a file that cannot be read and leaves everything as it was', async () => {
    const { page, goTo, chooseFiles, readTable } = one;
    await goTo('Data');
    const before = await readTable(/\d+ tables/);
    const picture = {
      ...fileOf('photo.csv', ''),
      buffer: Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'),
    };
    await chooseFiles('Import files', [picture, fileOf('empty.csv', ''), fileOf('open.csv', 'a,b\n"1,2\n')]);
    const dialog = page.getByRole('dialog', { name: 'Import files' });
    await dialog.getByLabel('Table', { exact: true }).first().fill('2 bad names');
    await dialog.getByText('Start both names with a letter').waitFor();
    await dialog.getByLabel('Table', { exact: true }).first().fill('photo');
    await dialog.getByRole('button', { name: 'Import 3 files' }).click();
    await dialog.getByRole('button', { name: 'Try again' }).waitFor();
    const messages = await dialog.getByRole('alert').allInnerTexts();
    assert.equal(messages.length, 3);
    assert.match(messages[0], /picture/);
    assert.equal(new Set(messages).size, 3);
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'detached' });
    assert.deepEqual(await readTable(/\d+ tables/), before);
  });

  it('removes a table when asked twice', async () => {
    const { page, goTo } = one;
    await goTo('Data');
    await page.getByRole('link', { name: 'guests' }).click();
    await page.getByRole('button', { name: 'Remove table' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Cancel' }).click();
    await page.getByRole('button', { name: 'Remove table' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Remove', exact: true }).click();
    await page.getByRole('heading', { level: 1, name: 'Data' }).waitFor();
    await page.getByRole('status').getByText('Files_guests is removed.').waitFor();
    await page.getByRole('link', { name: 'guests' }).waitFor({ state: 'detached' });
  });

  it('unifies by the rules, and every row of a customer table is accounted for', async () => {
    const { page, goTo, readTable } = one;
    await goTo('Unify');
    const matched = async () => {
      await page.getByRole('button', { name: 'Run unification' }).click();
      await page.getByText('Refresh needed').waitFor({ state: 'detached' });
      const rows = await readTable('Result');
      for (const row of rows) {
        const [read, ...parts] = Object.values(row).slice(1).map(numberOf);
        assert.equal(
          parts.reduce((sum, part) => sum + part),
          read,
          row.Table,
        );
      }
      return numberOf(rows[1].Matched);
    };
    const upperCase = page.getByLabel('Upper and lower case');
    await upperCase.uncheck();
    await page.getByText('Refresh needed').waitFor();
    const exactly = await matched();
    await upperCase.check();
    await page.getByText('Refresh needed').waitFor();
    const ignoringCase = await matched();
    assert.ok(exactly < ignoringCase, `${exactly} < ${ignoringCase}`);
  });

  it('moves customer tables and turns their rule round, and back', async () => {
    const { page } = one;
    await page.getByRole('button', { name: 'Move Shop_Accounts up' }).click();
    await page.getByRole('status').getByText('Shop_Accounts is now at place 1.').waitFor();
    assert.equal(await page.getByLabel('Rows of').inputValue(), 'CRM_Contacts');
    const focused = await page.evaluate(() => document.activeElement?.getAttribute('aria-label'));
    assert.equal(focused, 'Move Shop_Accounts down');
    await page.keyboard.press('Enter');
    await page.getByRole('status').getByText('Shop_Accounts is now at place 2.').waitFor();
    assert.equal(await page.getByLabel('Rows of').inputValue(), 'Shop_Accounts');
  });

  it('runs, and the figures of the report add up', async () => {
    const { page, goTo, readTable } = one;
    await goTo('Activities');
    await page.getByText('Refresh needed').first().waitFor();
    await page.getByRole('button', { name: 'Run', exact: true }).click();
    await page
      .getByRole('status')
      .getByText(/Run finished: [\d,]+ activities shown/)
      .waitFor();
    await page.getByText('Refresh needed').first().waitFor({ state: 'detached' });
    const rows = await readTable('What became of the rows');
    assert.equal(rows.length, 8);
    for (const row of rows) {
      const [read, ...parts] = Object.values(row).slice(1).map(numberOf);
      assert.equal(
        parts.reduce((sum, part) => sum + part),
        read,
        row.Activity,
      );
    }
    const total = rows.at(-1);
    await page.getByText(`${total.Read} read = ${total.Shown} shown + ${total.Hidden} hidden`).waitFor();
  });

  it('shows as many rows set aside as the figure says', async () => {
    const { page } = one;
    const figure = page.getByRole('button', { name: /rows of StorePurchases orphaned/ });
    const count = numberOf(await figure.innerText());
    await figure.click();
    const dialog = page.getByRole('dialog', { name: 'Purchases' });
    await dialog.getByText(`${count} of ${count} rows`).waitFor();
    const rows = dialog.getByRole('row');
    assert.equal(await rows.count(), count + 1);
    await dialog
      .getByRole('button', { name: /^Why line/ })
      .first()
      .click();
    await dialog
      .getByText(/which is no ContactId|is empty/)
      .first()
      .waitFor();
    await dialog.getByRole('button', { name: 'Close' }).last().click();
    await dialog.waitFor({ state: 'detached' });
    const focused = page.locator(':focus');
    assert.equal(await focused.getAttribute('aria-label'), await figure.getAttribute('aria-label'));

    await page.getByRole('button', { name: /rows of WebOrders rejected/ }).click();
    const rejected = page.getByRole('dialog', { name: 'Orders' });
    await rejected.getByLabel('Reason').selectOption('Key occurred before');
    await rejected.getByText('22 of 22 rows').waitFor();
    assert.equal(await rejected.getByRole('row').count(), 23);
    await page.keyboard.press('Escape');
  });

  it('keeps the former activities when a run is cancelled', async () => {
    const { page, readTable } = one;
    const before = await readTable('What became of the rows');
    // A run may be over before a click from outside arrives, so the page itself cancels as soon as it can be done.
    await page.locator('activity-manager').evaluate(({ shadowRoot }) => {
      const observer = new window.MutationObserver(() => {
        const cancel = [...shadowRoot.querySelectorAll('button')].find(
          (button) => button.innerText === 'Cancel run',
        );
        if (!cancel) return;
        observer.disconnect();
        cancel.click();
      });
      observer.observe(shadowRoot, { childList: true, subtree: true });
    });
    await page.getByRole('button', { name: 'Run', exact: true }).click();
    await page
      .getByRole('status')
      .getByText('Run cancelled. The former activities are still there.')
      .waitFor();
    assert.deepEqual(await readTable('What became of the rows'), before);
  });

  it('downloads its model, and says what is wrong with another', async () => {
    const { page, chooseFiles } = one;
    const download = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Download model' }).click();
    const file = await download;
    assert.equal(file.suggestedFilename(), 'activity-model.json');

    const dialog = page.getByRole('dialog', { name: 'Load a model' });
    await chooseFiles('Load model', await file.path());
    await dialog.getByText('A run is possible').waitFor();
    await dialog.getByText('WebOrders: OrderId is empty in 4 rows.').waitFor();
    await dialog.getByRole('button', { name: 'Use this model' }).click();
    await dialog.waitFor({ state: 'detached' });

    await chooseFiles('Load model', fileOf('notes.json', 'no JSON at all'));
    await dialog.getByRole('alert').getByText('This file is not JSON').waitFor();
    await dialog.getByRole('button', { name: 'Cancel' }).click();
    const lacking = JSON.parse(await readFile(await file.path(), 'utf8'));
    lacking.activities[0].paths = [];
    await chooseFiles('Load model', fileOf('lacking.json', JSON.stringify(lacking)));
    await dialog.getByText('To be mended before a run').waitFor();
    await dialog.getByText('WebOrders: Add a relationship for Orders.').waitFor();
    await dialog.getByRole('button', { name: 'Cancel' }).click();
    await chooseFiles('Load model', fileOf('old.json', '{"format":"activity-model/99"}'));
    await dialog.getByRole('alert').waitFor();
    assert.equal(await dialog.getByRole('button', { name: 'Use this model' }).count(), 0);
    await dialog.getByRole('button', { name: 'Cancel' }).click();
  });

  it('opens another wizard at another address, also from one to the next', async () => {
    const { page } = one;
    const ids = await page.evaluate(async () => {
      const { model } = await document.querySelector('activity-manager').adapter.loadModel();
      return model.activities.map(({ id, name }) => [name, id]);
    });
    for (const [name, id] of ids.slice(0, 2)) {
      await page.evaluate((hash) => (globalThis.location.hash = hash), `#/activities/single/${id}`);
      await page.waitForFunction(
        (wanted) =>
          document.querySelector('activity-wizard')?.shadowRoot.querySelector('input[type="text"]')?.value ===
          wanted,
        name,
      );
    }
    await page.goBack();
    await page.goBack();
    await page.getByRole('heading', { level: 1, name: 'Activities' }).waitFor();
  });

  it('says that an address leads nowhere', async () => {
    const { page } = one;
    await page.goto(`${demo.site.url}#/nowhere`);
    await page.getByRole('heading', { name: 'There is no such page' }).waitFor();
    await page.goto(`${demo.site.url}#/data/Shop_Nothing`);
    await page.getByRole('heading', { name: 'There is no such table' }).waitFor();
    await page.goto(`${demo.site.url}#/customers/0123`);
    await page.getByRole('heading', { name: 'There is no such customer' }).waitFor();
  });

  it('goes on without a network, and says when it needs one', async () => {
    const { context, page, goTo, seeTimeline, readTable } = one;
    await context.setOffline(true);
    await goTo('Data');
    assert.equal((await readTable(/\d+ tables/)).length, 10);
    await goTo('Unify');
    await goTo('Activities');
    await page.getByRole('button', { name: 'Run', exact: true }).click();
    await page
      .getByRole('status')
      .getByText(/Run finished/)
      .waitFor();
    await goTo('Customers');
    await seeTimeline();
    await goTo('Data');
    await page.getByRole('button', { name: 'Reset demo data' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Reset', exact: true }).click();
    await page.getByText('The sample data could not be fetched.').waitFor();
    assert.equal((await readTable(/\d+ tables/)).length, 10);
    await context.setOffline(false);
    one.faults.length = 0; // The browser itself reports the fetches that the network refused.
  });

  it('goes back to the sample data', async () => {
    const { page, readTable } = one;
    await page.getByRole('button', { name: 'Reset demo data' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Reset', exact: true }).click();
    await page.getByRole('status').getByText('The sample data is back').waitFor({ timeout: 60_000 });
    assert.equal((await readTable('9 tables')).length, 9);
  });
});
