import { after, before } from 'node:test';
import { launchBrowser, openDemoSite } from './demo-site.mjs';

/** The demo and a browser for the tests of a file, from before the first until after the last. */
export function useDemo() {
  const demo = {};
  before(async () => {
    [demo.site, demo.browser] = await Promise.all([openDemoSite(), launchBrowser()]);
  });
  after(async () => {
    await demo.browser?.close();
    await demo.site?.close();
  });
  return demo;
}
