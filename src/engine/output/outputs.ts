import { AdapterError } from '../../model/errors.js';
import type { DictionaryCache } from '../query/dictionary-cache.js';
import type { Descriptions } from '../descriptions.js';
import type { Current } from '../store/records.js';
import type { Storage } from '../store/storage.js';
import { alternateKey } from './alternate-key.js';
import { customer } from './customer.js';
import { deduplication } from './deduplication.js';
import { matchPairs } from './match-pairs.js';
import type { OutputTable } from '../../model/output/rows.js';
import { setAside } from './set-aside.js';
import { unifiedActivity } from './unified-activity.js';
import { unifiedContact } from './unified-contact.js';

/** What an output is read from. */
export interface OutputContext {
  storage: Storage;
  descriptions: Descriptions;
  dictionaries: DictionaryCache;
  /** The state when the export began. */
  current: Current;
  /** Rows of definitions that are not shown in the timeline are wanted too (D 6). */
  includeHidden: boolean;
}

/** An output table, or several of one kind whose names come from source tables (§ 9.7). */
export interface OutputKind {
  /** Names of those that are there now. */
  names(context: OutputContext): Promise<readonly string[]>;
  /** Opens the one of a name that {@link names} gave. */
  open(context: OutputContext, name: string): Promise<OutputTable>;
}

/** All that can be exported, each with a file of its own. */
const KINDS: readonly OutputKind[] = [
  unifiedActivity,
  unifiedContact,
  customer,
  alternateKey,
  deduplication,
  matchPairs,
  setAside,
];

export async function outputNames(context: OutputContext): Promise<string[]> {
  return (await Promise.all(KINDS.map((kind) => kind.names(context)))).flat();
}

/** The output of a name; one that is not there is `not-found`. */
export async function openOutput(context: OutputContext, name: string): Promise<OutputTable> {
  for (const kind of KINDS) if ((await kind.names(context)).includes(name)) return kind.open(context, name);
  throw new AdapterError('not-found', `There is no output ${name}. Choose one of those that are listed.`, {
    detail: { output: name },
  });
}
