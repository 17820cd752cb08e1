import type { Descriptions } from '../descriptions.js';
import type { ActivityOutput, Current } from '../store/records.js';
import type { Storage, View } from '../store/storage.js';
import { readCurrent } from '../store/current.js';
import { ChunkCache } from './chunk-cache.js';
import { DictionaryCache } from './dictionary-cache.js';
import { LastSearch } from './last-search.js';

/** How long an answer made of cached chunks alone may go without a look at the stored state. */
const TRUST_MS = 1000;

/** What a query reads from: one output, in one view. */
export interface QueryContext {
  view: View;
  output: ActivityOutput;
  chunks: ChunkCache;
  dictionaries: DictionaryCache;
  searches: LastSearch;
}

/**
 * Answers queries from the current activities. It works with the output of the last query at once; whether that is
 * still current is asked in the same view and the same round trip as the chunks. When all chunks are at hand, the
 * answer is a consistent older state at worst, and is trusted for a second or until a change is announced.
 */
export class OutputReader {
  readonly dictionaries = new DictionaryCache();
  readonly #chunks = new ChunkCache();
  readonly #searches = new LastSearch();
  readonly #storage: Storage;
  readonly #descriptions: Descriptions;
  #output: ActivityOutput | null = null;
  #trustedUntil = 0;

  constructor(storage: Storage, descriptions: Descriptions) {
    this.#storage = storage;
    this.#descriptions = descriptions;
  }

  /** Asks for the state again before the next answer: somebody announced a change. */
  distrust(): void {
    this.#trustedUntil = 0;
  }

  query<T>(none: T, work: (context: QueryContext) => Promise<T>): Promise<T> {
    return this.#storage.read(async (view) => {
      const guess = this.#output;
      if (guess !== null) {
        const watched = new WatchedView(view);
        const answer = await work(this.#context(watched, guess)).then(keep, rethrowLater);
        if (await this.#isCurrent(guess, watched)) return answer();
      }
      const output = await this.#descriptions.activities(view, (await readCurrent(view)).activities);
      this.#output = output;
      this.#chunks.clear();
      this.#searches.forget();
      if (output === null) return none;
      this.dictionaries.keep(output.segments);
      return work(this.#context(view, output));
    });
  }

  #context(view: View, output: ActivityOutput): QueryContext {
    const { dictionaries } = this;
    return { view, output, chunks: this.#chunks, dictionaries, searches: this.#searches };
  }

  async #isCurrent(output: ActivityOutput, watched: WatchedView): Promise<boolean> {
    if (watched.current === null && performance.now() < this.#trustedUntil) return true;
    const current = await (watched.current ?? watched.readCurrent());
    if (current.activities !== output.segment) return false;
    this.#trustedUntil = performance.now() + TRUST_MS;
    return true;
  }
}

/** A view that looks at the stored state together with the first chunk it reads. */
class WatchedView implements View {
  current: Promise<Current> | null = null;
  readonly #view: View;

  constructor(view: View) {
    this.#view = view;
  }

  readCurrent(): Promise<Current> {
    return readCurrent(this.#view);
  }

  meta(...key: Parameters<View['meta']>): ReturnType<View['meta']> {
    return this.#view.meta(...key);
  }

  first(...range: Parameters<View['first']>): ReturnType<View['first']> {
    this.current ??= this.readCurrent();
    return this.#view.first(...range);
  }

  last(...range: Parameters<View['last']>): ReturnType<View['last']> {
    this.current ??= this.readCurrent();
    return this.#view.last(...range);
  }

  all(...range: Parameters<View['all']>): ReturnType<View['all']> {
    this.current ??= this.readCurrent();
    return this.#view.all(...range);
  }
}

function keep<T>(value: T): () => T {
  return () => value;
}

/** A query on an outdated output may fail; it counts only if the output turns out to be current. */
function rethrowLater(cause: unknown): () => never {
  return () => {
    throw cause;
  };
}
