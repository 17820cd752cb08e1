// SAP's OData server over SQLite in memory, installed from npm beside this project's own packages.
import { execFile, spawn } from 'node:child_process';
import { cp, mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const source = fileURLToPath(new URL('odata-server', import.meta.url));
const folder = fileURLToPath(new URL('../../../node_modules/.cache/odata-server', import.meta.url));
const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';

/**
 * Installs the server where it is not there yet. Nothing is compiled: its SQLite runs as WebAssembly.
 * @returns why it could not be installed; null: it is there
 */
export async function installODataServer() {
  await mkdir(folder, { recursive: true });
  await cp(source, folder, { recursive: true });
  const options = ['--ignore-scripts', '--no-audit', '--no-fund', '--no-package-lock', '--prefer-offline'];
  try {
    await promisify(execFile)(npm, ['install', ...options], { cwd: folder, timeout: 120_000 });
    return null;
  } catch (error) {
    const lines = String(error.stderr || error.message).split('\n');
    return lines.find((line) => /npm (?:error|ERR!)/.test(line)) ?? lines[0];
  }
}

/**
 * Starts it with rows of its tables.
 * @param {Record<string, readonly Record<string, string | null>[]>} tables
 * @returns {Promise<{ url: string, close(): Promise<void> }>}
 */
export async function startODataServer(tables) {
  const data = join(folder, 'db', 'data');
  await rm(data, { recursive: true, force: true });
  await mkdir(data, { recursive: true });
  for (const [name, rows] of Object.entries(tables))
    await writeFile(join(data, `data-${name}.csv`), csv(rows));
  const child = spawn(
    process.execPath,
    [join(folder, 'node_modules/@sap/cds/bin/serve.js'), 'all', '--in-memory', '--port', '0'],
    { cwd: folder, stdio: ['ignore', 'pipe', 'pipe'] },
  );
  const closed = new Promise((resolve) => child.once('close', resolve));
  let log = '';
  const root = await new Promise((resolve, reject) => {
    const read = (text) => {
      log += text;
      const match = /server listening on \{ url: '([^']+)' \}/.exec(log);
      if (match) resolve(match[1]);
    };
    child.stdout.setEncoding('utf8').on('data', read);
    child.stderr.setEncoding('utf8').on('data', read);
    closed.then(() => reject(new Error(`The OData server did not start:\n${log}`)));
  });
  return {
    url: `${root}/odata/v4/data`,
    async close() {
      child.kill();
      await closed;
    },
  };
}

/** Empty stands for null, as the server reads it. */
function csv(rows) {
  const columns = Object.keys(rows[0]);
  const cell = (value) => (value === null ? '' : `"${value.replaceAll('"', '""')}"`);
  return [columns.join(','), ...rows.map((row) => columns.map((name) => cell(row[name])).join(','))].join(
    '\n',
  );
}
