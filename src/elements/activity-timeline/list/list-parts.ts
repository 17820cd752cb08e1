/** The elements of a rendered list. */
export interface ListParts {
  /** What scrolls. */
  readonly scroller: HTMLElement;
  /** Stand for the entries above and below the window. */
  readonly above: HTMLElement;
  readonly below: HTMLElement;
  /** Holds the window: a section for each month, with its rows. */
  readonly rows: HTMLElement;
}

export interface MeasuredEntry {
  readonly entry: number;
  /** From the top of the window. */
  readonly topPx: number;
  readonly heightPx: number;
}

/** False while the list is hidden, for instance in a tab that is not shown: no height that is read off it is true. */
export function hasBox(scroller: HTMLElement): boolean {
  return scroller.clientHeight > 0;
}

/** Reads all places off the screen at once, so that the browser lays out once. */
export function measureEntries({ rows }: ListParts): MeasuredEntry[] {
  const windowTop = rows.getBoundingClientRect().top;
  const measured: MeasuredEntry[] = [];
  for (const section of rows.children) {
    if (isPinned(section)) continue;
    const { top, bottom } = section.getBoundingClientRect();
    const items = [...section.querySelectorAll('.item')].filter((item) => !isPinned(item));
    const tops = items.map((item) => item.getBoundingClientRect().top);
    const heading = { entry: entryOf(section), topPx: top - windowTop, heightPx: (tops[0] ?? bottom) - top };
    measured.push(heading);
    items.forEach((item, i) => {
      const end = tops[i + 1] ?? bottom;
      measured.push({ entry: entryOf(item), topPx: tops[i] - windowTop, heightPx: end - tops[i] });
    });
  }
  return measured;
}

/** The rendered element of an entry. */
export function entryElement(root: ParentNode, entry: number): HTMLElement | null {
  return root.querySelector(`.item[data-entry="${entry}"]`);
}

/** The entry that a rendered element stands for. */
export function entryOf(element: Element): number {
  return Number(element.getAttribute('data-entry'));
}

/** Rendered outside the window, for the sake of the focus: it takes no room. */
function isPinned(element: Element): boolean {
  return element.classList.contains('pinned');
}
