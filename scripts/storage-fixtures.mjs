// node scripts/storage-fixtures.mjs VERSION
//
// Writes test/fixtures/storage-vVERSION: small workspaces as the present sources store them. Once a version is
// released its fixtures stay as they are: the test reads them with every later release.
import { mkdir, writeFile } from 'node:fs/promises';
import { openPages } from '../test/product/support/pages.mjs';

const folder = `test/fixtures/storage-v${process.argv[2]}`;
const pages = await openPages();
try {
  await mkdir(folder, { recursive: true });
  const page = await pages.openPage();
  for (const kind of ['individuals', 'accounts']) {
    const { bytes, expected } = await page.evaluate((of) => globalThis.support.makeFixture(of), kind);
    await writeFile(`${folder}/${kind}.bin`, Buffer.from(bytes));
    await writeFile(`${folder}/${kind}.json`, `${JSON.stringify(expected, null, 2)}\n`);
    console.log(`${folder}/${kind}.bin: ${bytes.length} bytes`);
  }
} finally {
  await pages.close();
}
