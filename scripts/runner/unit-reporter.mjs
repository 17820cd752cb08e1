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

const indent = (text) => text.replace(/^/gm, '    ');

function printError({ message, name, stack, expected, actual }) {
  const text = stack?.includes(message)
    ? stack
    : [`${name ?? 'Error'}: ${message}`, stack].filter(Boolean).join('\n');
  console.log(indent(text));
  if (expected !== undefined || actual !== undefined) {
    console.log(indent(`expected: ${expected}\nactual: ${actual}`));
  }
}

/** Prints one file of tests where it has failures, and returns its counts. */
function reportSession({ testFile, testResults, errors, passed, logs }) {
  const file = relative(process.cwd(), testFile);
  const tests = [...testsOf(testResults)];
  const counts = tests.map(countTest);
  for (const test of tests.filter((one) => !one.passed && !one.skipped)) {
    console.log(`\n✗ ${file}: ${test.name}`);
    printError(test.error ?? { message: 'The test did not finish.' });
  }
  const fileFailed = !passed && (errors.length > 0 || !counts.some(({ failed }) => failed > 0));
  if (fileFailed) {
    // A file that cannot be imported, never answers or throws outside its tests is one failure.
    console.log(`\n✗ ${file}`);
    for (const error of errors) printError(error);
    counts.push({ passed: 0, failed: 1, skipped: 0 });
  }
  if (!passed) for (const log of logs) console.log('    log:', ...log);
  return addCounts(counts);
}

/** Quiet where tests pass; ends with the counted line (counts.mjs). */
export function unitReporter() {
  let counts = addCounts([]);
  return {
    onTestRunFinished({ sessions }) {
      counts = addCounts([...sessions].map(reportSession));
      for (const { testFile, testResults } of sessions) {
        for (const test of testsOf(testResults)) {
          if (test.skipped) console.log(`skipped: ${relative(process.cwd(), testFile)}: ${test.name}`);
        }
      }
      console.log(formatCounts(counts));
    },
  };
}
