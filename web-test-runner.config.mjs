import { builtTests } from './scripts/runner/built-tests.mjs';
import { launchEngine } from './scripts/runner/engines.mjs';
import { sharedData } from './scripts/runner/shared-data.mjs';
import { unitTestFiles } from './scripts/runner/test-files.mjs';
import { unitReporter } from './scripts/runner/unit-reporter.mjs';

const files = process.env.TEST_FILES?.split('\n') ?? unitTestFiles();
const tests = builtTests(files);

/** A promise that is rejected and never handled fails the test that runs. */
const page = (testFramework) => `<!doctype html>
<html lang="en">
  <head><title>Unit tests</title></head>
  <body>
    <script>
      addEventListener('unhandledrejection', ({ reason }) => setTimeout(() => { throw reason; }));
    </script>
    <script type="module" src="${testFramework}"></script>
  </body>
</html>`;

/** Unit tests in one engine: chromium (default), firefox or webkit, named by ENGINE; of TEST_FILES, one a line. */
export default {
  files,
  browsers: [await launchEngine(process.env.ENGINE ?? 'chromium')],
  concurrency: 2,
  middleware: [sharedData(), tests.middleware],
  plugins: [tests.plugin],
  reporters: [unitReporter()],
  testRunnerHtml: page,
  testFramework: { config: { timeout: 40_000 } },
  // A cold start on a busy machine takes longer than the runner's defaults allow.
  browserStartTimeout: 60_000,
  testsStartTimeout: 60_000,
  testsFinishTimeout: 300_000,
  coverageConfig: { include: ['src/**/*'], reporters: ['lcov', 'text-summary'] },
};
