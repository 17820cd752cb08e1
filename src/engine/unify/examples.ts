import type { SetAsideCount, SetAsideExample, SetAsideReason } from '../../model/reports.js';
import { MAX_EXAMPLES } from '../store/table-builder.js';

/** The count of a reason with its first rows, in the order of the table (D 50). */
export function collectExamples(
  reason: SetAsideReason,
  count: number,
  marks: ArrayLike<number>,
  isMeant: (mark: number) => boolean,
  describe: (index: number) => SetAsideExample,
): SetAsideCount {
  const examples: SetAsideExample[] = [];
  const wanted = Math.min(count, MAX_EXAMPLES);
  for (let i = 0; i < marks.length && examples.length < wanted; i++) {
    if (isMeant(marks[i])) examples.push(describe(i));
  }
  return { reason, count, examples };
}
