// Every test command of this project ends its output with one line of this form.

/** @typedef {{ passed: number, failed: number, skipped: number }} Counts */

const line = /^(\d+) passed, (\d+) failed, (\d+) skipped$/;

/** @param {Counts} counts */
export const formatCounts = ({ passed, failed, skipped }) =>
  `${passed} passed, ${failed} failed, ${skipped} skipped`;

/**
 * The last counted line of an output, or null when there is none.
 * @param {string} output
 * @returns {Counts | null}
 */
export function parseCounts(output) {
  for (const text of output.split('\n').reverse()) {
    const found = line.exec(text.trim());
    if (found) return { passed: +found[1], failed: +found[2], skipped: +found[3] };
  }
  return null;
}

/**
 * @param {readonly Counts[]} all
 * @returns {Counts}
 */
export const addCounts = (all) =>
  all.reduce(
    (sum, one) => ({
      passed: sum.passed + one.passed,
      failed: sum.failed + one.failed,
      skipped: sum.skipped + one.skipped,
    }),
    { passed: 0, failed: 0, skipped: 0 },
  );
