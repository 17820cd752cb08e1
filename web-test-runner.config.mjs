import { launchEngine } from './scripts/runner/engines.mjs';
import { sharedData } from './scripts/runner/shared-data.mjs';
import { unitReporter } from './scripts/runner/unit-reporter.mjs';
import { viteServer } from './scripts/runner/vite-server.mjs';

const vite = viteServer();

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

/** Unit tests in one engine: chromium (default), firefox or webkit, named by ENGINE. */
export default {
  files: 'test/**/*.test.ts',
  browsers: [await launchEngine(process.env.ENGINE ?? 'chromium')],
  concurrency: 2,
  middleware: [sharedData(), vite.middleware],
  plugins: [vite.plugin],
  reporters: [unitReporter()],
  testRunnerHtml: page,
  testFramework: { config: { timeout: 40_000 } },
  // A cold start on a busy machine takes longer than the runner's defaults allow.
  browserStartTimeout: 60_000,
  testsStartTimeout: 60_000,
  testsFinishTimeout: 300_000,
  coverageConfig: { include: ['src/**/*'], reporters: ['lcov', 'text-summary'] },
};
