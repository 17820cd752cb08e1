// node docs/wizard.mjs
//
// Builds the demo, walks through both flows of the wizard and through the manager, and writes pictures of each step
// and pane to docs/screenshots/wizard-*.png.
import { mkdir } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { launchBrowser, openDemoSite } from '../test/product/support/demo-site.mjs';
import { fileOf, visit } from '../test/product/support/visitor.mjs';

const folder = process.env.OUT ?? fileURLToPath(new URL('./screenshots/', import.meta.url));
await mkdir(folder, { recursive: true });
const [site, browser] = await Promise.all([openDemoSite(), launchBrowser()]);

const rows = [
  'CallId,ContactId,CalledAt,Topic,Summary',
  ...Array.from({ length: 40 }, (_, row) => {
    const day = String((row % 28) + 1).padStart(2, '0');
    const at = row === 7 ? 'soon' : `2026-01-${day}T10:${String(row).padStart(2, '0')}:00Z`;
    return `T${row},C-${10001 + row},${at},${row === 27 ? '' : ['Delivery', 'Sizes', 'Return'][row % 3]},Line ${row}`;
  }),
].join('\n');

try {
  const { page, goTo, seeTimeline, chooseFiles } = await visit(browser, {
    colorScheme: 'light',
    reducedMotion: 'reduce',
  });
  page.setDefaultTimeout(20_000);
  const press = (name) => page.getByRole('button', { name, exact: true }).click();
  const step = (name) => page.getByRole('heading', { level: 2, name }).waitFor();
  const shoot = async (name, fullPage) => {
    await page.screenshot({
      path: `${folder}/wizard-${name}.png`,
      fullPage,
      animations: 'disabled',
      caret: 'hide',
    });
    console.log(`wizard-${name}.png`);
  };
  /** The whole page, or what of it is on the screen beside a pane: in light, in dark, and on a phone. */
  const takePicture = async (name, fullPage = true) => {
    await page.locator('[part~="skeleton"]').first().waitFor({ state: 'detached' });
    await page.mouse.move(0, 0);
    await shoot(name, fullPage);
    await page.emulateMedia({ colorScheme: 'dark' });
    await shoot(`${name}-dark`, fullPage);
    await page.emulateMedia({ colorScheme: 'light' });
    const size = page.viewportSize();
    await page.setViewportSize({ width: 390, height: 844 });
    await shoot(`${name}-phone`, fullPage);
    await page.setViewportSize(size);
  };

  await page.goto(site.url);
  await seeTimeline();
  await press('Got it');
  await goTo('Data');
  await chooseFiles('Import files', fileOf('Phone_Calls.csv', rows));
  const dialog = page.getByRole('dialog', { name: 'Import files' });
  await dialog.getByRole('button', { name: 'Import 1 file' }).click();
  await dialog.getByText('40 rows').waitFor();
  await dialog.getByRole('button', { name: 'Done' }).click();
  await goTo('Activities');

  await press('Add activity');
  await step('Set up your activity data');
  await press('Next');
  await page.getByRole('group', { name: /To be mended/ }).waitFor();
  await takePicture('single-data-errors');
  await page.getByLabel('Activity table').selectOption('Calls');
  await page.getByText(/Proposed: unique/).waitFor();
  await takePicture('single-data');
  await press('Next');
  await step('Set up your relationship(s)');
  await takePicture('single-relationship');
  await press('Next');
  await step('Unify your customer activity data');
  await page.getByRole('radio', { name: 'Phone' }).check();
  await takePicture('single-unification');
  await page
    .getByRole('button', { name: /^Show rows/ })
    .first()
    .click();
  await page.getByText(/ of \d+ rows/).waitFor();
  await takePicture('single-rows', false);
  await page.keyboard.press('Escape');
  await page.getByRole('switch', { name: 'Use my data' }).check();
  await page.getByText(/is no date/).waitFor();
  await takePicture('single-own-data');
  await press('Next');
  await step('Set activity type');
  await page.getByLabel('Activity type').selectOption('Feedback');
  await page.getByRole('radio', { name: 'Yes' }).check();
  await takePicture('single-type');
  await page.getByLabel('Activity type').selectOption('Other');
  await press('Next');
  await step('Review');
  await takePicture('single-review');
  await press('Save activity');
  await step('Activity saved');
  await takePicture('single-saved');
  await press('Done');

  await press('Configure activities');
  await step('Select the type and primary key of your activity tables');
  await takePicture('all-tables');
  await press('Select tables');
  await takePicture('all-select-tables', false);
  await page.keyboard.press('Escape');
  await press('Next');
  await step(/Define activities/);
  await takePicture('all-fields');
  await press('Next');
  await step('Configure activity relationships');
  await takePicture('all-relationships');
  await press('Edit relationship path 1 of Orders');
  await takePicture('all-path', false);
  await page.keyboard.press('Escape');
  await press('Next');
  await step('Review');
  await takePicture('all-review');

  await page.goto(`${site.url}#/coffee/activities`);
  await page.getByRole('heading', { level: 1, name: 'Activities' }).waitFor({ timeout: 60_000 });
  await page.getByRole('button', { name: 'Rename SupportCases' }).waitFor();
  await takePicture('manager');
  await page.getByRole('checkbox', { name: 'Select SupportCases' }).check();
  await takePicture('manager-selected');
  await press('Rename');
  await takePicture('manager-rename', false);
  await page.keyboard.press('Escape');
  await press('Delete');
  await takePicture('manager-delete', false);
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: /^Completed|^Successful/ }).click();
  await takePicture('manager-progress', false);
  await page.getByText('See details').nth(2).click();
  // What is folded has no role yet.
  const definition = page.locator('details.definition', { has: page.locator('.link') });
  await definition.first().locator('summary').click();
  await takePicture('manager-figures', false);
  await definition
    .first()
    .getByRole('button', { name: /^Show rows/ })
    .first()
    .click();
  await page.getByText(/ of \d+ rows/).waitFor();
  await takePicture('manager-rows', false);
  await page.keyboard.press('Escape');
  await page.getByRole('heading', { name: 'Progress details' }).waitFor();
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: /Clear selection/ }).click();
  await press('Configure activities');
  await step('Select the type and primary key of your activity tables');
  await press('Review done');
  await step('Review');
  await takePicture('accounts-review');
} finally {
  await browser.close();
  await site.close();
}
