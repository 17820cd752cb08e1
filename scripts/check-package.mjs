// Looks at the built package as its users will: each entry is there, and importing it in Node does not throw.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, readdirSync } from 'node:fs';

const { name, exports, bin } = JSON.parse(readFileSync('package.json', 'utf8'));
const { modules } = JSON.parse(readFileSync('custom-elements.json', 'utf8'));
const tagNames = modules.flatMap(({ declarations }) => declarations.map(({ tagName }) => tagName));
const problems = [];

await import(name).catch(() => undefined); // A failure is reported below.
for (const tagName of tagNames) {
  if (globalThis.customElements?.get(tagName))
    problems.push(`import '${name}' registers <${tagName}>; only define may.`);
}

for (const [path, target] of Object.entries(exports)) {
  const files = typeof target === 'string' ? [target] : Object.values(target);
  for (const file of files)
    if (!existsSync(file)) problems.push(`${path} names ${file}, which is not there.`);
  if (/\.(json|css)$/.test(path)) continue;
  const specifier = path.replace('.', name);
  await import(specifier).catch((error) =>
    problems.push(`import '${specifier}' throws in Node: ${error.stack}`),
  );
}

for (const [command, file] of Object.entries(bin)) {
  const { status, stderr } = spawnSync(process.execPath, [file, '--help'], { encoding: 'utf8' });
  if (status !== 0) problems.push(`${command} --help fails: ${stderr}`);
}

for (const file of readdirSync('dist/assets').filter((asset) => asset.endsWith('.js'))) {
  // Hosts copy the worker as one file.
  if (/\bfrom\s*['"`]|\bimport\s*['"`(]/.test(readFileSync(`dist/assets/${file}`, 'utf8'))) {
    problems.push(`dist/assets/${file} imports another file; the worker must stand alone.`);
  }
}

for (const problem of problems) console.error(problem);
process.exitCode = problems.length ? 1 : 0;
