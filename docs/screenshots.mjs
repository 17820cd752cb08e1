// node docs/screenshots.mjs
//
// Builds the demo, walks through it, and writes docs/screenshots/*.png, so that the pictures stay true.
import { mkdir } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { launchBrowser, openDemoSite } from '../test/product/support/demo-site.mjs';
import { visitor } from '../test/product/support/visitor.mjs';

const folder = fileURLToPath(new URL('./screenshots/', import.meta.url));
const desktop = { width: 1440, height: 900 };
const phone = { width: 390, height: 844 };

await mkdir(folder, { recursive: true });
const [site, browser] = await Promise.all([openDemoSite(), launchBrowser()]);
try {
  const context = await browser.newContext({
    viewport: desktop,
    colorScheme: 'light',
    reducedMotion: 'reduce',
    locale: 'en-GB',
    timezoneId: 'Europe/London',
  });
  const page = await context.newPage();
  const { goTo, seeTimeline } = visitor(page);

  /** Writes a picture once nothing loads any more and the pointer is out of the way. */
  const takePicture = async (name) => {
    await page.locator('.placeholder').waitFor({ state: 'detached' });
    await page.mouse.move(0, 0);
    await page.screenshot({ path: `${folder}${name}.png`, animations: 'disabled', caret: 'hide' });
    console.log(`docs/screenshots/${name}.png`);
  };

  await page.goto(site.url);
  await seeTimeline();
  await takePicture('customers');
  await page.emulateMedia({ colorScheme: 'dark' });
  await takePicture('customers-dark');
  await page.emulateMedia({ colorScheme: 'light' });

  for (const title of ['Data', 'Unify', 'Activities']) {
    await goTo(title);
    await takePicture(title.toLowerCase());
  }

  await page.goto(`${site.url}#/coffee`);
  await page.getByRole('heading', { name: 'Copper Swan Hotel' }).waitFor({ timeout: 60_000 });
  await seeTimeline();
  await takePicture('accounts');
  await goTo('Activities');
  await page.getByRole('button', { name: /rows of Shipments orphaned/ }).click();
  await page.getByRole('dialog').getByRole('row').nth(1).waitFor();
  await takePicture('set-aside');

  await page.goto(`${site.url}demo/crm-form.html`);
  await seeTimeline();
  await takePicture('crm-form');

  await page.setViewportSize(phone);
  await page.goto(site.url);
  await seeTimeline();
  await takePicture('customers-phone');
} finally {
  await browser.close();
  await site.close();
}
