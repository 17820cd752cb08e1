import type { ContactTable } from '../../model/model.js';
import type { LoadedColumn } from '../store/column-chunk.js';
import { textOf } from '../store/table-reader.js';
import type { Job } from './job.js';
import type { KeyIndex } from './key-index.js';
import type { PathSource, ResolvedPath } from './paths.js';
import { relationshipsOf, resolvePaths } from './resolve-paths.js';

/** A contact table in memory. */
export interface ContactSource {
  table: string;
  key: LoadedColumn;
  keys: KeyIndex;
  /** To the account. */
  path: ResolvedPath;
  /** First foreign key of the path. */
  accountKey: LoadedColumn;
  /** Mapped attributes (§ 3.6). */
  attributes: ReadonlyMap<string, LoadedColumn>;
}

export async function loadContactSource(
  job: Job,
  source: PathSource,
  { table, primaryKey, attributes, path }: ContactTable,
): Promise<ContactSource> {
  const [first] = relationshipsOf(job.model.relationships, path);
  const [resolved] = await resolvePaths(source, job.model, [path]);
  const columns = Object.entries(attributes).filter(([, column]) => column !== '');
  return {
    table,
    key: await job.sources.load(table, primaryKey),
    keys: await job.sources.index(table, primaryKey),
    path: resolved,
    accountKey: await job.sources.load(table, first.from.column),
    attributes: new Map(
      await Promise.all(
        columns.map(async ([key, column]) => [key, await job.sources.load(table, column)] as const),
      ),
    ),
  };
}

/** First and last name, else the primary e-mail, else the key (D 35). */
export function contactName({ key, attributes }: ContactSource, row: number): string {
  const read = (attribute: string): string => {
    const column = attributes.get(attribute);
    return column === undefined ? '' : textOf(column, row).trim();
  };
  const name = `${read('FirstName')} ${read('LastName')}`.trim();
  return name || read('PrimaryEmail') || textOf(key, row);
}
