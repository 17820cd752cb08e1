import { ByteList } from './byte-list.js';
import { joinLists } from './byte-lists.js';
import { NumberedTexts } from './numbered-texts.js';
import { TEXT_FORM, type PackedTexts } from './packed-texts.js';
import { PlainTexts } from './plain-texts.js';
import { storageCorrupt } from './storage-error.js';
import { SymbolTexts } from './symbol-texts.js';
import { WordReader } from './words.js';

/** Reads the two sections of a list of texts. Whatever does not add up is `storage-corrupt`. */
export function readTexts(words: Uint32Array, bytes: Uint8Array<ArrayBuffer>, count: number): PackedTexts {
  const reader = new WordReader(words);
  switch (reader.word()) {
    case TEXT_FORM.plain:
      return PlainTexts.read(reader, bytes, count);
    case TEXT_FORM.symbols:
      return SymbolTexts.read(reader, bytes, count);
    case TEXT_FORM.numbers:
      return NumberedTexts.read(reader, bytes, count);
    default:
      throw storageCorrupt();
  }
}

/** Texts of several lists as one, in one form where all have it. */
export function joinTexts(lists: readonly PackedTexts[]): PackedTexts {
  const [first, ...others] = lists;
  if (first === undefined) return new PlainTexts(new ByteList());
  if (others.length === 0) return first;
  return first.join(others) ?? new PlainTexts(joinLists(lists.map((list) => list.unpack())));
}
