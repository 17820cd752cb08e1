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
 * are judged once for each different value, the texts of a column in one go.
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
    const found = new Uint8Array(chunk.rows);
    const dictionaries = this.#dictionaries(segment);
    segment.columns.forEach((column, i) => {
      if (!SEARCHED.includes(column.role)) return;
      const dictionary = column.coded ? dictionaries.get(i) : undefined;
      if (dictionary === undefined) markItems(finder, column, chunk.texts(i), start, end, found);
      else markCodes(chunk.codes(i), this.#dictionary(finder, dictionary, column), start, end, found);
    });
    if (chunk.contacts !== null) {
      const { codes, keys, names } = chunk.contacts;
      const contacts = new Uint8Array(keys.length + 1);
      finder.mark(keys, 0, keys.length, contacts);
      finder.mark(names, 0, keys.length, contacts);
      // Code 0 stands for nobody.
      contacts.copyWithin(1, 0);
      contacts[0] = 0;
      markCodes(codes, contacts, start, end, found);
    }
    for (let row = start; row < end; row++) marks[row] &= found[row];
  }

  /** Each value of a dictionary is looked at once for all chunks. */
  #dictionary(finder: TextFinder, dictionary: ByteList, column: ActivityColumn): Uint8Array {
    let marks = this.#dictionaryMarks.get(dictionary);
    if (marks === undefined) {
      marks = new Uint8Array(dictionary.length);
      markItems(finder, column, dictionary, 0, marks.length, marks);
      this.#dictionaryMarks.set(dictionary, marks);
    }
    return marks;
  }
}

/** Marks the rows whose code is marked. */
function markCodes(
  codes: Uint32Array,
  marked: Uint8Array,
  start: number,
  end: number,
  found: Uint8Array,
): void {
  if (!marked.includes(1)) return;
  for (let row = start; row < end; row++) found[row] |= marked[codes[row]];
}

/** Marks the items that have the text. Attributes are searched in the form in which they are shown (D 2). */
function markItems(
  finder: TextFinder,
  column: ActivityColumn,
  list: ByteList,
  start: number,
  end: number,
  found: Uint8Array,
): void {
  if (column.form === 'text') {
    finder.mark(list, start, end, found);
    return;
  }
  // Numbers and dates in normal form have few letters: most searches need not put a value into form to see that it
  // is not there.
  const looks = new Uint8Array(end);
  if (finder.isBeyondForms) finder.mark(list, start, end, looks);
  else looks.fill(1);
  for (let item = start; item < end; item++) {
    if (found[item] === 0 && looks[item] === 1 && finder.isInText(normalForm(list.text(item), column)))
      found[item] = 1;
  }
}
