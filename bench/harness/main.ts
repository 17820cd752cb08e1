import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { writeChangedOrders } from '../data/write-data-set.js';
import { measureRound, type ReadySet } from './measure.js';
import { planOf, SETS, type Plan, type SetName } from './plan.js';
import { reportOf } from './report.js';
import { Results, type RoundResult } from './results.js';
import { buildSite, visit, type Site } from './site.js';

interface Browser {
  executablePath: string;
  args: string[];
}

/** Measures what the arguments ask for and prints the table. */
export async function main(args: readonly string[], browser: Browser): Promise<void> {
  const plan = planOf(args);
  const rounds = await storedRounds(plan.results);
  const folder = await mkdtemp(join(tmpdir(), 'activity-timeline-bench-'));
  const site = await buildSite(folder);
  try {
    if (!plan.printOnly) {
      const piece = new Date().toISOString();
      for (const set of plan.sets) {
        for await (const round of measureSet(set, plan, folder, site, browser)) {
          rounds.push({ piece, ...round });
          if (plan.results !== null) await writeFile(plan.results, JSON.stringify(rounds));
        }
      }
    }
    const results = new Results(rounds);
    const report = reportOf(results, site.engineGzipBytes);
    process.stdout.write(`\n${report}\n`);
    results.requireAgreement();
    if (plan.readme) await putIntoReadme(report);
  } finally {
    await site.close();
    await rm(folder, { recursive: true, force: true });
  }
}

/** Rounds go round the sides, so that a slow minute of the machine meets all of them. */
async function* measureSet(
  name: SetName,
  plan: Plan,
  folder: string,
  site: Site,
  browser: Browser,
): AsyncGenerator<Omit<RoundResult, 'piece'>, void> {
  const subjects = SETS[name].subjects.filter((subject) => plan.subjects.includes(subject));
  if (subjects.length === 0) return;
  note(`${name}: making the files`);
  const home = plan.data ?? join(folder, 'data');
  const data = await SETS[name].write(home);
  const set: ReadySet = { ...data, name };
  if (['10k', '100k', '1m'].includes(name)) {
    set.changedOrders = await writeChangedOrders(join(home, `changed-${name}`), data);
  }
  const most = Math.max(...subjects.map((subject) => plan.roundsOf(name, subject)));
  for (let round = 1; round <= most; round++) {
    for (const subject of subjects.filter((each) => plan.roundsOf(name, each) >= round)) {
      const measured = await visit(site, browser, (visited) => measureRound(visited, subject, set));
      const { loadMs = measured.values.scanMs } = measured.values;
      note(`${name}: round ${round}, ${subject}: ${loadMs[0].toFixed(0)} ms`);
      yield { set: name, subject, rows: data.rows, bytes: data.bytes, ...measured };
    }
  }
  for (const subject of subjects) {
    const rounds = plan.roundsOf(name, subject);
    if (rounds < most) note(`${name}: ${subject} ran ${rounds} of ${most} rounds; --full runs them all`);
  }
  if (plan.data === null) await rm(home, { recursive: true });
}

async function storedRounds(path: string | null): Promise<RoundResult[]> {
  if (path === null || !existsSync(path)) return [];
  return JSON.parse(await readFile(path, 'utf8')) as RoundResult[];
}

/** Replaces the tables of README.md, which stand between two marks. */
async function putIntoReadme(report: string): Promise<void> {
  const path = new URL('../README.md', import.meta.url);
  const text = await readFile(path, 'utf8');
  const marked = /(<!-- figures -->\n)[^]*(\n<!-- end of figures -->)/;
  if (!marked.test(text)) throw new Error('README.md has lost the marks around its figures.');
  await writeFile(
    path,
    text.replace(marked, (_, start: string, end: string) => `${start}\n${report}\n${end}`),
  );
}

/** On the other channel: the table alone goes to the output. */
function note(text: string): void {
  process.stderr.write(`${text}\n`);
}
