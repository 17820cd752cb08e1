// Finds a Chromium for tests, benchmarks and screenshots, and gets one where there is none.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';
import { findProgram, installDebianPackages, isExecutable, isRoot, runInstaller } from './system.mjs';

/** Flags for every Chromium that this project starts. */
export const chromiumFlags = [
  ...(isRoot ? ['--no-sandbox'] : []),
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

const programNames = [
  'google-chrome-stable',
  'google-chrome',
  'chromium',
  'chromium-browser',
  'chrome',
  'microsoft-edge-stable',
  'microsoft-edge',
];

/** Where macOS and Windows keep them, off PATH. */
const usualPlaces = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  ...[process.env.PROGRAMFILES, process.env['PROGRAMFILES(X86)'], process.env.LOCALAPPDATA]
    .filter(Boolean)
    .flatMap((folder) => [
      join(folder, 'Google/Chrome/Application/chrome.exe'),
      join(folder, 'Microsoft/Edge/Application/msedge.exe'),
    ]),
];

/** The path of a Chromium or of a browser made from it, or undefined. CHROME_PATH goes first. */
export function findChromium() {
  if (process.env.CHROME_PATH) return process.env.CHROME_PATH;
  // Playwright names a path even where nothing lies there.
  const own = [chromium.executablePath()].find((path) => path && existsSync(path));
  return findProgram(...programNames) ?? usualPlaces.find(isExecutable) ?? own;
}

function downloadChromium() {
  console.log("Downloading Playwright's Chromium …");
  const cli = fileURLToPath(new URL('../node_modules/playwright-core/cli.js', import.meta.url));
  return runInstaller(process.execPath, [cli, 'install', 'chromium']);
}

/** The path of a Chromium, installed now where there is none. */
export async function ensureChromium() {
  const found = findChromium();
  if (found) return found;
  const installed = (installDebianPackages('chromium') || downloadChromium()) && findChromium();
  if (installed) return installed;
  throw new Error(
    'There is no Chromium here, and none could be installed. Install Chrome or Chromium, or name its program in CHROME_PATH.',
  );
}
