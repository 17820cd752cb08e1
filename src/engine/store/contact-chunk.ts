import type { ByteList } from './byte-list.js';
import { packSections, packTexts, Sections, unpackTexts } from './sections.js';

/*
 * A chunk of contacts: 0 [contacts, lists, sequence of the last contact among those of its account], 1 ids of the
 * accounts, 16 bytes each, 2 positions of the contact tables, then two sections for each list of texts: key, name,
 * foreign key to the account, and the attributes.
 * Contacts of accounts stand in the order of the accounts under [segment, last account, last sequence], the others
 * before them under [segment, LONELY, sequence].
 */

/** Key part of contacts without an account; numbers sort before the bytes of an account. */
export const LONELY = 0;

export interface ContactTexts {
  accounts: Uint8Array<ArrayBuffer>;
  tables: Uint16Array<ArrayBuffer>;
  keys: ByteList;
  /** What people call them (D 35). */
  names: ByteList;
  accountKeys: ByteList;
  attributes: ByteList[];
}

export function packContacts(contacts: ContactTexts, lastSequence: number): ArrayBuffer {
  const { accounts, tables, keys, names, accountKeys, attributes } = contacts;
  const lists = [keys, names, accountKeys, ...attributes];
  return packSections([
    Uint32Array.of(tables.length, lists.length, lastSequence),
    accounts,
    tables,
    ...lists.flatMap(packTexts),
  ]);
}

export function unpackContacts(chunk: ArrayBuffer): ContactTexts & { length: number; lastSequence: number } {
  const sections = new Sections(chunk);
  const [length, lists, lastSequence] = sections.u32(0);
  const [keys, names, accountKeys, ...attributes] = Array.from({ length: lists }, (_, i) =>
    unpackTexts(sections, 3 + i * 2, length),
  );
  return {
    length,
    lastSequence,
    accounts: sections.u8(1),
    tables: sections.u16(2),
    keys,
    names,
    accountKeys,
    attributes,
  };
}
