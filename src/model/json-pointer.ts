/** A place in a JSON document: keys and positions from its root. */
export type JsonPath = readonly (string | number)[];

/** Writes a place as a JSON Pointer (RFC 6901): `/activities/0/name`, the root as an empty text. */
export function jsonPointer(path: JsonPath): string {
  return path.map((step) => `/${String(step).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');
}
