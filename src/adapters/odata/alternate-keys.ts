import type { SourceKey } from '../../model/activity.js';
import { textLiteral, queryText } from './literals.js';
import type { ODataClient } from './odata-client.js';
import type { AlternateKeyColumns, ODataService } from './odata-service.js';
import { textOf, type ODataRow } from './read-row.js';

/** Tables that may have one and the same key are few. */
const MOST_ANSWERS = 5;

/**
 * The customer of a source row (§ 8.3). Keys are compared as D 53 says: trimmed and without heed of case, unless two
 * customers have keys that differ in that alone. Null when there is none.
 */
export async function resolveCustomer(
  client: ODataClient,
  service: ODataService,
  { table, key }: { table: string; key: string },
  signal: AbortSignal | undefined,
): Promise<string | null> {
  signal?.throwIfAborted();
  const keys = service.alternateKeys;
  if (!keys) return null;
  const { columns } = keys;
  const wanted = key.trim();
  if (wanted === '') return null;
  const rows = await readRows(client, keys.set, sameKey(service, columns.value, wanted), signal);
  const ofTable = rows.filter(
    (row) => `${textOf(row[columns.dataSource])}_${tableOf(row, columns)}` === table,
  );
  const valueOf = (row: ODataRow): string => textOf(row[columns.value]).trim();
  const exact = ofTable.filter((row) => valueOf(row) === wanted);
  const alike = ofTable.filter((row) => valueOf(row).toLowerCase() === wanted.toLowerCase());
  const ids = new Set((exact.length ? exact : alike).map((row) => textOf(row[columns.customerId])));
  const [customerId = ''] = ids;
  return ids.size === 1 && customerId !== '' ? customerId : null;
}

/** Source keys of a customer, table by table. */
export async function readKeyRing(
  client: ODataClient,
  service: ODataService,
  customerId: string,
  signal: AbortSignal | undefined,
): Promise<SourceKey[]> {
  const keys = service.alternateKeys;
  if (!keys) return [];
  const filter = `${keys.columns.customerId} eq ${textLiteral(customerId)}`;
  const rings = new Map<string, SourceKey>();
  for (const row of await readRows(client, keys.set, filter, signal)) {
    const value = textOf(row[keys.columns.value]);
    const table = `${textOf(row[keys.columns.dataSource])}_${tableOf(row, keys.columns)}`;
    const ring = rings.get(table);
    const preferred = preferredKey(row, keys.columns, table) ?? ring?.preferredKey ?? value;
    rings.set(table, {
      table,
      preferredKey: preferred,
      keys: [...new Set([preferred, ...(ring?.keys ?? []), value])],
    });
  }
  return [...rings.values()];
}

/** The name of a table stands under the newer spelling, or under the older one (D 8b). */
function tableOf(row: ODataRow, { table }: AlternateKeyColumns): string {
  const names = typeof table === 'string' ? [table] : table;
  return names.map((name) => textOf(row[name])).find((value) => value !== '') ?? '';
}

/** The key ring has both spellings too. */
function preferredKey(row: ODataRow, { keyRing }: AlternateKeyColumns, table: string): string | undefined {
  if (keyRing === undefined) return undefined;
  try {
    const ring = JSON.parse(textOf(row[keyRing])) as unknown;
    if (!Array.isArray(ring)) return undefined;
    const entry = (ring as (Record<string, unknown> | null)[]).find(
      (part) => `${textOf(part?.dataSourceName)}_${textOf(part?.tableName ?? part?.entityName)}` === table,
    );
    return textOf(entry?.preferredKey) || undefined;
  } catch {
    return undefined;
  }
}

function sameKey({ search }: ODataService, column: string, key: string): string {
  const spellings = [...new Set([key, key.toLowerCase(), key.toUpperCase()])];
  const conditions = spellings.map((spelling) => `${column} eq ${textLiteral(spelling)}`);
  if (search === 'tolower') conditions.push(`tolower(${column}) eq ${textLiteral(key.toLowerCase())}`);
  return `(${conditions.join(' or ')})`;
}

/** All columns: which of the spellings the service has is not known. */
async function readRows(
  client: ODataClient,
  set: string,
  filter: string,
  signal: AbortSignal | undefined,
): Promise<ODataRow[]> {
  const rows: ODataRow[] = [];
  let address: string | undefined = client.address(set, queryText({ $filter: filter }));
  for (let read = 0; address !== undefined && read < MOST_ANSWERS; read++) {
    const answer = await client.get(address, { signal });
    rows.push(...answer.rows);
    address = answer.nextLink === undefined ? undefined : client.follow(answer.nextLink, address);
  }
  return rows;
}
