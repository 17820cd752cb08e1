import { AdapterError } from '../model/errors.js';
import type { DataChange } from '../model/timeline-adapter.js';
import type { Engine, EngineOptions } from './engine.js';
import workerUrl from './engine.worker.ts?worker&url';
import type { OpenOptions, Surroundings } from './open-core.js';
import { openReading } from './open-reading.js';
import { EngineClient } from './thread/client.js';
import { EarlyLink } from './thread/early-link.js';
import { startInline, startWorker, type Started } from './thread/start.js';
import { workerScriptUrl } from './thread/trusted-url.js';

const NAME = /^[\w.-]{1,64}$/;

/**
 * Opens a workspace. Always settles: opened (see `persistence` and `mode` for how), or rejected with an
 * `AdapterError` — `storage-blocked` when the browser's storage does not answer within 8 seconds, `storage-outdated`
 * when a newer release of the page has taken the data over, `worker-failed` when `mode` is `worker` and none starts,
 * or when the engine's scripts cannot be loaded, `name-invalid` for a workspace name that cannot be one.
 */
export async function openEngine(options: EngineOptions = {}): Promise<Engine> {
  const { name = 'default', mode = 'auto', indexedDB, locks, busyTimeoutMs = 0 } = options;
  if (!NAME.test(name)) {
    throw new AdapterError(
      'name-invalid',
      'A workspace name has 1 to 64 letters, digits, “_”, “-” and “.”.',
      { detail: { name } },
    );
  }
  const open: OpenOptions = { workspace: name, inMemory: indexedDB === null, busyTimeoutMs };
  const isInjected = (indexedDB !== undefined && indexedDB !== null) || locks !== undefined;
  const mayUseWorker = mode !== 'inline' && !isInjected && typeof Worker !== 'undefined';
  if (mode === 'worker' && !mayUseWorker)
    throw new AdapterError('worker-failed', 'This environment has no workers.');
  const ways = [
    ...(mayUseWorker ? workers(options.workerUrl ?? workerUrl, open) : []),
    ...(mode === 'worker' ? [] : [() => startInline(open, surroundingsOf(options))]),
  ];
  if (mode === 'auto' && mayUseWorker && indexedDB !== null) {
    const early = await openEarly(name, async () => (await firstOf(ways)).channel);
    if (early !== null) return early;
  }
  const { channel, opened } = await firstOf(ways);
  return new EngineClient(channel, opened);
}

/** An engine that reads at once and starts the rest of itself later. Null where there is nothing to read. */
async function openEarly(
  name: string,
  startWhole: ConstructorParameters<typeof EarlyLink>[1],
): Promise<Engine | null> {
  let link: EarlyLink | null = null;
  const reading = await openReading(name, (change: DataChange) => link?.hear(change));
  if (reading === null) return null;
  link = new EarlyLink(reading, startWhole);
  return new EngineClient(link, reading);
}

type Way = () => Promise<Started>;

/** The script as a file, then from inside this module: a page on another origin, or one packed file, needs that. */
function workers(url: string | URL, open: OpenOptions): Way[] {
  return [
    // Trusted Types know no worker URL but that of a policy; to the type checker it is a string.
    () => startWorker(() => new Worker(workerScriptUrl(url) as URL, { type: 'module' }), open),
    () =>
      startWorker(async () => {
        const { default: InlineWorker } = await import('./engine.worker.ts?worker&inline');
        return new InlineWorker();
      }, open),
  ];
}

/** Tries one way after the other. An error of the engine itself is the same on all of them. */
async function firstOf([way, ...others]: readonly Way[]): Promise<Started> {
  try {
    return await way();
  } catch (cause) {
    if (others.length === 0 || !(cause instanceof AdapterError) || cause.code !== 'worker-failed')
      throw cause;
    return firstOf(others);
  }
}

function surroundingsOf({ indexedDB, locks }: EngineOptions): Surroundings {
  return { ...(indexedDB === undefined ? {} : { indexedDB }), ...(locks === undefined ? {} : { locks }) };
}
