import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { openPages } from './support/pages.mjs';

/** How often a job is killed: KILLS says it, else a hundred times where CI is set. */
const KILLS = Number(process.env.KILLS ?? (process.env.CI ? 100 : 25));
/** Some by the crash of the whole page, which takes longer to come back from. */
const CRASHES = Math.ceil(KILLS / 25);
const ROWS = 3000;

let pages;
let page;

before(async () => {
  pages = await openPages();
  page = await pages.openPage();
});

after(() => pages?.close());

test(`after ${KILLS} kills at random moments each next open shows the old state or the new one, whole`, async () => {
  const { durationMs, digests } = await page.evaluate((rows) => globalThis.support.setUp(rows), ROWS);
  let version = 0;
  let rows = ROWS;
  const seen = { old: 0, new: 0 };
  for (let kill = 1; kill <= KILLS; kill++) {
    // Spread over the job and a little beyond, so that some kills come after the commit.
    const ms = durationMs * 2.5 * Math.random();
    const isImport = kill % 4 === 0;
    const next = isImport
      ? { version, rows: rows === ROWS ? ROWS + 1 : ROWS }
      : { version: 1 - version, rows };
    const work = isImport ? { rows: ROWS, extra: next.rows - ROWS } : { version: next.version };
    const order = [ms, work];
    if (kill > KILLS - CRASHES) {
      const victim = await pages.openPage();
      await victim.evaluate(([, to]) => void globalThis.support.killIn(1e6, to), order);
      await new Promise((resolve) => setTimeout(resolve, ms));
      await pages.crash(victim);
    } else {
      await page.evaluate(([after, to]) => globalThis.support.killIn(after, to), order);
    }
    const found = await page.evaluate(() => globalThis.support.look());
    assert.ok(found.rows === rows || found.rows === next.rows, `kill ${kill}: a table in pieces`);
    assert.ok(
      found.output === digests[version] || found.output === digests[next.version],
      `kill ${kill}: the output is neither the old one nor the new one`,
    );
    const isNew = found.rows !== rows || found.output !== digests[version];
    seen[isNew ? 'new' : 'old']++;
    rows = found.rows;
    version = digests.indexOf(found.output);
  }
  // Both kinds must have been met, or the moments say nothing about a job.
  assert.ok(seen.old > 0, 'no kill came before the commit');
  assert.ok(seen.new > 0, 'no kill came after the commit');
});
