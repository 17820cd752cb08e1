import { readdirSync } from 'node:fs';
import { join } from 'node:path';

/** The files of unit tests in a folder and in those inside it, in one order on every machine. */
export const unitTestFiles = (folder = 'test') =>
  readdirSync(folder, { recursive: true })
    .filter((name) => name.endsWith('.test.ts'))
    .map((name) => join(folder, name).replaceAll('\\', '/'))
    .sort();
