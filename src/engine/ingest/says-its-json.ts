/** True for dates and others that JSON asks how they stand in it. */
export function saysItsJson(value: object): value is { toJSON(key: string): unknown } {
  return 'toJSON' in value && typeof value.toJSON === 'function';
}
