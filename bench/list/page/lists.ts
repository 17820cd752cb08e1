import type { Activity } from '../../../src/model/activity.js';
import { rowOf } from './rows.js';

/** What is measured: this package's timeline, and two others. */
export type ListSide = 'timeline' | 'virtualizer' | 'vis';

/** A list on the page. */
export interface ShownList {
  /** Rows are in the page. */
  isThere(): boolean;
  scroller(): HTMLElement;
  /** The elements that stand below each other in it. */
  rows(): readonly Element[];
  /** Elements that the list is made of. */
  nodes(): number;
}

/** Prepares a list of so many rows; what it answers puts it onto the page, and is what is measured. */
export type PrepareList = (box: HTMLElement, count: number) => () => ShownList;

/** A page loads the code of the side that it measures and no other: what one does in idle moments helps no other. */
export const lists: Readonly<Record<ListSide, () => Promise<{ prepare: PrepareList }>>> = {
  timeline: () => import('./sides/timeline.js'),
  virtualizer: () => import('./sides/virtualizer.js'),
  vis: () => import('./sides/vis.js'),
};

export function allRows(count: number): Activity[] {
  return Array.from({ length: count }, (_, row) => rowOf(row, count));
}
