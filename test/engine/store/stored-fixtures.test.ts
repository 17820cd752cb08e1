import { expect } from 'chai';
import { STORAGE_VERSION } from '../../../src/engine/store/idb-storage.js';
import { restoreDatabase } from '../support/database-dump.js';
import { fillFixture, readFixture } from '../support/fixture-workspace.js';
import { uniqueName, withEngine } from '../support/workspace.js';

const FOLDER = `/test/fixtures/storage-v${STORAGE_VERSION}`;

describe('a workspace that was stored in the present format', () => {
  for (const kind of ['individuals', 'accounts'] as const) {
    it(`shows what it held, and can be built on (${kind})`, async () => {
      const [dump, expected] = await Promise.all([
        fetch(`${FOLDER}/${kind}.bin`).then((answer) => answer.blob()),
        fetch(`${FOLDER}/${kind}.json`).then((answer) => answer.json() as Promise<unknown>),
      ]);
      const name = uniqueName();
      await restoreDatabase(name, dump);
      await withEngine({ name }, async (engine) => {
        expect(await readFixture(engine)).to.deep.equal(expected);
        await engine.run();
        expect(await readFixture(engine)).to.deep.equal(expected);
        await fillFixture(engine, kind);
        expect(await readFixture(engine)).to.deep.equal(expected);
      });
    });
  }
});
