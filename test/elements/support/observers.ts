/** Observers that watch something right now, counted by standing in for the browser's class. */
export interface ObserverCount {
  readonly watching: number;
  restore(): void;
}

/** Counts the intersection observers that are made from now on. */
export function countObservers(): ObserverCount {
  const Original = window.IntersectionObserver;
  const watched = new Map<IntersectionObserver, Set<Element>>();
  window.IntersectionObserver = class extends Original {
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
      window.IntersectionObserver = Original;
    },
  };
}

/** Takes the observer away, as in surroundings that have none; answers how to give it back. */
export function withoutObservers(): () => void {
  const original = window.IntersectionObserver;
  Reflect.deleteProperty(window, 'IntersectionObserver');
  return () => {
    window.IntersectionObserver = original;
  };
}

/** Settles once observers report that the target cannot be seen: those that watched it before know it too. */
export function outOfSight(target: Element | null): Promise<void> {
  return new Promise((resolve) => {
    const observer = new IntersectionObserver((entries) => {
      if (!entries.at(-1)?.isIntersecting) {
        observer.disconnect();
        resolve();
      }
    });
    if (target) observer.observe(target);
  });
}
