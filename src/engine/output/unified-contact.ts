import { AdapterError } from '../../model/errors.js';
import { customerIdBytes, formatId, identifier } from '../../model/ids.js';
import { CONTACT_ATTRIBUTES } from '../../model/semantic-types.js';
import type { ByteList } from '../store/byte-list.js';
import { LONELY, unpackContacts } from '../store/contact-chunk.js';
import type { ContactOutput } from '../store/records.js';
import type { ChunkKey } from '../store/storage.js';
import type { OutputContext, OutputKind } from './outputs.js';
import type { OutputRow } from '../../model/output/rows.js';

const NAME = 'UnifiedContact';

/** Columns in which the mapped attributes stand. */
const ATTRIBUTES = CONTACT_ATTRIBUTES.map(({ key }) => key).filter((key) => key !== 'ContactId');

/** All contacts with the columns of § 2.4: those without an account, then account by account. */
export const unifiedContact: OutputKind = {
  names: async (context) => ((await contactsOf(context)) === null ? [] : [NAME]),
  open: async (context) => {
    const output = await contactsOf(context);
    return {
      columns: [
        'UnifiedContactId',
        'ContactId',
        'CustomerId',
        'TableName',
        ...ATTRIBUTES,
        'FK_AccountID',
        'FK_ContactToAccountID',
        'Identifier',
        ...(output?.tables ?? []).flatMap(({ name, primaryKey }) => [
          `${name}_${primaryKey}`,
          `${name}_${primaryKey}_Alternate`,
        ]),
      ],
      batches: output === null ? NOTHING : batchesOf(context, output),
    };
  },
};

const NOTHING: AsyncIterable<Iterable<OutputRow>> = {
  [Symbol.asyncIterator]: () => ({ next: () => Promise.resolve({ done: true, value: undefined }) }),
};

async function contactsOf({ storage, descriptions, current }: OutputContext): Promise<ContactOutput | null> {
  const output = await storage.read((view) => descriptions.activities(view, current.activities));
  return output?.contacts ?? null;
}

async function* batchesOf(
  { storage }: OutputContext,
  output: ContactOutput,
): AsyncGenerator<Iterable<OutputRow>, void, void> {
  let from: ChunkKey = [output.segment, LONELY];
  let rows = 0;
  for (;;) {
    const [lower, upper]: [ChunkKey, ChunkKey] = [from, [output.segment, []]];
    const chunk = await storage.read((view) => view.first(lower, upper));
    if (chunk === undefined) break;
    const { length, accounts, lastSequence } = unpackContacts(chunk);
    rows += length;
    yield rowsOf(output, chunk);
    const last = accounts.slice(length * 16 - 16);
    from = [output.segment, last.some((byte) => byte !== 0) ? last : LONELY, lastSequence + 1];
  }
  // A run took the segment away before its end: half an export must not look like a whole one.
  if (rows === output.contacts) return;
  throw new AdapterError('busy', 'The contacts were rebuilt while they were exported. Export them again.', {
    retryable: true,
  });
}

function* rowsOf(
  { tables, attributes }: ContactOutput,
  chunk: ArrayBuffer,
): Generator<OutputRow, void, void> {
  const contacts = unpackContacts(chunk);
  const lists = ATTRIBUTES.map((name): ByteList | undefined => contacts.attributes[attributes.indexOf(name)]);
  for (let i = 0; i < contacts.length; i++) {
    const { name, source, table } = tables[contacts.tables[i]];
    const key = contacts.keys.text(i);
    const id = contacts.accounts.subarray(i * 16, i * 16 + 16);
    const customerId = id.some((byte) => byte !== 0) ? formatId(id) : null;
    yield [
      formatId(customerIdBytes(identifier(source, table, key))),
      key,
      customerId,
      name,
      ...lists.map((list) => list?.text(i) ?? null),
      customerId,
      contacts.accountKeys.text(i),
      `${NAME}|${customerId ?? ''}|${key}`,
      ...tables.flatMap((_, position) => (position === contacts.tables[i] ? [key, key] : [null, null])),
    ];
  }
}
