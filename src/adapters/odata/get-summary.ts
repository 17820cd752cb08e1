import type { SummaryQuery, ActivitySummary } from '../../model/activity.js';
import { AdapterError } from '../../model/errors.js';
import { timeZone } from '../../model/time-zone.js';
import { matcher } from '../memory/activity-match.js';
import { countActivities, countContacts, typesIn, type TypeSetup } from '../shared/activity-count.js';
import { readCounted, type CountedRows } from './counted-rows.js';
import { checkFilter } from './filter.js';
import type { Source } from './get-page.js';

/** How long the rows that were counted last may answer for other filters. */
const FRESH_MS = 300_000;
const MOST_CUSTOMERS = 8;

/** Counts activities, and remembers what it read of the customers that were looked at last. */
export class Summaries {
  readonly #source: Source;
  readonly #types: readonly TypeSetup[] | undefined;
  readonly #answers: number;
  /** Another map after {@link clear}: what is counted meanwhile is put into the old one. */
  #known = new Map<string, CountedRows & { at: number }>();

  /** `answers`: pages that are read to count at most. */
  constructor(source: Source, options: { types: readonly TypeSetup[] | undefined; answers: number }) {
    this.#source = source;
    this.#types = options.types;
    this.#answers = options.answers;
  }

  /** Forgets what was counted. */
  clear(): void {
    this.#known = new Map();
  }

  /**
   * Counts anew without filters; with filters by what was counted last, where that was everything, else anew. One
   * filter more costs no question then.
   */
  async get(query: SummaryQuery, signal: AbortSignal | undefined): Promise<ActivitySummary> {
    signal?.throwIfAborted();
    if (this.#source.shape.service.counts === 'none') {
      throw new AdapterError(
        'unsupported',
        'This source cannot count. Read the pages in place of a summary.',
      );
    }
    checkFilter(this.#source.shape.service, query);
    const everything = this.#knownOf(query.customerId);
    const isSearch = (query.text ?? '').trim() !== '';
    if (isFiltered(query) && !isSearch && everything?.isAll) {
      // Ids of customers are compared as the service does it.
      const rows = everything.rows.map((row) => ({ ...row, customerId: query.customerId }));
      return this.#count(query, { rows: rows.filter(matcher(query, timeZone(query.timeZone))), isAll: true });
    }
    const known = this.#known;
    const counted = await readCounted(this.#source, query, { answers: this.#answers, signal });
    if (!isFiltered(query) && !isSearch) remember(known, query.customerId, counted);
    return this.#count(query, counted);
  }

  #count(query: SummaryQuery, { rows, isAll }: CountedRows): ActivitySummary {
    const known = this.#knownOf(query.customerId);
    // Where not all was read, a filter may lead to what was not.
    const all = known?.isAll ? known.rows : [...(known?.rows ?? []), ...rows];
    const types = this.#types ?? typesIn(all);
    const summary = countActivities(rows, types, timeZone(query.timeZone), isAll);
    const hasContacts = all.some(({ contactId }) => contactId !== undefined);
    return hasContacts ? { ...summary, contacts: countContacts(rows) } : summary;
  }

  #knownOf(customerId: string): CountedRows | undefined {
    const known = this.#known.get(customerId);
    return known && Date.now() - known.at < FRESH_MS ? known : undefined;
  }
}

function remember(
  known: Map<string, CountedRows & { at: number }>,
  customerId: string,
  counted: CountedRows,
): void {
  known.delete(customerId);
  known.set(customerId, { ...counted, at: Date.now() });
  for (const oldest of known.keys()) {
    if (known.size <= MOST_CUSTOMERS) break;
    known.delete(oldest);
  }
}

function isFiltered({ types, contacts, from, to }: SummaryQuery): boolean {
  return (types?.length ?? 0) + (contacts?.length ?? 0) > 0 || from !== undefined || to !== undefined;
}
