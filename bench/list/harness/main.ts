import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { PARTS, type ListRecord } from './list-parts.js';
import { listReport } from './list-report.js';
import { buildListSite, launch } from './list-site.js';

type PartName = keyof typeof PARTS;

/** Measures what the arguments ask for and prints the tables. Usage: see README.md. */
export async function main(
  args: readonly string[],
  browser: { executablePath: string; args: string[] },
): Promise<void> {
  const { values } = parseArgs({
    args: [...args],
    options: {
      parts: { type: 'string', default: Object.keys(PARTS).join() },
      rounds: { type: 'string', default: '5' },
      results: { type: 'string' },
      print: { type: 'boolean', default: false },
      readme: { type: 'boolean', default: false },
    },
  });
  const rounds = Number(values.rounds);
  if (!Number.isInteger(rounds) || rounds < 1) throw new Error('--rounds takes a number from 1.');
  const path = values.results ?? null;
  const records = path !== null && existsSync(path) ? await stored(path) : [];
  if (!values.print) {
    for await (const record of measure(partsOf(values.parts), rounds, browser)) {
      records.push(record);
      if (path !== null) await writeFile(path, JSON.stringify(records));
    }
  }
  const report = listReport(records);
  process.stdout.write(`\n${report}\n`);
  if (values.readme) await putIntoReadme(report);
}

/** Rounds go round the sides, so that a slow minute of the machine meets all of them. */
async function* measure(
  parts: readonly PartName[],
  rounds: number,
  options: { executablePath: string; args: string[] },
): AsyncGenerator<ListRecord, void> {
  const folder = await mkdtemp(join(tmpdir(), 'activity-timeline-list-'));
  const site = await buildListSite(folder);
  try {
    for (let round = 1; round <= rounds; round++) {
      const browser = await launch(options);
      try {
        for (const part of parts) {
          for await (const record of PARTS[part]({ site, browser, folder })) {
            const firsts = Object.entries(record.values).map(
              ([name, [first]]) => `${name} ${first?.toFixed(0) ?? '–'}`,
            );
            process.stderr.write(`round ${round}, ${record.subject}: ${firsts.join(', ')}\n`);
            yield record;
          }
        }
      } finally {
        await browser.close();
      }
    }
  } finally {
    await site.close();
    await rm(folder, { recursive: true, force: true });
  }
}

function partsOf(list: string): PartName[] {
  const known = Object.keys(PARTS) as PartName[];
  const names = list.split(',');
  const unknown = names.filter((name) => !(known as string[]).includes(name));
  if (unknown.length > 0) throw new Error(`Unknown: ${unknown.join(', ')}. Choose of ${known.join(', ')}.`);
  return known.filter((name) => names.includes(name));
}

async function stored(path: string): Promise<ListRecord[]> {
  return JSON.parse(await readFile(path, 'utf8')) as ListRecord[];
}

/** Replaces the tables of README.md, which stand between two marks. */
async function putIntoReadme(report: string): Promise<void> {
  const path = new URL('../../README.md', import.meta.url);
  const text = await readFile(path, 'utf8');
  const marked = /(<!-- figures of the list -->\n)[^]*(\n<!-- end of figures of the list -->)/;
  if (!marked.test(text)) throw new Error('README.md has lost the marks around the figures of the list.');
  await writeFile(
    path,
    text.replace(marked, (_, start: string, end: string) => `${start}\n${report}\n${end}`),
  );
}
