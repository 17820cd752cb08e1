import type { ActivityChunk, ChunkContacts } from '../store/activity-chunk.js';
import type { ByteList } from '../store/byte-list.js';
import type { ByteTable } from '../store/byte-table.js';
import type { ActivityColumn, ActivitySegment } from '../store/records.js';
import { normalForm, type Dictionaries } from './activity-reader.js';
import type { TextFinder } from './text-finder.js';

/** Contacts that pass: some keys, and whether rows without a contact do. */
export interface ContactFilter {
  keys: ByteTable;
  withoutContact: boolean;
}

/** Roles in which a search looks; what the item shows, addresses aside. */
const SEARCHED: readonly ActivityColumn['role'][] = ['title', 'detail', 'attribute'];

/**
 * Marks the rows of one customer that pass the filters on contacts and text, chunk by chunk and each chunk once. Codes
 * are judged once for each different value; texts are looked at only where the contact passes and nothing has matched.
 */
export class RowMarks {
  readonly #contacts: ContactFilter | null;
  readonly #finder: TextFinder | null;
  readonly #dictionaries: (segment: ActivitySegment) => Dictionaries;
  readonly #marks = new Map<ActivityChunk, Uint8Array>();
  readonly #dictionaryMarks = new Map<ByteList, Uint8Array>();

  constructor(
    contacts: ContactFilter | null,
    finder: TextFinder | null,
    dictionaries: (segment: ActivitySegment) => Dictionaries,
  ) {
    this.#contacts = contacts;
    this.#finder = finder;
    this.#dictionaries = dictionaries;
  }

  /** For each row of the chunk in `[start, end)`, the customer's, 1 when it passes. */
  of(segment: ActivitySegment, chunk: ActivityChunk, start: number, end: number): Uint8Array {
    let marks = this.#marks.get(chunk);
    if (marks === undefined) {
      marks = new Uint8Array(chunk.rows);
      this.#markContacts(chunk.contacts, marks, start, end);
      if (this.#finder !== null) this.#markTexts(this.#finder, segment, chunk, marks, start, end);
      this.#marks.set(chunk, marks);
    }
    return marks;
  }

  #markContacts(contacts: ChunkContacts | null, marks: Uint8Array, start: number, end: number): void {
    const filter = this.#contacts;
    if (filter === null) {
      marks.fill(1, start, end);
    } else if (contacts === null) {
      if (filter.withoutContact) marks.fill(1, start, end);
    } else {
      const passes = new Uint8Array(contacts.keys.length + 1);
      passes[0] = filter.withoutContact ? 1 : 0;
      const { bytes, offsets, length } = contacts.keys;
      for (let i = 0; i < length; i++) {
        if (filter.keys.find(bytes, offsets[i], offsets[i + 1]) >= 0) passes[i + 1] = 1;
      }
      for (let row = start; row < end; row++) marks[row] = passes[contacts.codes[row]];
    }
  }

  /** Takes the mark from rows in which the text is nowhere. */
  #markTexts(
    finder: TextFinder,
    segment: ActivitySegment,
    chunk: ActivityChunk,
    marks: Uint8Array,
    start: number,
    end: number,
  ): void {
    const looks: ((row: number) => boolean)[] = [];
    const dictionaries = this.#dictionaries(segment);
    segment.columns.forEach((column, i) => {
      if (!SEARCHED.includes(column.role)) return;
      const dictionary = column.coded ? dictionaries.get(i) : undefined;
      if (dictionary !== undefined) {
        const found = this.#dictionary(finder, dictionary, column);
        const codes = chunk.codes(i);
        looks.push((row) => found[codes[row]] === 1);
      } else {
        const texts = chunk.texts(i);
        const isInItem = itemSearch(finder, column);
        looks.push((row) => isInItem(texts, row));
      }
    });
    if (chunk.contacts !== null) looks.push(contactSearch(finder, chunk.contacts));
    for (let row = start; row < end; row++) {
      if (marks[row] === 1 && !looks.some((isIn) => isIn(row))) marks[row] = 0;
    }
  }

  /** Each value of a dictionary is looked at once for all chunks. */
  #dictionary(finder: TextFinder, dictionary: ByteList, column: ActivityColumn): Uint8Array {
    let marks = this.#dictionaryMarks.get(dictionary);
    if (marks === undefined) {
      const isInItem = itemSearch(finder, column);
      marks = new Uint8Array(dictionary.length);
      for (let item = 0; item < marks.length; item++) if (isInItem(dictionary, item)) marks[item] = 1;
      this.#dictionaryMarks.set(dictionary, marks);
    }
    return marks;
  }
}

/** Each contact is looked at once, and only when a row asks. */
function contactSearch(finder: TextFinder, { codes, keys, names }: ChunkContacts): (row: number) => boolean {
  const [UNKNOWN, THERE, NOT_THERE] = [0, 1, 2];
  const found = new Uint8Array(keys.length);
  return (row) => {
    const contact = codes[row] - 1;
    if (contact < 0) return false;
    if (found[contact] === UNKNOWN) {
      const isThere = finder.isInItem(keys, contact) || finder.isInItem(names, contact);
      found[contact] = isThere ? THERE : NOT_THERE;
    }
    return found[contact] === THERE;
  };
}

/** Attributes are searched in the form in which they are shown (D 2). */
function itemSearch(finder: TextFinder, column: ActivityColumn): (list: ByteList, item: number) => boolean {
  if (column.form === 'text') return (list, item) => finder.isInItem(list, item);
  // Numbers and dates in normal form have few letters: most searches need not put a value into form to see that it
  // is not there.
  return finder.isBeyondForms
    ? (list, item) => finder.isInItem(list, item) && finder.isInText(normalForm(list.text(item), column))
    : (list, item) => finder.isInText(normalForm(list.text(item), column));
}
