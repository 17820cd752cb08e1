interface Policy {
  createScriptURL(url: string): unknown;
}

interface PolicyFactory {
  createPolicy(name: string, rules: { createScriptURL(url: string): string }): Policy;
}

let policy: Policy | null = null;

/**
 * A worker's URL in the form that the page's policy asks for: under `require-trusted-types-for 'script'` one made by
 * the policy `activity-timeline`, which the host has to allow; elsewhere the text itself.
 */
export function workerScriptUrl(url: string | URL): unknown {
  const factory = (globalThis as { trustedTypes?: PolicyFactory }).trustedTypes;
  if (factory === undefined) return String(url);
  // Created once: a page may forbid a second policy of the same name.
  policy ??= factory.createPolicy('activity-timeline', { createScriptURL: (text) => text });
  return policy.createScriptURL(String(url));
}
