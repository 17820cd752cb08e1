// Programs of this machine: finding them, and installing what is missing.
import { spawnSync } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';

export const isRoot = process.getuid?.() === 0;

export function isExecutable(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** The full path of the first of these programs that is on PATH, or undefined. */
export function findProgram(...names) {
  const folders = (process.env.PATH ?? '').split(delimiter);
  return names.flatMap((name) => folders.map((folder) => join(folder, name))).find(isExecutable);
}

/** Runs an installer; answers whether it succeeded. What it said is shown only where it failed. */
export function runInstaller(command, args) {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const { status, stdout, stderr } = spawnSync(command, args, { encoding: 'utf8', env, maxBuffer: 2 ** 26 });
  if (status !== 0) console.error([stdout, stderr].join('\n').trim());
  return status === 0;
}

/** Installs Debian packages; false where this is not Debian, not root, or the installation fails. */
export function installDebianPackages(...packages) {
  if (!isRoot || !findProgram('apt-get')) return false;
  console.log(`Installing ${packages.join(', ')} with apt-get …`);
  return (
    runInstaller('apt-get', ['update', '-qq']) &&
    runInstaller('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...packages])
  );
}
