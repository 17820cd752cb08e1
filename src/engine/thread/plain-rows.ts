type AnyRow = Readonly<Record<string, unknown>>;

/**
 * Rows as they can cross to another thread, where an object arrives without its class and what that makes of it in
 * JSON (`toJSON`): objects in them, dates excepted, become their JSON text here.
 */
export function plainRows(rows: readonly AnyRow[]): readonly AnyRow[] {
  return rows.map(plainRow);
}

function plainRow(row: AnyRow): AnyRow {
  // The caller's types may be wrong; what is no object has nothing to look at.
  if (Array.isArray(row)) return row;
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
    const text = JSON.stringify(value) as string | undefined;
    return text === undefined || /^[[{]/.test(text) ? text : JSON.parse(text);
  } catch {
    // Has no JSON text either, so the row is set aside.
    return [0n];
  }
}
