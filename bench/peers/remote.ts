interface Request {
  id: number;
  method: string;
  args: unknown[];
}

interface Answer {
  id: number;
  result?: unknown;
  error?: string;
}

/** In a worker: answers calls of {@link remote} with the methods of `target`. */
export function serve(target: object): void {
  const methods = target as Record<string, (...args: unknown[]) => unknown>;
  addEventListener('message', ({ data }: MessageEvent<Request>) => {
    const { id, method, args } = data;
    Promise.resolve()
      .then(() => methods[method](...args))
      .then(
        (result) => postMessage({ id, result }),
        (cause: unknown) => postMessage({ id, error: String((cause as Error).stack ?? cause) }),
      );
  });
}

/** On the page: an object whose methods run in the worker, which ends with `close`. */
export function remote<T extends object>(worker: Worker): T {
  const waiting = new Map<number, (answer: Answer) => void>();
  let last = 0;
  worker.addEventListener('error', ({ message }) => {
    for (const [id, settle] of waiting) settle({ id, error: `The worker failed: ${message}` });
    waiting.clear();
  });
  worker.addEventListener('message', ({ data }: MessageEvent<Answer>) => {
    waiting.get(data.id)?.(data);
    waiting.delete(data.id);
  });
  const call = (method: string, args: unknown[]): Promise<unknown> =>
    new Promise((resolve, reject) => {
      const id = ++last;
      waiting.set(id, ({ result, error }) =>
        error === undefined ? resolve(result) : reject(new Error(error)),
      );
      worker.postMessage({ id, method, args } satisfies Request);
    });
  const close = async (): Promise<void> => {
    await call('close', []);
    worker.terminate();
  };
  return new Proxy({} as T, {
    get(_, method) {
      // A promise that settles with this object asks whether it is one itself.
      if (method === 'then') return undefined;
      return method === 'close' ? close : (...args: unknown[]) => call(String(method), args);
    },
  });
}
