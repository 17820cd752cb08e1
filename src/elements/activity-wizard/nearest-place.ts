/** The element whose id is this path of the model, else that of the nearest place around it. */
export function nearestPlace(root: ParentNode, path: string): HTMLElement | null {
  for (let id = path; id !== ''; id = id.slice(0, Math.max(0, id.lastIndexOf('/')))) {
    const place = root.querySelector<HTMLElement>(`[id="${CSS.escape(id)}"]`);
    if (place) return place;
  }
  return null;
}
