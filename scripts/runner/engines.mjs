import { existsSync, readdirSync } from 'node:fs';
import { chromiumFlags, ensureChromium } from '../browser.mjs';
import { findProgram, installDebianPackages, isExecutable } from '../system.mjs';

const findFirefox = () => process.env.FIREFOX_PATH ?? findProgram('firefox-esr', 'firefox');

/** WebKitGTK's plain browser; its packages keep it off PATH. */
export function findMiniBrowser() {
  const folders = existsSync('/usr/lib') ? readdirSync('/usr/lib') : [];
  return folders
    .flatMap((folder) =>
      ['4.1', '6.0', '4.0'].map((api) => `/usr/lib/${folder}/webkit2gtk-${api}/MiniBrowser`),
    )
    .find(isExecutable);
}

function findWebKit() {
  const hasScreen = process.env.DISPLAY ?? findProgram('Xvfb');
  return hasScreen && findProgram('WebKitWebDriver') ? findMiniBrowser() : undefined;
}

const engines = {
  chromium: {
    ensure: ensureChromium,
    async launcher() {
      const { playwrightLauncher } = await import('@web/test-runner-playwright');
      const launchOptions = { executablePath: await ensureChromium(), args: chromiumFlags };
      return playwrightLauncher({ product: 'chromium', launchOptions });
    },
  },
  firefox: {
    ensure: () => findFirefox() ?? (installDebianPackages('firefox-esr') ? findFirefox() : undefined),
    async launcher() {
      const { chromeLauncher } = await import('@web/test-runner-chrome');
      const { default: puppeteer } = await import('puppeteer-core');
      const launchOptions = { browser: 'firefox', executablePath: findFirefox() };
      return chromeLauncher({ concurrency: 1, puppeteer, launchOptions });
    },
  },
  webkit: {
    ensure: () =>
      findWebKit() ?? (installDebianPackages('webkit2gtk-driver', 'xvfb') ? findWebKit() : undefined),
    async launcher() {
      const { webkitLauncher } = await import('./webkit-launcher.mjs');
      return webkitLauncher(findMiniBrowser());
    },
  },
};

function engineNamed(name) {
  const engine = engines[name];
  if (!engine) throw new Error(`There is no engine "${name}". Choose of ${Object.keys(engines).join(', ')}.`);
  return engine;
}

/**
 * The path of an engine's browser, installed now where it is missing and can be; undefined where it cannot.
 * For Chromium, which every test run needs, that is an error instead.
 */
export const ensureEngine = async (name) => engineNamed(name).ensure();

/** The launcher of an installed engine, for @web/test-runner. */
export const launchEngine = async (name) => engineNamed(name).launcher();
