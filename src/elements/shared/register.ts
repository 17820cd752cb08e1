/** Registers elements under names that are still free: another copy of the library may have taken them. */
export function register(elements: Readonly<Record<string, CustomElementConstructor>>): void {
  // Lit brings a registry of its own to Node in some bundles and none in others.
  if (typeof customElements === 'undefined') return;
  for (const [name, element] of Object.entries(elements)) {
    if (!customElements.get(name)) customElements.define(name, element);
  }
}
