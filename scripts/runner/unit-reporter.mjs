import { relative } from 'node:path';
import { addCounts, formatCounts } from '../counts.mjs';

/** Every test of a suite and of the suites inside it, with its full name. */
function* testsOf(suite, names = []) {
  for (const test of suite?.tests ?? []) yield { ...test, name: [...names, test.name].join(' › ') };
  for (const inner of suite?.suites ?? []) yield* testsOf(inner, [...names, inner.name]);
}

const countTest = ({ passed, skipped }) => ({
  passed: passed && !skipped ? 1 : 0,
  failed: passed || skipped ? 0 : 1,
  skipped: skipped ? 1 : 0,
});

// Not the console: the runner holds that back and mixes escape sequences into it.
const print = (text) => process.stdout.write(`${text}\n`);

const indent = (text) => text.replace(/^/gm, '    ');

function printError({ message, name, stack, expected, actual }) {
  const text = stack?.includes(message)
    ? stack
    : [`${name ?? 'Error'}: ${message}`, stack].filter(Boolean).join('\n');
  print(indent(text));
  if (expected !== undefined || actual !== undefined) {
    print(indent(`expected: ${expected}\nactual: ${actual}`));
  }
}

/** Prints what in one file of tests failed or was skipped, and returns its counts. */
function reportSession({ testFile, testResults, errors, passed, logs }) {
  const file = relative(process.cwd(), testFile);
  const tests = [...testsOf(testResults)];
  const counts = tests.map(countTest);
  for (const test of tests) {
    if (test.skipped) print(`skipped: ${file}: ${test.name}`);
    else if (!test.passed) {
      print(`\n✗ ${file}: ${test.name}`);
      printError(test.error ?? { message: 'The test did not finish.' });
    }
  }
  if (!passed && (errors.length > 0 || !counts.some(({ failed }) => failed > 0))) {
    // A file that cannot be imported, never answers or throws outside its tests is one failure.
    print(`\n✗ ${file}`);
    for (const error of errors) printError(error);
    counts.push({ passed: 0, failed: 1, skipped: 0 });
  }
  if (!passed) for (const log of logs) print(indent(`log: ${log.map(String).join(' ')}`));
  return addCounts(counts);
}

/** Quiet where tests pass; ends with the counted line (counts.mjs). */
export const unitReporter = () => ({
  onTestRunFinished({ sessions }) {
    const counts = addCounts([...sessions].map(reportSession));
    print(`\n${formatCounts(counts)}`);
  },
});
