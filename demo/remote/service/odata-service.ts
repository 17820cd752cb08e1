import { compareText } from '../../../src/model/text-order.js';
import { FilterError, readFilter, type ServiceRow } from './read-filter.js';

/** How a service differs from others. */
export interface Dialect {
  /** Rows of an answer at most. */
  mostRows: number;
  /** `Prefer: odata.maxpagesize` sets the size of a page; `$top` has no effect beside it. */
  obeysPrefer: boolean;
  /** Texts are compared without heed of case; there is no `tolower` then. */
  ignoresCase: boolean;
  /** Rows may be grouped by `$apply`. */
  groups: boolean;
  /** Next links are written from the root of the service on. */
  isRelative?: boolean;
}

/** As § 10.2 tells of Dataverse. */
export const DATAVERSE: Dialect = { mostRows: 5000, obeysPrefer: true, ignoresCase: true, groups: false };
/** As § 10.1 tells of the Customer Insights API. */
export const CUSTOMER_INSIGHTS: Dialect = {
  mostRows: 100,
  obeysPrefer: false,
  ignoresCase: false,
  groups: false,
};

export type ServiceSets = ReadonlyMap<string, readonly ServiceRow[]>;

class BadQuestion extends Error {}

/** A small OData v4 service over rows at hand: it reads, and answers what timelines ask. */
export class ODataServiceOverRows {
  readonly #root: string;
  readonly #sets: ServiceSets;
  readonly #dialect: Dialect;

  /** `root`: its address, ending with "/". */
  constructor(root: string, sets: ServiceSets, dialect: Dialect) {
    this.#root = root;
    this.#sets = sets;
    this.#dialect = dialect;
  }

  answer(request: Request): Response {
    const url = new URL(request.url);
    const rows = this.#sets.get(decodeURIComponent(url.href.slice(this.#root.length).split('?')[0]));
    if (!rows) return refusal(404, 'Resource not found for the segment.');
    try {
      return Response.json(this.#answer(url, rows, preferredSize(request)));
    } catch (error) {
      if (!(error instanceof BadQuestion) && !(error instanceof FilterError)) throw error;
      return refusal(400, error.message);
    }
  }

  #answer(url: URL, rows: readonly ServiceRow[], preferred: number | undefined): object {
    const { mostRows, obeysPrefer, ignoresCase, groups } = this.#dialect;
    const columns = new Set(rows.flatMap((row) => Object.keys(row)));
    const option = (name: string): string | null => url.searchParams.get(name);
    if (option('$skip') !== null) throw new BadQuestion('The query parameter $skip is not supported.');
    const apply = option('$apply');
    if (apply !== null && !groups) throw new BadQuestion('The query parameter $apply is not supported.');
    const matching = rows.filter(readFilter(option('$filter') ?? 'null eq null', { columns, ignoresCase }));
    const result =
      apply === null
        ? sorted(matching, option('$orderby'), columns).map(selector(option('$select'), columns))
        : grouped(rows, apply, columns, ignoresCase);
    const size = Math.min(mostRows, obeysPrefer ? (preferred ?? mostRows) : mostRows);
    const start = Number(option('$skiptoken') ?? 0);
    const top = obeysPrefer && preferred !== undefined ? null : option('$top');
    const end = top === null ? result.length : Math.min(result.length, Number(top));
    const next = Math.min(start + size, end);
    return {
      '@odata.context': `${this.#root}$metadata`,
      value: result.slice(start, next),
      ...(next < end && { '@odata.nextLink': this.#nextLink(url, next) }),
    };
  }

  #nextLink(url: URL, token: number): string {
    const link = new URL(url);
    link.searchParams.set('$skiptoken', String(token));
    return this.#dialect.isRelative ? link.href.slice(this.#root.length) : link.href;
  }
}

export function refusal(status: number, message: string, headers: Record<string, string> = {}): Response {
  return Response.json({ error: { code: String(status), message } }, { status, headers });
}

function preferredSize(request: Request): number | undefined {
  const size = /odata\.maxpagesize=(\d+)/.exec(request.headers.get('Prefer') ?? '')?.[1];
  return size === undefined ? undefined : Number(size);
}

function need(name: string, columns: ReadonlySet<string>): string {
  if (columns.has(name)) return name;
  throw new BadQuestion(`Could not find a property named '${name}' on the type.`);
}

function sorted(
  rows: readonly ServiceRow[],
  orderby: string | null,
  columns: ReadonlySet<string>,
): ServiceRow[] {
  const keys = (orderby ?? '').split(',').filter(Boolean);
  const order = keys.map((key) => {
    const [name, direction] = key.trim().split(/\s+/);
    return { name: need(name, columns), sign: direction === 'desc' ? -1 : 1 };
  });
  return [...rows].sort((one, other) => {
    for (const { name, sign } of order) {
      const step = compareText(String(one[name] ?? ''), String(other[name] ?? ''));
      if (step !== 0) return sign * step;
    }
    return 0;
  });
}

function selector(select: string | null, columns: ReadonlySet<string>): (row: ServiceRow) => ServiceRow {
  if (select === null) return (row) => row;
  const names = select.split(',').map((name) => need(name.trim(), columns));
  return (row) => Object.fromEntries(names.map((name) => [name, row[name] ?? null]));
}

/** `filter(…)/groupby((a,b),aggregate($count as n))`. */
function grouped(
  rows: readonly ServiceRow[],
  apply: string,
  columns: ReadonlySet<string>,
  ignoresCase: boolean,
): ServiceRow[] {
  const match = /^filter\((.*)\)\/groupby\(\(([^()]*)\),aggregate\(\$count as (\w+)\)\)$/su.exec(apply);
  if (!match) throw new BadQuestion('This $apply is not supported.');
  const [, filter, by, count] = match;
  const names = by.split(',').map((name) => need(name, columns));
  const groups = new Map<string, Record<string, string | number | null>>();
  for (const row of rows.filter(readFilter(filter, { columns, ignoresCase }))) {
    const values = names.map((name) => row[name] ?? null);
    const key = JSON.stringify(values);
    const group = groups.get(key) ?? {
      ...Object.fromEntries(names.map((name, i) => [name, values[i]])),
      [count]: 0,
    };
    group[count] = Number(group[count]) + 1;
    groups.set(key, group);
  }
  return [...groups.values()];
}
