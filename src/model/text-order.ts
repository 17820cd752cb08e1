/**
 * Text order of this product: by code points, as SQL engines have it under the C collation and as UTF-8 bytes
 * compare. Below zero when `a` comes first. JavaScript's own `<` compares UTF-16 units, which differs above U+FFFF.
 */
export function compareText(a: string, b: string): number {
  const common = Math.min(a.length, b.length);
  for (let i = 0; i < common; i++) {
    const unitA = a.charCodeAt(i);
    const unitB = b.charCodeAt(i);
    if (unitA !== unitB) return rank(unitA) - rank(unitB);
  }
  return a.length - b.length;
}

/** Puts the surrogates, which stand for code points above U+FFFF, behind the units from U+E000. */
function rank(unit: number): number {
  if (unit < 0xd800) return unit;
  return unit < 0xe000 ? unit + 0x2000 : unit - 0x800;
}
