import { whenIdle } from './idle.js';

const later = new Map<string, () => Promise<CustomElementConstructor>>();

/** Registers elements under names that are still free: another copy of the library may have taken them. */
export function register(elements: Readonly<Record<string, CustomElementConstructor>>): void {
  // Lit brings a registry of its own to Node in some bundles and none in others.
  if (typeof customElements === 'undefined') return;
  for (const [name, element] of Object.entries(elements)) {
    if (!customElements.get(name)) customElements.define(name, element);
  }
}

/** Registers an element once the page is idle and its code is there, or earlier where {@link loadElement} asks for it. */
export function registerLater(name: string, load: () => Promise<CustomElementConstructor>): void {
  if (typeof customElements === 'undefined') return;
  later.set(name, load);
  // Whoever needs it asks for it, and hears then that it cannot be had.
  whenIdle(() => void loadElement(name).catch(() => undefined));
}

/** Resolves once an element is registered, or is nothing of {@link registerLater}. Rejects where its code cannot be had. */
export async function loadElement(name: string): Promise<void> {
  const load = later.get(name);
  if (load && !customElements.get(name)) register({ [name]: await load() });
}
