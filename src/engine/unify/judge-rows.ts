import type { LoadedColumn } from '../store/column-chunk.js';
import { VERDICT } from '../store/records.js';
import { KEY } from './key-index.js';
import { contactOf, followPath, type ResolvedPath } from './paths.js';
import { judgeKeys } from './row-keys.js';
import type { ReadTimes } from './time-reader.js';

/** Why a row of an activity table was set aside, as stored. */
export const ASIDE = { keyEmpty: 1, keyDuplicate: 2, orphan: 3 } as const;

/** Rows of which conflicting paths are told (D 56). */
const MAX_CONFLICTS = 20;

/** The rows of one activity table, sorted out: every row is in exactly one of the three lists. */
export interface JudgedRows {
  dated: RowList;
  undated: RowList;
  aside: { rows: Uint32Array<ArrayBuffer>; reasons: Uint8Array<ArrayBuffer>; hops: Uint8Array<ArrayBuffer> };
  /** What became of each row ({@link VERDICT}). */
  verdicts: Int32Array<ArrayBuffer>;
  /** Contact of each row, -1 for none; null when no path leads through contacts. */
  contacts: Int32Array | null;
  /** Rows for which another path reached another customer (D 21, 56). */
  conflicting: number;
  /** The first of them. */
  conflicts: { row: number; customer: number; other: number }[];
}

export interface RowList {
  rows: Uint32Array<ArrayBuffer>;
  customers: Int32Array<ArrayBuffer>;
  /** Contact of each row, -1 for none; null when no path leads through contacts. */
  contacts: Int32Array<ArrayBuffer> | null;
}

/**
 * Decides for each row what becomes of it, in this order: no key or a key that occurred before is rejected (D 50);
 * no customer by any path is an orphan (D 57); no valid date is kept but never shown (D 51). Of several paths the first
 * that reaches a customer decides (D 56), those through contacts before all others (D 21).
 */
export function judgeRows(
  key: LoadedColumn,
  timestamp: LoadedColumn,
  { times }: ReadTimes,
  paths: readonly ResolvedPath[],
): JudgedRows {
  const total = key.rows;
  const states = judgeKeys(key);
  const fates = new Uint8Array(total);
  const found = new Int32Array(total);
  const throughContacts = paths.filter(({ contactOfValue }) => contactOfValue !== null);
  const byRank = [...throughContacts, ...paths.filter(({ contactOfValue }) => contactOfValue === null)];
  const contacts = throughContacts.length === 0 ? null : new Int32Array(total).fill(-1);
  const sizes = { dated: 0, undated: 0, aside: 0 };
  const conflicts: JudgedRows['conflicts'] = [];
  let conflicting = 0;
  for (let row = 0; row < total; row++) {
    if (states[row] !== KEY.first) {
      fates[row] = states[row] === KEY.empty ? ASIDE.keyEmpty : ASIDE.keyDuplicate;
      sizes.aside++;
      continue;
    }
    let customer = followPath(byRank[0], row);
    for (let i = 1; i < byRank.length; i++) {
      const other = followPath(byRank[i], row);
      if (customer < 0) {
        if (other >= 0) customer = other;
      } else if (other >= 0 && other !== customer) {
        conflicting++;
        if (conflicts.length < MAX_CONFLICTS) conflicts.push({ row, customer, other });
        break;
      }
    }
    if (contacts !== null) contacts[row] = firstContact(throughContacts, row, customer);
    if (customer < 0) {
      // The hop is told of the path that the definition names first.
      found[row] = followPath(paths[0], row);
      fates[row] = ASIDE.orphan;
      sizes.aside++;
      continue;
    }
    found[row] = customer;
    if (Number.isNaN(times[timestamp.codes === null ? row : timestamp.codes[row]])) {
      fates[row] = UNDATED;
      sizes.undated++;
    } else {
      sizes.dated++;
    }
  }
  return {
    ...distribute(fates, found, contacts, sizes),
    verdicts: verdictsOf(fates, found),
    contacts,
    conflicting,
    conflicts,
  };
}

/** The contact of the path that reached the customer; where none did by a contact, the first that is known (D 21). */
function firstContact(paths: readonly ResolvedPath[], row: number, customer: number): number {
  let known = -1;
  for (const path of paths) {
    const contact = contactOf(path, row);
    if (contact < 0) continue;
    if (followPath(path, row) === customer) return contact;
    if (known < 0) known = contact;
  }
  return known;
}

const UNDATED = 9;

function distribute(
  fates: Uint8Array,
  found: Int32Array,
  contacts: Int32Array | null,
  sizes: { dated: number; undated: number; aside: number },
): Pick<JudgedRows, 'dated' | 'undated' | 'aside'> {
  const dated = rowList(sizes.dated, contacts !== null);
  const undated = rowList(sizes.undated, contacts !== null);
  const aside = {
    rows: new Uint32Array(sizes.aside),
    reasons: new Uint8Array(sizes.aside),
    hops: new Uint8Array(sizes.aside),
  };
  let d = 0;
  let u = 0;
  let a = 0;
  for (let row = 0; row < fates.length; row++) {
    if (fates[row] === 0) {
      dated.rows[d] = row;
      if (dated.contacts !== null && contacts !== null) dated.contacts[d] = contacts[row];
      dated.customers[d++] = found[row];
    } else if (fates[row] === UNDATED) {
      undated.rows[u] = row;
      if (undated.contacts !== null && contacts !== null) undated.contacts[u] = contacts[row];
      undated.customers[u++] = found[row];
    } else {
      aside.rows[a] = row;
      aside.reasons[a] = fates[row];
      aside.hops[a++] = fates[row] === ASIDE.orphan ? -found[row] : 0;
    }
  }
  return { dated, undated, aside };
}

/** Turns customers into verdicts, in place. An orphan already is minus its hop. */
function verdictsOf(fates: Uint8Array, found: Int32Array<ArrayBuffer>): Int32Array<ArrayBuffer> {
  for (let row = 0; row < fates.length; row++) {
    const fate = fates[row];
    if (fate === 0 || fate === ASIDE.orphan) continue;
    if (fate === UNDATED) found[row] |= VERDICT.undated;
    else found[row] = fate === ASIDE.keyEmpty ? VERDICT.keyEmpty : VERDICT.keyDuplicate;
  }
  return found;
}

function rowList(size: number, hasContacts: boolean): RowList {
  return {
    rows: new Uint32Array(size),
    customers: new Int32Array(size),
    contacts: hasContacts ? new Int32Array(size) : null,
  };
}
