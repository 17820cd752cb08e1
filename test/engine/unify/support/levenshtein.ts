/** Levenshtein's distance over code points by the whole matrix: the slow way that everybody can check. */
export function levenshtein(a: string, b: string): number {
  const [left, right] = [[...a], [...b]];
  let row = right.map((_, j) => j + 1);
  for (let i = 0; i < left.length; i++) {
    let diagonal = i;
    let before = i + 1;
    row = row.map((above, j) => {
      const value = Math.min(diagonal + (left[i] === right[j] ? 0 : 1), above + 1, before + 1);
      diagonal = above;
      before = value;
      return value;
    });
  }
  return row.at(-1) ?? left.length;
}

/** Score of two texts (D 64). */
export function likeness(a: string, b: string): number {
  const longer = Math.max([...a].length, [...b].length);
  return (longer - levenshtein(a, b)) / longer;
}
