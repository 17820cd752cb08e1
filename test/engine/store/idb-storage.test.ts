import { expect } from 'chai';
import { databaseName, IdbStorage } from '../../../src/engine/store/idb-storage.js';
import { openStorage } from '../../../src/engine/store/open-storage.js';
import { codeOf } from '../support/outcome.js';
import { patch } from '../support/patch.js';
import { uniqueName } from '../support/workspace.js';

/** A factory whose requests to open do what the test says. */
function factoryThat(answer: (request: Record<string, unknown>, call: number) => void): IDBFactory {
  let calls = 0;
  const open = (): unknown => {
    const request: Record<string, unknown> = {};
    const call = ++calls;
    queueMicrotask(() => answer(request, call));
    return request;
  };
  return { open } as unknown as IDBFactory;
}

const fails = (name: string): IDBFactory =>
  factoryThat((request) => {
    request.error = new DOMException('made to fail', name);
    (request.onerror as () => void)();
  });

async function withStorage(work: (storage: IdbStorage, name: string) => Promise<void>): Promise<void> {
  const name = uniqueName();
  const storage = new IdbStorage(indexedDB, name);
  try {
    await work(storage, name);
  } finally {
    await storage.destroy();
  }
}

const put = (storage: IdbStorage, value: number, generation = value): Promise<void> =>
  storage.commit(
    () => Promise.resolve({ changes: [['a', value]], result: undefined }),
    [[[generation, 0, 0], new ArrayBuffer(8)]],
  );

const get = (storage: IdbStorage): Promise<unknown> => storage.read((view) => view.meta('a'));

describe('opening a storage', () => {
  it('settles whatever the browser does', async () => {
    const silent = factoryThat(() => undefined);
    const blocked = factoryThat((request) => (request.onblocked as (() => void) | undefined)?.());
    for (const [factory, outcome] of [
      [silent, 'storage-blocked'],
      [blocked, 'storage-blocked'],
      [fails('VersionError'), 'storage-outdated'],
      [fails('SecurityError'), 'memory'],
      [fails('UnknownError'), 'memory'],
      [null, 'memory'],
    ] as const) {
      const opened = openStorage('any', factory, 20).then(({ persistence }) => persistence);
      expect(await opened.catch((cause: { code: string }) => cause.code)).to.equal(outcome);
    }
  });

  it('closes a connection that comes too late', async () => {
    let late: () => void = () => undefined;
    let isClosed = false;
    const factory = factoryThat((request) => {
      request.result = { close: () => (isClosed = true) };
      late = () => (request.onsuccess as () => void)();
    });
    expect(await codeOf(openStorage('any', factory, 20))).to.equal('storage-blocked');
    late();
    expect(isClosed).to.equal(true);
  });

  it('asks a second time when the storage process was lost', async () => {
    const name = uniqueName();
    let calls = 0;
    const factory = {
      open: (database: string, version: number) => {
        if (++calls === 1) throw new DOMException('gone', 'UnknownError');
        return indexedDB.open(database, version);
      },
      deleteDatabase: (database: string) => indexedDB.deleteDatabase(database),
    } as unknown as IDBFactory;
    const storage = await openStorage(name, factory);
    expect(storage.persistence).to.equal('indexeddb');
    await storage.destroy();
  });
});

describe('a connection that is lost', () => {
  for (const name of ['InvalidStateError', 'UnknownError']) {
    it(`is made again once, inside the call (${name})`, async () => {
      await withStorage(async (storage) => {
        await put(storage, 1);
        for (const [times, outcome] of [
          [1, 'done'],
          [2, 'storage-lost'],
        ] as const) {
          for (const call of [
            () => get(storage),
            () => storage.segments(),
            () => storage.write([[[2, 0, 0], new ArrayBuffer(8)]]),
            () => storage.removeSegment(2),
            () => put(storage, 1),
          ]) {
            let failures = 0;
            const restore = patch(IDBDatabase.prototype, 'transaction', (original) =>
              failures++ < times ? fail(name) : original(),
            );
            try {
              expect(await codeOf(call())).to.equal(outcome);
            } finally {
              restore();
            }
            expect(await get(storage)).to.equal(1);
          }
        }
      });
    });
  }

  it('is made again for a read that had begun, and not for a commit that had', async () => {
    await withStorage(async (storage) => {
      await put(storage, 1);
      let failures = 0;
      const restore = patch(IDBObjectStore.prototype, 'get', (original) =>
        failures++ === 0 ? fail('UnknownError') : original(),
      );
      try {
        expect(await get(storage)).to.equal(1);
        failures = 0;
        const commit = storage.commit(async (view) => ({
          changes: [['a', 2]],
          result: await view.meta('a'),
        }));
        expect(await codeOf(commit)).to.equal('storage-lost');
        expect(await get(storage)).to.equal(1);
      } finally {
        restore();
      }
    });
  });

  it('stays closed once the storage is closed', async () => {
    await withStorage(async (storage) => {
      await put(storage, 1);
      await storage.close();
      expect(await codeOf(get(storage))).to.equal('closed');
      expect(await codeOf(put(storage, 2))).to.equal('closed');
    });
  });
});

describe('a transaction that is aborted', () => {
  it('changes nothing and is a typed error, with a reason or without', async () => {
    await withStorage(async (storage) => {
      await put(storage, 1);
      let abort = true;
      const restore = patch(IDBObjectStore.prototype, 'put', (original, store) => {
        const request = original();
        if (abort) (store as IDBObjectStore).transaction.abort();
        return request;
      });
      try {
        expect(await codeOf(put(storage, 2))).to.equal('storage-failed');
        expect(await codeOf(storage.write([[[3, 0, 0], new ArrayBuffer(8)]]))).to.equal('storage-failed');
      } finally {
        abort = false;
        restore();
      }
      expect(await get(storage)).to.equal(1);
      expect(await storage.segments()).to.deep.equal([1]);
    });
  });

  it('says that there is no room, even when only a later request of it fails', async () => {
    await withStorage(async (storage) => {
      await put(storage, 1);
      const restore = patch(
        IDBTransaction.prototype,
        'error',
        () => new DOMException('full', 'QuotaExceededError'),
      );
      try {
        const commit = storage.commit(
          async (view) => {
            await view.meta('a');
            await view.meta('a');
            return { changes: [], result: undefined };
          },
          [[[4, 0, 0], new ArrayBuffer(8)]],
        );
        const stop = patch(IDBObjectStore.prototype, 'get', (original, store) => {
          const request = original();
          (store as IDBObjectStore).transaction.abort();
          return request;
        });
        expect(await codeOf(commit)).to.equal('quota');
        stop();
      } finally {
        restore();
      }
      expect(await storage.segments()).to.deep.equal([1]);
    });
  });
});

describe('another page', () => {
  it('that takes over with a newer version ends this one and says so', async () => {
    await withStorage(async (storage, name) => {
      await put(storage, 1);
      const ended = new Promise<string>((resolve) => (storage.onEnd = resolve));
      const newer = await new Promise<IDBDatabase>((resolve) => {
        const request = indexedDB.open(databaseName(name), 2);
        request.onsuccess = () => resolve(request.result);
      });
      expect(await ended).to.equal('outdated');
      expect(await codeOf(get(storage))).to.equal('storage-outdated');
      expect(await codeOf(put(storage, 2))).to.equal('storage-outdated');
      expect(await codeOf(openStorage(name, indexedDB))).to.equal('storage-outdated');
      newer.close();
    });
  });

  it('that deletes the data is not held up, and this one finds an empty storage', async () => {
    await withStorage(async (storage, name) => {
      await put(storage, 1);
      const ended = new Promise<string>((resolve) => (storage.onEnd = resolve));
      await new IdbStorage(indexedDB, name).destroy();
      expect(await ended).to.equal('deleted');
      expect(await get(storage)).to.equal(undefined);
    });
  });

  it('that does not let go makes deleting end in time', async () => {
    const name = uniqueName();
    const first = new IdbStorage(indexedDB, name);
    await put(first, 1);
    await first.close();
    const stubborn = await new Promise<IDBDatabase>((resolve) => {
      const request = indexedDB.open(databaseName(name));
      request.onsuccess = () => resolve(request.result);
    });
    expect(await codeOf(new IdbStorage(indexedDB, name, 50).destroy())).to.equal('storage-blocked');
    stubborn.close();
  });

  it('is not held up by this one while it rests, and this one goes on afterwards', async () => {
    await withStorage(async (storage, name) => {
      await put(storage, 1);
      let wasAsked = false;
      storage.onEnd = () => (wasAsked = true);
      storage.rest();
      await new IdbStorage(indexedDB, name).destroy();
      expect(wasAsked).to.equal(false);
      expect(await codeOf(put(storage, 2))).to.equal('done');
      expect(await get(storage)).to.equal(2);
    });
  });
});

function fail(name: string): never {
  throw new DOMException('made to fail', name);
}
