// What the benchmark uses of the two peers.
declare module '@lit-labs/virtualizer' {
  export class LitVirtualizer<Item = unknown> extends HTMLElement {
    items: Item[];
    renderItem: (item: Item, index: number) => unknown;
    scroller: boolean;
  }
}

declare module 'vis-timeline/standalone' {
  export class DataSet<Item> {
    constructor(items: readonly Item[]);
  }
  export class Timeline {
    constructor(container: HTMLElement, items: unknown, options: Readonly<Record<string, unknown>>);
    destroy(): void;
  }
}
