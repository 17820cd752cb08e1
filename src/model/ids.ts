import { md5 } from './md5.js';

const encoder = new TextEncoder();

const HEX = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'));

/**
 * Id of an activity (D 58): it does not hang on the customer, so it survives a re-unification, nor on the
 * definition's name, so it survives a rename.
 */
export function activityId(sourceTable: string, definition: string, sourceActivityId: string): string {
  return formatId(md5(encoder.encode(`${sourceTable}|${definition}|${sourceActivityId}`)));
}

/** Name of a source row over all sources (§ 2.2): `DataSource|Table|key`. */
export function identifier(source: string, table: string, key: string): string {
  return `${source}|${table}|${key}`;
}

/** Id of a new customer, as 16 bytes (D 67): the MD5 of the identifier of its highest-ranked row. */
export function customerIdBytes(rowIdentifier: string): Uint8Array<ArrayBuffer> {
  return md5(encoder.encode(rowIdentifier));
}

/** The text form of an id: 32 lower-case hexadecimal digits. */
export function formatId(bytes: Uint8Array): string {
  let text = '';
  for (const byte of bytes) text += HEX[byte];
  return text;
}

/** The bytes of an id in text form, or null when it is not one. */
export function parseId(text: string): Uint8Array<ArrayBuffer> | null {
  if (!/^[0-9a-f]{32}$/.test(text)) return null;
  const bytes = new Uint8Array(16);
  for (let i = 0; i < 16; i++) bytes[i] = Number.parseInt(text.slice(i * 2, i * 2 + 2), 16);
  return bytes;
}
