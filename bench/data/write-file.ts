import { createWriteStream, existsSync } from 'node:fs';
import { rename } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';

/** Rows in the forms that the engine imports. */
export const writeRows = {
  csv: (path: string, rows: Iterable<Record<string, string>>): Promise<void> =>
    writeLines(path, csvLines(rows)),
  ndjson: (path: string, rows: Iterable<Record<string, string>>): Promise<void> =>
    writeLines(
      path,
      mapped(rows, (row) => JSON.stringify(row)),
    ),
  json: (path: string, rows: Iterable<Record<string, string>>): Promise<void> =>
    writeLines(path, jsonLines(rows)),
};

/** Writes text, a line for each; a file that is there already is kept, for it would be the same. */
export async function writeLines(path: string, lines: Iterable<string>): Promise<void> {
  if (existsSync(path)) return;
  const unfinished = `${path}.part`;
  await pipeline(Readable.from(pieces(lines)), createWriteStream(unfinished));
  await rename(unfinished, path);
}

/** About a megabyte at a time. */
function* pieces(lines: Iterable<string>): Generator<string, void> {
  let piece: string[] = [];
  let length = 0;
  for (const line of lines) {
    piece.push(line, '\n');
    length += line.length;
    if (length < 1e6) continue;
    yield piece.join('');
    piece = [];
    length = 0;
  }
  yield piece.join('');
}

function* csvLines(rows: Iterable<Record<string, string>>): Generator<string, void> {
  let isFirst = true;
  for (const row of rows) {
    if (isFirst) yield Object.keys(row).join(',');
    isFirst = false;
    yield Object.values(row)
      .map((value) => (/[",\n]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value))
      .join(',');
  }
}

function* jsonLines(rows: Iterable<Record<string, string>>): Generator<string, void> {
  let before = '[';
  for (const row of rows) {
    yield `${before}${JSON.stringify(row)}`;
    before = ',';
  }
  yield ']';
}

function* mapped<T>(values: Iterable<T>, map: (value: T) => string): Generator<string, void> {
  for (const value of values) yield map(value);
}
