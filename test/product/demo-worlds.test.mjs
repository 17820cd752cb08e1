// The demo's two companies: people and business accounts, each with a workspace of its own.
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { accessibilityFaults } from './support/axe.mjs';
import { launchBrowser, openDemoSite } from './support/demo-site.mjs';
import { visit } from './support/visitor.mjs';

let site;
let browser;
let one;

before(async () => {
  [site, browser] = await Promise.all([openDemoSite(), launchBrowser()]);
  one = await visit(browser);
  await one.page.goto(site.url);
  await one.seeTimeline();
});

after(async () => {
  const faults = one?.faults ?? [];
  await browser?.close();
  await site?.close();
  assert.deepEqual(faults, []);
});

const worldLink = (name) =>
  one.page.getByRole('navigation', { name: 'Workspace' }).getByRole('link', { name });

describe('the two worlds', () => {
  it('are one click apart, and the second one opens on an account with its timeline', async () => {
    const { page, seeTimeline } = one;
    assert.equal(await worldLink('People').getAttribute('aria-current'), 'true');
    await worldLink('Business accounts').click();
    await page.getByRole('heading', { name: 'Copper Swan Hotel' }).waitFor({ timeout: 60_000 });
    await seeTimeline();
    assert.equal(await worldLink('Business accounts').getAttribute('aria-current'), 'true');
    assert.match(await page.title(), /Tidewell Coffee Supply/);
    await page
      .locator('activity-timeline')
      .getByRole('button', { name: /Shipments/ })
      .waitFor();
  });

  it('keep where the person was in each of them', async () => {
    const { page, goTo } = one;
    await goTo('Data');
    await page.getByRole('link', { name: 'Shipments' }).click();
    await page.getByRole('heading', { level: 1, name: 'Depot_Shipments' }).waitFor();
    await worldLink('People').click();
    await page.getByRole('heading', { name: 'Nora Whitcombe' }).waitFor();
    await goTo('Unify');
    await worldLink('Business accounts').click();
    await page.getByRole('heading', { level: 1, name: 'Depot_Shipments' }).waitFor();
    await worldLink('People').click();
    await page.getByRole('heading', { level: 1, name: 'Unify' }).waitFor();
  });

  it('can be reached by their address, and by the back button', async () => {
    const { page } = one;
    await page.goto(`${site.url}#/coffee/data`);
    await page.getByRole('link', { name: 'Debtors' }).waitFor();
    await page.goBack();
    await page.getByRole('heading', { level: 1, name: 'Unify' }).waitFor();
    assert.equal(await worldLink('People').getAttribute('aria-current'), 'true');
  });

  it('do not touch each other: what is removed from one stays in the other', async () => {
    const { page, goTo, readTable } = one;
    await goTo('Data');
    const people = await readTable(/\d+ tables/);
    await page.goto(`${site.url}#/coffee/data/Web_Enquiries`);
    await page.getByRole('button', { name: 'Remove table' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Remove', exact: true }).click();
    await page.getByRole('heading', { level: 1, name: 'Data' }).waitFor();
    await page.getByRole('region', { name: '10 tables' }).waitFor();
    await page.getByRole('button', { name: 'Reset demo data' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Reset', exact: true }).click();
    await page.getByRole('region', { name: '11 tables' }).waitFor({ timeout: 60_000 });
    await worldLink('People').click();
    await page.getByRole('link', { name: 'Subscriptions' }).waitFor();
    assert.deepEqual(
      (await readTable(/\d+ tables/)).map(({ Table, Rows }) => [Table, Rows]),
      people.map(({ Table, Rows }) => [Table, Rows]),
    );
  });

  it('show the contacts of an account, each with the fields that have a value', async () => {
    const { page, seeTimeline } = one;
    await page.goto(`${site.url}#/coffee`);
    await page.getByRole('heading', { name: 'Copper Swan Hotel' }).waitFor();
    await seeTimeline();
    const profile = page.getByRole('region', { name: 'Profile' });
    const contact = profile.getByRole('group').filter({ hasText: 'Imogen Vale' }).last();
    await contact.getByText('Imogen Vale').click();
    await contact.getByText('imogen.vale@copper-swan-hotel.example').waitFor();
    await contact.getByText('Contact ID').waitFor();
    const terms = await contact.locator('dt').allInnerTexts();
    const values = await contact.locator('dd').allInnerTexts();
    assert.equal(terms.length, values.length);
    assert.ok(values.every((value) => value.trim() !== ''));
  });

  it('say by whom an activity was, where a contact was part of it', async () => {
    const { page } = one;
    await page.locator('activity-timeline').getByRole('button', { name: /Cases/ }).click();
    await page
      .locator('activity-timeline')
      .getByText(/by [A-Z]/)
      .first()
      .waitFor();
  });

  it('can be told apart without a mouse', async () => {
    const { page } = one;
    await page.goto(`${site.url}#/coffee/unify`);
    await page.getByRole('heading', { level: 1, name: 'Unify' }).waitFor();
    await worldLink('Business accounts').focus();
    await page.keyboard.press('Shift+Tab');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 1, name: 'Data' }).waitFor();
    assert.equal(await page.evaluate(() => document.activeElement?.textContent.trim()), 'People');
  });
});

describe('the remote world', () => {
  it('shows the same over HTTP, says what goes wrong, and waits where it is asked too much', async () => {
    const { page, context } = await visit(browser);
    const crashes = [];
    page.on('pageerror', (error) => crashes.push(String(error)));
    await page.goto(site.url);
    await page.getByRole('link', { name: 'Remote' }).click();
    const timeline = page.locator('activity-timeline');
    const rows = timeline.getByRole('listitem');
    const choose = (name, value) => page.getByRole('combobox', { name }).selectOption(value);
    const readAgain = () => page.getByRole('button', { name: 'Read again' }).click();
    await rows.first().waitFor({ timeout: 60_000 });
    await timeline.getByRole('button', { name: '67 Orders' }).waitFor();
    assert.deepEqual(await accessibilityFaults(page), []);

    await choose('Answers take', '0');
    await choose('Fault', 'signed-out');
    await readAgain();
    await timeline.getByText('You are not signed in to the service any more.').waitFor();
    await choose('Fault', 'none');
    await timeline.getByRole('button', { name: 'Try again' }).click();
    await rows.first().waitFor();

    await page.getByRole('checkbox', { name: /429/ }).check();
    for (let i = 0; i < 2; i++) await readAgain();
    await page.getByRole('listitem').filter({ hasText: '429' }).first().waitFor();
    await timeline.getByRole('button', { name: '67 Orders' }).waitFor();
    await page.getByRole('checkbox', { name: /429/ }).uncheck();

    await choose('Service', { label: 'REST, with an own adapter' });
    await timeline.getByRole('button', { name: /\d\+ Orders/ }).waitFor();
    assert.deepEqual(crashes, []);
    await context.close();
  });
});
