// node docs/states.mjs
//
// Writes docs/screenshots/states-*.png: every state of the elements on one sheet for each kind of page.
import { fileURLToPath } from 'node:url';
import { createServer } from 'vite';
import { launchBrowser } from '../test/product/support/demo-site.mjs';

const folder = fileURLToPath(new URL('./screenshots/', import.meta.url));
const sheets = {
  light: { query: 'columns=4' },
  dark: { query: 'columns=4', media: { colorScheme: 'dark' } },
  'right-to-left': { query: 'columns=4&dir=rtl' },
  narrow: { query: 'columns=6&width=320' },
  'forced-colors': { query: 'columns=4', media: { forcedColors: 'active' } },
};

const server = await createServer({ logLevel: 'error', server: { port: 0, host: '127.0.0.1' } });
await server.listen();
const browser = await launchBrowser();
try {
  const address = `http://127.0.0.1:${server.httpServer.address().port}/docs/states/index.html`;
  for (const [name, { query, media = {} }] of Object.entries(sheets)) {
    const page = await browser.newPage({
      // All of it in view: a browser leaves out what is not.
      viewport: name === 'narrow' ? { width: 2048, height: 1810 } : { width: 1696, height: 2410 },
      timezoneId: 'UTC',
      reducedMotion: 'reduce',
    });
    await page.emulateMedia(media);
    await page.goto(`${address}?${query}`);
    for (const frame of await page.locator('iframe').all()) {
      await frame.contentFrame().locator('body[data-ready]').waitFor();
    }
    // Last of all: a menu closes when the focus goes to another frame.
    await page.frameLocator('iframe[title="menu open"]').locator('[part~="menu-button"]').click();
    await page.screenshot({
      path: `${folder}states-${name}.png`,
      fullPage: true,
      animations: 'disabled',
      caret: 'hide',
    });
    console.log(`docs/screenshots/states-${name}.png`);
    await page.close();
  }
} finally {
  await browser.close();
  await server.close();
}
