import { databaseName } from '../../../src/engine/store/idb-storage.js';

/** All records of a database: key and value in the order of the keys, by store. */
type Dump = Record<string, [key: unknown, value: unknown][]>;

/** Bytes as JSON: an object with one member that no record has. */
interface Packed {
  $bytes: string;
  view: boolean;
}

/** The whole database of a workspace, gzipped. */
export async function dumpDatabase(workspace: string): Promise<Uint8Array> {
  const database = await open(workspace);
  const dump: Dump = {};
  for (const store of database.objectStoreNames) {
    const objects = database.transaction(store).objectStore(store);
    const [keys, values] = await Promise.all([settled(objects.getAllKeys()), settled(objects.getAll())]);
    dump[store] = keys.map((key, i) => [key, values[i]]);
  }
  database.close();
  const json = new Blob([JSON.stringify(dump, (_, value: unknown) => pack(value))]);
  return new Uint8Array(
    await new Response(json.stream().pipeThrough(new CompressionStream('gzip'))).arrayBuffer(),
  );
}

/** Makes the database of a workspace from a dump. */
export async function restoreDatabase(workspace: string, dump: Blob): Promise<void> {
  const text = await new Response(dump.stream().pipeThrough(new DecompressionStream('gzip'))).text();
  const stores = JSON.parse(text, (_, value: unknown) => unpack(value)) as Dump;
  const database = await open(workspace, Object.keys(stores));
  const transaction = database.transaction(Object.keys(stores), 'readwrite');
  for (const [store, records] of Object.entries(stores)) {
    for (const [key, value] of records) transaction.objectStore(store).put(value, key as IDBValidKey);
  }
  await new Promise((resolve) => (transaction.oncomplete = resolve));
  database.close();
}

function open(workspace: string, stores: readonly string[] = []): Promise<IDBDatabase> {
  const request = indexedDB.open(databaseName(workspace), 1);
  request.onupgradeneeded = () => {
    for (const store of stores) request.result.createObjectStore(store);
  };
  return settled(request);
}

function settled<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new Error('no reason'));
  });
}

function pack(value: unknown): unknown {
  const isView = value instanceof Uint8Array;
  if (!isView && !(value instanceof ArrayBuffer)) return value;
  let binary = '';
  for (const byte of isView ? value : new Uint8Array(value)) binary += String.fromCharCode(byte);
  return { $bytes: btoa(binary), view: isView } satisfies Packed;
}

function unpack(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || !('$bytes' in value)) return value;
  const { $bytes, view } = value as Packed;
  const bytes = Uint8Array.from(atob($bytes), (character) => character.charCodeAt(0));
  return view ? bytes : bytes.buffer;
}
