// The samples of README and docs, compiled against the sources: their imports, names and arguments are what they say.
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';

const root = fileURLToPath(new URL('../../', import.meta.url));

/** What samples take for granted: values that their reader has. */
const AMBIENT = `
import type { ActivityModel } from 'activity-timeline/model';
import type { Engine } from 'activity-timeline/engine';
import type { Activity, ActivityProvider, ActivityTimeline, TableInfo, TimelineAdapter, Translation } from 'activity-timeline';
declare global {
  const contactsFile: File, ordersFile: File;
  const model: ActivityModel, engine: Engine, tables: readonly TableInfo[];
  const timeline: ActivityTimeline, provider: ActivityProvider, strings: Translation;
  const session: { accessToken(options?: { renew?: boolean }): Promise<string> };
  const recordId: string, activityId: string, timestamp: string;
  const cancelling: AbortController;
  function showProgress(task: string, fraction: number): void;
  function show(rows: number, total: number): void;
  function test(name: string, run: () => Promise<void>): void;
  function adapterOver(activities: readonly Activity[]): Promise<TimelineAdapter>;
}
`;

/** Imports that the sample's reader has read one sample before. */
const PRELUDES = { 'sql.md': "import { toSql } from 'activity-timeline/sql';" };

const guides = ['README.md', ...readdirSync(join(root, 'docs')).map((name) => `docs/${name}`)].filter(
  (file) => file.endsWith('.md'),
);

/** Samples in a language, each under the name of its guide and line. A page's scripts count as JavaScript. */
function samplesIn(language) {
  return guides.flatMap((guide) => {
    const text = readFileSync(join(root, guide), 'utf8');
    const lineAt = (at) => text.slice(0, at).split('\n').length;
    const blocks = [...text.matchAll(/^```(\w+)\n([\s\S]*?)^```$/gm)].flatMap(
      ({ 1: tag, 2: code, index }) => {
        if (tag !== 'html') return tag === language ? [{ line: lineAt(index), code }] : [];
        const scripts = language === 'js' ? code.matchAll(/<script type="module">([\s\S]*?)<\/script>/g) : [];
        return [...scripts].map(({ 1: script }) => ({ line: lineAt(index), code: script }));
      },
    );
    return blocks.map(({ line, code }) => ({ guide, line, code }));
  });
}

/** The entries of the package, led to their sources. */
function entries() {
  const { name, exports } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  return Object.fromEntries(
    Object.entries(exports).flatMap(([entry, { types }]) =>
      types
        ? [
            [
              entry.replace('.', name),
              [join(root, types.replace('dist/types/', 'src/').replace('.d.ts', '.ts'))],
            ],
          ]
        : [],
    ),
  );
}

/** What TypeScript says of a value that lacks properties. */
const LACKING = new Set([2739, 2740, 2741]);

/** Compiles samples and answers what is wrong with them, in words. */
function faultsOf(samples, language) {
  const folder = join(root, 'test', 'samples-in-memory');
  const files = new Map([[join(folder, 'ambient.d.ts'), AMBIENT]]);
  const origins = new Map();
  for (const { guide, line, code } of samples) {
    const path = join(folder, `${basename(guide, '.md')}-${line}.${language}`);
    files.set(path, `${PRELUDES[basename(guide)] ?? ''}${code}\nexport {};\n`);
    origins.set(path, `${guide}:${line}`);
  }
  const options = {
    target: ts.ScriptTarget.ES2022,
    module: ts.ModuleKind.ESNext,
    moduleResolution: ts.ModuleResolutionKind.Bundler,
    lib: ['lib.es2023.d.ts', 'lib.dom.d.ts', 'lib.dom.iterable.d.ts', 'lib.dom.asynciterable.d.ts'],
    types: ['vite/client'],
    paths: entries(),
    experimentalDecorators: true,
    useDefineForClassFields: false,
    skipLibCheck: true,
    noEmit: true,
    strict: language === 'ts',
    allowJs: true,
    checkJs: true,
  };
  const host = ts.createCompilerHost(options);
  const { fileExists, readFile, getSourceFile } = host;
  host.fileExists = (path) => files.has(path) || fileExists(path);
  host.readFile = (path) => files.get(path) ?? readFile(path);
  host.getSourceFile = (path, ...more) =>
    files.has(path) ? ts.createSourceFile(path, files.get(path), ...more) : getSourceFile(path, ...more);
  const program = ts.createProgram([...files.keys()], options, host);
  return [...files.keys()].flatMap((path) => {
    const source = program.getSourceFile(path);
    // A sample with an ellipsis leaves properties out.
    const isShortened = files.get(path).includes('// …');
    return [...program.getSyntacticDiagnostics(source), ...program.getSemanticDiagnostics(source)]
      .filter(({ code }) => !isShortened || !LACKING.has(code))
      .map(({ messageText, start = 0 }) => {
        const { line } = source.getLineAndCharacterOfPosition(start);
        const words = ts.flattenDiagnosticMessageText(messageText, ' ');
        return `${origins.get(path) ?? 'ambient'}, line ${line + 1} of the sample: ${words}`;
      });
  });
}

describe('samples of the guides', () => {
  for (const language of ['js', 'ts']) {
    const samples = samplesIn(language);

    it(`in ${language} are found and compile`, { timeout: 120_000 }, () => {
      assert.ok(samples.length > 0);
      assert.deepEqual(faultsOf(samples, language), []);
    });
  }

  it('that are wrong would be told', { timeout: 120_000 }, () => {
    const code = "import { openEngine } from 'activity-timeline/engine';\nawait openEngine({ title: 'x' });";
    const faults = faultsOf([{ guide: 'docs/engine.md', line: 1, code }], 'js');
    assert.match(faults.join(), /docs\/engine\.md:1, line 2 .*title/);
  });
});
