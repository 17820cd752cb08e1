/** Letters from here on are as wide as two others. */
const WIDE = 0x2e80;

/** A text that is cut where it grows wider than so many letters. SVG has no ellipsis of its own. */
export function cutText(text: string, units: number): string {
  let width = 0;
  let kept = '';
  for (const letter of text) {
    width += (letter.codePointAt(0) ?? 0) >= WIDE ? 2 : 1;
    if (width > units) return `${kept.slice(0, -1)}…`;
    kept += letter;
  }
  return text;
}
