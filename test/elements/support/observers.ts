/** Observers that watch something right now, counted by standing in for the browser's class. */
export interface ObserverCount {
  readonly watching: number;
  restore(): void;
}

/** Counts the resize observers that are made from now on. */
export function countObservers(): ObserverCount {
  const Original = window.ResizeObserver;
  const watched = new Map<ResizeObserver, Set<Element>>();
  window.ResizeObserver = class extends Original {
    override observe(target: Element): void {
      watched.set(this, (watched.get(this) ?? new Set()).add(target));
      super.observe(target);
    }
    override unobserve(target: Element): void {
      watched.get(this)?.delete(target);
      super.unobserve(target);
    }
    override disconnect(): void {
      watched.delete(this);
      super.disconnect();
    }
  };
  return {
    get watching(): number {
      return [...watched.values()].reduce((sum, targets) => sum + targets.size, 0);
    },
    restore(): void {
      window.ResizeObserver = Original;
    },
  };
}
