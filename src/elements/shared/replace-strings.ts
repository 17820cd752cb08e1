/**
 * Texts with others in their place. What a replacement leaves undefined stays: a host may build its table from values
 * that it does not have.
 */
export function replaceStrings<Strings extends object>(
  strings: Strings,
  ...replacements: readonly (Partial<Strings> | null | undefined)[]
): Strings {
  const replaced = { ...strings };
  for (const texts of replacements) for (const key in texts) replaced[key] = texts[key] ?? replaced[key];
  return replaced;
}
