import { isSourceName, tableName } from '../../src/model/names.js';
import type { FileImport } from '../app/import-file.js';
import { proposeNames } from '../app/names.js';

/** A file on its way into a table. */
export interface ImportItem {
  file: File;
  source: string;
  table: string;
  /** Whether rows stay that the table has and the file does not. */
  keepOldRows: boolean;
  stage:
    | { name: 'waiting' }
    | { name: 'importing'; fraction: number; rows: number }
    | { name: 'failed'; message: string }
    | ({ name: 'done'; primaryKey: string } & FileImport);
}

/** Items for chosen files, with names proposed from the files'. */
export const itemsOf = (files: readonly File[]): ImportItem[] =>
  files.map((file) => ({ file, ...proposeNames(file.name), keepOldRows: false, stage: { name: 'waiting' } }));

/** The name by which the model will know the table of an item. */
export const nameOf = ({ source, table }: ImportItem): string => tableName(source, table);

/** What is wrong with the names of an item, as a sentence; undefined when they can be used. */
export function nameProblem(item: ImportItem, all: readonly ImportItem[]): string | undefined {
  if (!isSourceName(item.source) || !isSourceName(item.table)) {
    return 'Start both names with a letter, then use letters, digits, “_” and “-”.';
  }
  const isTaken = all.some((other) => other !== item && nameOf(other) === nameOf(item));
  return isTaken ? 'Another file of this import has the same names.' : undefined;
}
