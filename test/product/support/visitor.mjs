/**
 * What a person does in the workbench, by roles and labels only.
 * @param {import('playwright-core').Page} page
 */
export function visitor(page) {
  const navigation = page.getByRole('navigation', { name: 'Workbench' });
  return {
    /** Opens a page of the workbench by its link. */
    async goTo(title) {
      await navigation.getByRole('link', { name: title }).click();
      await page
        .getByRole('main')
        .getByRole('heading', { level: 1, name: title })
        .waitFor({ state: 'attached' });
    },
    /** Waits until the timeline of a customer shows rows. */
    async seeTimeline() {
      await page.getByRole('heading', { name: 'Activity timeline' }).waitFor({ timeout: 60_000 });
      await page.locator('activity-timeline').getByRole('listitem').first().waitFor();
    },
    /** Chooses files in the file chooser that a button opens. */
    async chooseFiles(button, files) {
      const chooser = page.waitForEvent('filechooser');
      await page.getByRole('button', { name: button, exact: true }).click();
      await (await chooser).setFiles(files);
    },
    /** The cells of the table's rows, by the heading of their column. */
    async readTable(name) {
      return page.getByRole('region', { name }).evaluate((region) => {
        const text = (cell) => cell.innerText.trim();
        const heads = [...region.querySelectorAll('thead th')].map(text);
        return [...region.querySelectorAll('tbody tr, tfoot tr')].map((row) =>
          Object.fromEntries([...row.children].map((cell, index) => [heads[index], text(cell)])),
        );
      });
    },
  };
}

/** A text as a file to choose. */
export const fileOf = (name, text) => ({ name, mimeType: 'text/plain', buffer: Buffer.from(text) });

/**
 * A visitor with a storage of their own, who complains about every error on the page.
 * @param {import('playwright-core').Browser} browser
 */
export async function visit(browser, options = {}) {
  const context = await browser.newContext({
    locale: 'en-GB',
    timezoneId: 'Europe/London',
    viewport: { width: 1440, height: 900 },
    ...options,
  });
  context.setDefaultTimeout(20_000);
  const page = await context.newPage();
  const faults = [];
  page.on('pageerror', (error) => faults.push(String(error)));
  page.on('console', (message) => message.type() === 'error' && faults.push(message.text()));
  return { context, page, faults, ...visitor(page) };
}
