/** What runs or listens on the page right now, counted by standing in for the browser's own functions. */
export interface LeakCount {
  /**
   * One line for each thing that is alive: timers and frames to come, what observers watch, and listeners of targets
   * that outlive an element: the page's, and those of whatever is no node, such as signals. Sorted.
   */
  alive(): string[];
  restore(): void;
}

type Listener = Parameters<EventTarget['addEventListener']>[1];
type Options = Parameters<EventTarget['addEventListener']>[2];

interface Listening {
  readonly target: EventTarget;
  readonly type: string;
  readonly listener: Listener;
  readonly capture: boolean;
}

/** Counts what is begun from now on. */
export function countLeaks(): LeakCount {
  const undo: (() => void)[] = [];
  const listening = new Set<Listening>();
  const running = new Map<string, string>();
  const watched = new Map<object, Set<Node>>();

  function replace<Owner extends object, Key extends keyof Owner>(
    owner: Owner,
    key: Key,
    value: unknown,
  ): void {
    const original = owner[key];
    owner[key] = value as Owner[Key];
    undo.push(() => (owner[key] = original));
  }

  countListeners(listening, replace);
  countTimers(running, replace);
  for (const name of ['ResizeObserver', 'IntersectionObserver', 'MutationObserver'] as const) {
    countObservers(watched, window[name].prototype, replace);
  }

  return {
    alive: () =>
      [
        ...[...listening]
          .filter(({ target }) => !(target instanceof Node) || target.isConnected)
          .map(({ target, type }) => `listener of ${type} at ${target.constructor.name}`),
        ...running.values(),
        ...[...watched].flatMap(([observer, targets]) =>
          [...targets].map((target) => `${observer.constructor.name} of ${target.nodeName}`),
        ),
      ].sort(),
    restore: () => undo.reverse().forEach((step) => step()),
  };
}

type Replace = <Owner extends object, Key extends keyof Owner>(
  owner: Owner,
  key: Key,
  value: unknown,
) => void;

function countListeners(listening: Set<Listening>, replace: Replace): void {
  const { addEventListener, removeEventListener } = EventTarget.prototype;
  const isCapture = (options: Options): boolean =>
    typeof options === 'object' ? options.capture === true : options === true;
  const find = (
    target: EventTarget,
    type: string,
    listener: Listener,
    capture: boolean,
  ): Listening | undefined =>
    [...listening].find(
      (one) =>
        one.target === target && one.type === type && one.listener === listener && one.capture === capture,
    );

  replace(
    EventTarget.prototype,
    'addEventListener',
    function (this: EventTarget | undefined, type: string, listener: Listener, options?: Options): void {
      const target = this ?? window;
      const capture = isCapture(options);
      if (listener !== null && find(target, type, listener, capture) === undefined) {
        const entry = { target, type, listener, capture };
        listening.add(entry);
        const end = (): void => void listening.delete(entry);
        if (typeof options === 'object') {
          if (options.once) addEventListener.call(target, type, end, { once: true, capture });
          if (options.signal) addEventListener.call(options.signal, 'abort', end, { once: true });
        }
      }
      addEventListener.call(target, type, listener, options);
    },
  );
  replace(
    EventTarget.prototype,
    'removeEventListener',
    function (this: EventTarget | undefined, type: string, listener: Listener, options?: Options): void {
      const target = this ?? window;
      const entry = find(target, type, listener, isCapture(options));
      if (entry !== undefined) listening.delete(entry);
      removeEventListener.call(target, type, listener, options);
    },
  );
}

function countTimers(running: Map<string, string>, replace: Replace): void {
  for (const [set, clear, repeats] of [
    ['setTimeout', 'clearTimeout', false],
    ['setInterval', 'clearInterval', true],
    ['requestAnimationFrame', 'cancelAnimationFrame', false],
  ] as const) {
    const begin = window[set] as (callback: (...values: unknown[]) => void, ...rest: unknown[]) => number;
    const end = window[clear] as (id?: number) => void;
    // One list of numbers serves timeouts and intervals, another one frames.
    const keyOf = (id: unknown): string =>
      `${set === 'requestAnimationFrame' ? 'frame' : 'timer'} ${String(id)}`;
    replace(window, set, (callback: (...values: unknown[]) => void, ...rest: unknown[]): number => {
      const id = begin(
        (...values) => {
          if (!repeats) running.delete(keyOf(id));
          callback(...values);
        },
        ...rest,
      );
      running.set(keyOf(id), set);
      return id;
    });
    replace(window, clear, (id?: number): void => {
      running.delete(keyOf(id));
      end(id);
    });
  }
}

interface Observing {
  observe(target: Node, ...rest: unknown[]): void;
  disconnect(): void;
  unobserve?(target: Node): void;
}

function countObservers(watched: Map<object, Set<Node>>, prototype: object, replace: Replace): void {
  const original = prototype as Observing;
  const { observe, disconnect, unobserve } = original;
  replace(original, 'observe', function (this: Observing, target: Node, ...rest: unknown[]): void {
    watched.set(this, (watched.get(this) ?? new Set<Node>()).add(target));
    observe.call(this, target, ...rest);
  });
  replace(original, 'disconnect', function (this: Observing): void {
    watched.delete(this);
    disconnect.call(this);
  });
  if (unobserve === undefined) return;
  replace(original, 'unobserve', function (this: Observing, target: Node): void {
    watched.get(this)?.delete(target);
    unobserve.call(this, target);
  });
}
