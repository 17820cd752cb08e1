import { AdapterError } from '../../model/errors.js';
import type { OpenOptions, Surroundings } from '../open-core.js';
import { Channel, type Connection } from './channel.js';
import type { Opened } from './protocol.js';

/** A worker counts as started when its script says so; a blocked one may fire an error or stay silent. */
const START_TIMEOUT_MS = 4000;

/** A channel to an engine that has opened its storage. */
export interface Started {
  channel: Channel;
  opened: Opened;
}

/**
 * Starts the engine in a worker that `make` creates. Rejects when the page's policy or the browser refuses it; an
 * error of the engine itself, which another thread would not mend, comes as it is.
 */
export async function startWorker(
  make: () => Worker | Promise<Worker>,
  options: OpenOptions,
): Promise<Started> {
  let worker: Worker;
  try {
    worker = await make();
  } catch (cause) {
    throw refused(cause);
  }
  const channel = new Channel(connectionTo(worker), 'worker');
  let timer: ReturnType<typeof setTimeout> | undefined;
  try {
    const opened = await new Promise<Opened>((resolve, reject) => {
      worker.onerror = (event) => {
        event.preventDefault();
        reject(refused(event.message));
      };
      timer = setTimeout(() => reject(refused('no answer in time')), START_TIMEOUT_MS);
      channel.onReady = () => clearTimeout(timer);
      channel.request({ kind: 'open', options }).then((answer) => resolve(answer as Opened), reject);
    });
    worker.onerror = () =>
      channel.close(
        new AdapterError('worker-failed', 'The engine stopped unexpectedly. Reload the page.', {
          retryable: true,
        }),
      );
    return { channel, opened };
  } catch (cause) {
    channel.close();
    throw cause;
  } finally {
    clearTimeout(timer);
  }
}

/**
 * Starts the engine on this thread, at the other end of a channel: the same code, in slices. `worker-failed` when its
 * script cannot be loaded.
 */
export async function startInline(options: OpenOptions, surroundings: Surroundings): Promise<Started> {
  const { serve } = await import('./serve.js').catch((cause: unknown) => {
    throw new AdapterError(
      'worker-failed',
      'The engine could not be loaded. Check the connection, then try again or reload the page. Nothing was changed.',
      { retryable: true, cause },
    );
  });
  const { port1, port2 } = new MessageChannel();
  serve(port2, surroundings);
  const connection: Connection = {
    postMessage: (message, transfer) => port1.postMessage(message, transfer),
    set onmessage(receive: Connection['onmessage']) {
      port1.onmessage = receive;
    },
    end: () => {
      port1.close();
    },
  };
  const channel = new Channel(connection, 'inline');
  const opened = (await channel.request({ kind: 'open', options })) as Opened;
  return { channel, opened };
}

function connectionTo(worker: Worker): Connection {
  return {
    postMessage: (message, transfer) => worker.postMessage(message, transfer),
    set onmessage(receive: Connection['onmessage']) {
      worker.onmessage = receive;
    },
    end: () => worker.terminate(),
  };
}

function refused(cause: unknown): AdapterError {
  return new AdapterError('worker-failed', 'The browser refused to start the engine in a worker.', { cause });
}
