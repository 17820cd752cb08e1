import { CONTACT_ATTRIBUTES } from '../../model/semantic-types.js';
import type { ActivityModel } from '../../model/model.js';
import type { ContactTableReport, SetAsideReason } from '../../model/reports.js';
import { ByteList } from '../store/byte-list.js';
import type { ContactOutput } from '../store/records.js';
import { textOf } from '../store/table-reader.js';
import { contactName, loadContactSource, type ContactSource } from './contact-sources.js';
import { writeContacts } from './contact-writer.js';
import { contactNeeds, hasSameInputs, inputsOf } from './definition-needs.js';
import { collectExamples } from './examples.js';
import type { Job } from './job.js';
import { KEY } from './key-index.js';
import { followPath } from './paths.js';
import { pathSource } from './resolve-paths.js';
import type { UnifiedCustomers } from './unify-customers.js';

/** Contacts in memory, by ordinal. */
export interface UnifiedContacts {
  keys: ByteList;
  /** What people call them (D 35). */
  names: ByteList;
  /** Account of each, -1 for none. */
  customers: Int32Array;
  /** Position of its contact table, and its row there. */
  tables: Uint16Array;
  rows: Uint32Array;
  /** Contact table → contact of each row, -1 for rows without a key. */
  ofRow: ReadonlyMap<string, Int32Array>;
}

/** No contact at all. */
export const NOBODY: Pick<UnifiedContacts, 'keys' | 'names'> = {
  keys: new ByteList(),
  names: new ByteList(),
};

/** The contacts of a run: made once, when the first definition needs them or the output has to be written again. */
export class ContactStep {
  readonly #job: Job;
  readonly #customers: UnifiedCustomers;
  #made: Promise<{ contacts: UnifiedContacts; sources: ContactSource[] }> | null = null;

  constructor(job: Job, customers: UnifiedCustomers) {
    this.#job = job;
    this.#customers = customers;
  }

  /** Null where the model has none. */
  async contacts(): Promise<UnifiedContacts | null> {
    return hasContacts(this.#job.model) ? (await this.#make()).contacts : null;
  }

  /** What is stored of them; `former` itself when it is made of the same. */
  async output(former: ContactOutput | null): Promise<ContactOutput | null> {
    const { model, sources: cache } = this.#job;
    if (!hasContacts(model)) return null;
    const needs = contactNeeds(model);
    const tables = inputsOf(this.#job, needs);
    const { assignments } = this.#customers.segment;
    if (
      former !== null &&
      hasSameInputs(former, needs, tables) &&
      [...needs.targets].every((target) => former.assignments[target] === assignments[target])
    ) {
      return former;
    }
    const { contacts, sources } = await this.#make();
    const attributes = CONTACT_ATTRIBUTES.map(({ key }) => key).filter(
      (key) => key !== 'ContactId' && sources.some((source) => source.attributes.has(key)),
    );
    const segment = this.#job.newSegment();
    await this.#write(
      writeContacts(segment, contacts, sources, attributes, this.#customers.ids, (key, chunk) =>
        this.#job.sink.add(key, chunk),
      ),
    );
    return {
      segment,
      tables: model.contacts.map(({ table: name, primaryKey }) => {
        const { source, table } = cache.table(name);
        return { name, source, table, primaryKey };
      }),
      attributes,
      contacts: contacts.keys.length,
      config: needs.config,
      inputs: tables,
      assignments: Object.fromEntries([...needs.targets].map((target) => [target, assignments[target]])),
      report: await Promise.all(sources.map((source) => describe(this.#job, source, contacts))),
    };
  }

  #make(): Promise<{ contacts: UnifiedContacts; sources: ContactSource[] }> {
    return (this.#made ??= (async () => {
      const from = pathSource(this.#job, this.#customers, null);
      const sources: ContactSource[] = [];
      for (const table of this.#job.model.contacts) {
        sources.push(await loadContactSource(this.#job, from, table));
        await this.#job.pacer.breathe();
      }
      return { contacts: unifyContacts(sources), sources };
    })());
  }

  async #write(chunks: Generator<void, void, void>): Promise<void> {
    while (chunks.next().done !== true) {
      await this.#job.sink.relieve();
      if (this.#job.pacer.isDue) await this.#job.pacer.pause();
    }
  }
}

function hasContacts({ kind, contacts }: ActivityModel): boolean {
  return kind === 'accounts' && contacts.length > 0;
}

/** Puts the contact tables into one list (D 72). Of rows with the same key the first is the contact (D 50). */
function unifyContacts(sources: readonly ContactSource[]): UnifiedContacts {
  const total = sources.reduce((sum, { keys }) => sum + countFirst(keys.states), 0);
  const keys = new ByteList();
  const names = new ByteList();
  const customers = new Int32Array(total);
  const tables = new Uint16Array(total);
  const rows = new Uint32Array(total);
  const ofRow = new Map<string, Int32Array>();
  sources.forEach((source, position) => {
    const { states, firstRows } = source.keys;
    const { codes, values } = source.key;
    const contacts = new Int32Array(states.length).fill(-1);
    for (let row = 0; row < states.length; row++) {
      if (states[row] === KEY.duplicate) contacts[row] = contacts[firstRows[row]];
      if (states[row] !== KEY.first) continue;
      const item = codes === null ? row : codes[row];
      const contact = keys.push(values.bytes, values.offsets[item], values.offsets[item + 1]);
      names.pushText(contactName(source, row));
      customers[contact] = Math.max(-1, followPath(source.path, row));
      tables[contact] = position;
      rows[contact] = row;
      contacts[row] = contact;
    }
    ofRow.set(source.table, contacts);
  });
  return { keys, names, customers, tables, rows, ofRow };
}

function countFirst(states: Uint8Array): number {
  let count = 0;
  for (const state of states) if (state === KEY.first) count++;
  return count;
}

async function describe(
  job: Job,
  { table, key, keys: { states } }: ContactSource,
  { customers, ofRow }: UnifiedContacts,
): Promise<ContactTableReport> {
  const counts = [0, 0, 0];
  for (const state of states) counts[state]++;
  const lineOf = await job.sources.lineOf(table);
  const reasons: [SetAsideReason, number][] = [
    ['key-empty', KEY.empty],
    ['key-duplicate', KEY.duplicate],
  ];
  let withoutAccount = 0;
  ofRow.get(table)?.forEach((contact, row) => {
    if (states[row] === KEY.first && customers[contact] < 0) withoutAccount++;
  });
  return {
    table,
    read: states.length,
    contacts: counts[KEY.first],
    withoutAccount,
    setAside: reasons
      .filter(([, state]) => counts[state] > 0)
      .map(([reason, wanted]) =>
        collectExamples(
          reason,
          counts[wanted],
          states,
          (state) => state === wanted,
          (row) => ({ line: lineOf(row), text: textOf(key, row) }),
        ),
      ),
  };
}
