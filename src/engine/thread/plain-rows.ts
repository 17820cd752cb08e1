import { saysItsJson } from '../ingest/says-its-json.js';

type AnyRow = Readonly<Record<string, unknown>>;

/** Has no JSON text, so its row is set aside. */
const NO_TEXT = [0n];

/**
 * Rows as they can cross to another thread, where an object arrives without its class and what that makes of it in
 * JSON (`toJSON`): objects in them, dates excepted, become their JSON text here.
 */
export function plainRows(rows: readonly AnyRow[]): readonly AnyRow[] {
  return rows.map(plainRow);
}

function plainRow(row: AnyRow): AnyRow {
  // The caller's types may be wrong.
  if (typeof row !== 'object' || row === null || Array.isArray(row)) return row;
  let plain: Record<string, unknown> | null = null;
  for (const name in row) {
    const value = row[name];
    if (typeof value !== 'object' || value === null || value instanceof Date) continue;
    plain ??= { ...row };
    if (Object.hasOwn(plain, name)) plain[name] = plainValue(value);
  }
  return plain ?? row;
}

function plainValue(value: object): unknown {
  try {
    const plain = saysItsJson(value) ? value.toJSON('') : value;
    return typeof plain === 'object' && plain !== null ? JSON.stringify(plain) : plain;
  } catch {
    return NO_TEXT;
  }
}
