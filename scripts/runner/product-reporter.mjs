import { relative } from 'node:path';
import { inspect } from 'node:util';
import { addCounts, formatCounts } from '../counts.mjs';

const fileOf = ({ file }) => (file ? relative(process.cwd(), file) : '');

/** Node wraps each file in a test of the file's own name; it says something only where the file failed. */
const isWholeFile = ({ name, file }) => name === file || name === fileOf({ file });

function* lines(type, data) {
  const title = isWholeFile(data) ? fileOf(data) : `${fileOf(data)}: ${data.name}`;
  if (data.skip !== undefined) yield `skipped: ${title}${data.skip ? ` (${data.skip})` : ''}\n`;
  else if (type === 'test:pass') yield `✓ ${title} (${Math.round(data.details.duration_ms)} ms)\n`;
  else {
    const error = data.details.error;
    yield `\n✗ ${title}\n${inspect(error?.cause ?? error).replace(/^/gm, '    ')}\n`;
  }
}

/** A reporter for `node --test`: one line a test, and the counted line (counts.mjs) at the end. */
export default async function* productReporter(events) {
  const counts = [];
  for await (const { type, data } of events) {
    if (type === 'test:stdout' || type === 'test:stderr') yield data.message;
    if (type !== 'test:pass' && type !== 'test:fail') continue;
    if (data.details.type === 'suite' || (type === 'test:pass' && isWholeFile(data))) continue;
    const skipped = data.skip !== undefined;
    yield* lines(type, data);
    counts.push({
      passed: type === 'test:pass' && !skipped ? 1 : 0,
      failed: type === 'test:fail' && !skipped ? 1 : 0,
      skipped: skipped ? 1 : 0,
    });
  }
  yield `${formatCounts(addCounts(counts))}\n`;
}
