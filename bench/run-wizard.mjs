// Measures the wizard and prints the tables of README.md, which names the options.
import { fileURLToPath } from 'node:url';
import { runnerImport } from 'vite';
import { chromiumFlags, ensureChromium } from '../scripts/browser.mjs';

const path = fileURLToPath(new URL('./wizard/harness.ts', import.meta.url));
const { module } = await runnerImport(path, { configFile: false, logLevel: 'error' });
await module.main(process.argv.slice(2), { executablePath: await ensureChromium(), args: chromiumFlags });
