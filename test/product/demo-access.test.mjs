// The demo for everybody: without a mouse, in the dark, on a small screen, read out.
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { accessibilityFaults } from './support/axe.mjs';
import { launchBrowser, openDemoSite } from './support/demo-site.mjs';
import { visitor } from './support/visitor.mjs';

const addresses = [
  '',
  '#/customers',
  '#/data',
  '#/data/Shop_Orders',
  '#/unify',
  '#/activities',
  '#/coffee/customers',
  '#/coffee/data/CRM_Contacts',
  '#/coffee/unify',
  '#/coffee/activities',
  '#/own/data',
  'demo/crm-form.html',
];

let site;
let browser;
let context;
let page;

before(async () => {
  [site, browser] = await Promise.all([openDemoSite(), launchBrowser()]);
  context = await browser.newContext({ locale: 'en-GB', timezoneId: 'Europe/London' });
  context.setDefaultTimeout(20_000);
  page = await context.newPage();
  for (const world of ['', '#/coffee']) {
    await page.goto(site.url + world);
    await visitor(page).seeTimeline();
  }
});

after(async () => {
  await browser?.close();
  await site?.close();
});

/** Opens an address and waits for what loads after it. */
async function open(address) {
  await page.goto('about:blank');
  await page.goto(site.url + address);
  await page.locator('.placeholder, [part~="skeleton"]').first().waitFor({ state: 'detached' });
  await page
    .locator(':is(table, activity-timeline, .customer-link, .match-rule, .empty):visible')
    .first()
    .waitFor();
}

describe('every page of the demo', () => {
  for (const colorScheme of ['light', 'dark']) {
    for (const width of [1200, 320]) {
      it(`has no fault that axe finds, ${colorScheme}, ${width} px wide`, async () => {
        await page.emulateMedia({ colorScheme });
        await page.setViewportSize({ width, height: 800 });
        for (const address of addresses) {
          await open(address);
          assert.deepEqual(await accessibilityFaults(page), [], address);
        }
      });
    }
  }

  for (const width of [320, 1200]) {
    it(`fits a screen of ${width} px without scrolling sideways`, async () => {
      await page.setViewportSize({ width, height: 640 });
      for (const address of addresses) {
        await open(address);
        const needed = await page.evaluate(() => document.documentElement.scrollWidth);
        assert.ok(needed <= width, `${address}: ${needed} px`);
      }
    });
  }

  it('has no style of its own in the markup, so that a strict content policy can hold', async () => {
    await page.setViewportSize({ width: 1280, height: 800 });
    for (const address of addresses) {
      await open(address);
      const styled = await page.evaluate(() => {
        // The list sets the height of its two ends by script, which every policy allows, and nothing else.
        const isHeight = (style) => /^block-size: [\d.]+px;$/.test(style);
        const inside = (root) =>
          [...root.querySelectorAll('*')].flatMap((element) => [
            ...(element.hasAttribute('style') && !isHeight(element.getAttribute('style'))
              ? [element.localName]
              : []),
            ...(element.shadowRoot ? inside(element.shadowRoot) : []),
          ]);
        return inside(document);
      });
      assert.deepEqual(styled, [], address);
    }
  });
});

describe('dialogs of the demo', () => {
  before(() => page.setViewportSize({ width: 1280, height: 800 }));

  const dialogs = [
    ['#/data', 'Reset demo data'],
    ['#/data/Shop_Orders', 'Remove table'],
    ['#/activities', /rows of WebOrders rejected/],
    ['#/coffee/activities', /rows of Shipments orphaned/],
    ['#/coffee/activities', 'Rename Shipments'],
    ['#/coffee/activities', 'Delete Shipments'],
  ];
  for (const [address, button] of dialogs) {
    it(`have no fault that axe finds and give the focus back: ${button}`, async () => {
      await open(address);
      const opener = page.getByRole('button', { name: button });
      await opener.click();
      await page.getByRole('dialog').waitFor();
      await page.locator('.placeholder').waitFor({ state: 'detached' });
      assert.deepEqual(await accessibilityFaults(page), []);
      await page.keyboard.press('Escape');
      await page.getByRole('dialog').waitFor({ state: 'detached' });
      assert.ok(await opener.evaluate((element) => element === element.getRootNode().activeElement));
    });
  }
});

describe('without a mouse', () => {
  /** Presses Tab until the focus is on a control of this name. */
  async function tabTo(name, key = 'Tab') {
    for (let presses = 0; presses < 80; presses++) {
      await page.keyboard.press(key);
      const focused = await page.evaluate(() => {
        let element = document.activeElement;
        while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
        return `${element?.getAttribute('aria-label') ?? ''} ${element?.textContent ?? ''}`
          .replace(/\s+/g, ' ')
          .trim();
      });
      if (name.test(focused)) return;
    }
    assert.fail(`Tab does not reach ${name}.`);
  }

  it('a person gets from the address to a filtered timeline of another customer, and to the data', async () => {
    await page.setViewportSize({ width: 1280, height: 800 });
    await open('');
    await tabTo(/^Skip to content$/);
    await page.keyboard.press('Enter');
    assert.equal(await page.evaluate(() => document.activeElement?.id), 'main');
    await tabTo(/^Search customers/);
    await page.keyboard.press('Tab');
    const customer = () => page.evaluate(() => document.activeElement?.textContent);
    const first = await customer();
    await page.keyboard.press('ArrowDown');
    assert.notEqual(await customer(), first);
    await page.keyboard.press('Shift+Tab');
    await page.keyboard.type('abbey howell');
    await page.getByText('1 customer', { exact: true }).waitFor();
    await tabTo(/Abbey Howell/);
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Abbey Howell' }).waitFor();
    await tabTo(/Orders/);
    await page.keyboard.press('Space');
    await page
      .locator('activity-timeline')
      .getByRole('button', { name: /Orders/, pressed: true })
      .waitFor();

    await page.keyboard.press('Control+Home');
    await tabTo(/^Data$/, 'Shift+Tab');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 1, name: 'Data' }).waitFor();
    assert.equal(await page.evaluate(() => document.activeElement?.textContent), 'Data');
  });
});
