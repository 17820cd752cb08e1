import type { ByteList } from './byte-list.js';
import { packSections, packTexts, Sections, unpackTexts } from './sections.js';

/*
 * A chunk of customers in the order of their ids: 0 [customers], 1 ids of 16 bytes, 2–3 names, 4–5 source keys as
 * JSON, then two sections for each unified field.
 * The directory, chunk [segment, -1, 0], is laid out the same way over all customers, with a search hint and the
 * source keys as plain text in place of the rest.
 */
export interface CustomerTexts {
  ids: Uint8Array<ArrayBuffer>;
  texts: readonly ByteList[];
}

/** Key part of the directory. */
export const DIRECTORY = -1;

export function packCustomers({ ids, texts }: CustomerTexts): ArrayBuffer {
  return packSections([Uint32Array.of(ids.length / 16, texts.length), ids, ...texts.flatMap(packTexts)]);
}

export function unpackCustomers(chunk: ArrayBuffer): CustomerTexts {
  const sections = new Sections(chunk);
  const [customers, lists] = sections.u32(0);
  return {
    ids: sections.u8(1),
    texts: Array.from({ length: lists }, (_, i) => unpackTexts(sections, 2 + i * 2, customers)),
  };
}
