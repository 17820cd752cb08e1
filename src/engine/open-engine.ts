import { AdapterError } from '../model/errors.js';
import type { Engine, EngineOptions } from './engine.js';
import workerUrl from './engine.worker.ts?worker&url';
import { EngineClient } from './thread/client.js';
import { startInline, startWorker, type Started } from './thread/start.js';
import { workerScriptUrl } from './thread/trusted-url.js';

const NAME = /^[\w.-]{1,64}$/;

/**
 * Opens a workspace. Always settles: opened (see `persistence` and `mode` for how), or rejected with an
 * `AdapterError` — `storage-blocked` when the browser's storage does not answer within 8 seconds, `storage-outdated`
 * when a newer release of the page has taken the data over, `worker-failed` when `mode` is `worker` and none starts,
 * `name-invalid` for a workspace name that cannot be one.
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
  const open = { workspace: name, inMemory: indexedDB === null, busyTimeoutMs };
  const isInjected = (indexedDB !== undefined && indexedDB !== null) || locks !== undefined;
  if (mode !== 'inline' && !isInjected && typeof Worker !== 'undefined') {
    const started = await tryWorkers(options.workerUrl ?? workerUrl, open, mode === 'worker');
    if (started !== null) return new EngineClient(started.channel, 'worker', started.opened);
  }
  if (mode === 'worker') throw new AdapterError('worker-failed', 'This environment has no workers.');
  const { channel, opened } = await startInline(open, {
    ...(indexedDB === undefined ? {} : { indexedDB }),
    ...(locks === undefined ? {} : { locks }),
  });
  return new EngineClient(channel, 'inline', opened);
}

/** The script as a file, then from inside this module: a page on another origin, or one packed file, needs that. */
async function tryWorkers(
  url: string | URL,
  open: Parameters<typeof startWorker>[1],
  isRequired: boolean,
): Promise<Started | null> {
  const ways: (() => Worker | Promise<Worker>)[] = [
    // Trusted Types know no worker URL but that of a policy; to the type checker it is a string.
    () => new Worker(workerScriptUrl(url) as URL, { type: 'module' }),
    async () => {
      const { default: InlineWorker } = await import('./engine.worker.ts?worker&inline');
      return new InlineWorker();
    },
  ];
  let last: unknown;
  for (const make of ways) {
    try {
      return await startWorker(make, open);
    } catch (cause) {
      if (!(cause instanceof AdapterError) || cause.code !== 'worker-failed') throw cause;
      last = cause;
    }
  }
  if (isRequired) throw last;
  return null;
}
