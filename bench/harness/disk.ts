import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';

/** Bytes that a profile holds of IndexedDB and of the origin's private files. */
export async function storedBytes(profile: string): Promise<number> {
  const paths = await readdir(profile, { recursive: true });
  const stored = paths.filter((path) => /(^|\/)(IndexedDB|File System)\//.test(path));
  const sizes = await Promise.all(stored.map((path) => sizeOf(join(profile, path))));
  return sizes.reduce((sum, size) => sum + size, 0);
}

async function sizeOf(path: string): Promise<number> {
  const found = await stat(path).catch(() => undefined);
  return found?.isFile() === true ? found.size : 0;
}
