import { openEngine } from '../../../src/engine/index.js';
import type { TimelineFilter } from '../../../src/elements/activity-timeline/timeline-filter.js';
import { watchLongTasks } from '../../page/long-tasks.js';
import { EnginePeer } from '../../peers/engine.js';
import { lists, type ListSide, type ShownList } from './lists.js';

/** What the harness calls in the page; times in milliseconds. */
export interface ListBench {
  /**
   * From the call that puts the list onto the page until its rows are painted. `atOnce`: the list comes onto the page
   * in the moment in which its code is there, else after a short rest.
   */
  paint(side: ListSide, count: number, atOnce?: boolean): Promise<number>;
  /** Scrolls by so many pixels with each frame; times between the frames, and the longest task meanwhile. */
  scroll(px: number, frames: number): Promise<{ frameMs: number[]; longestTaskMs: number }>;
  /** Scrolls by so many pixels with each frame; frames that were painted while some of the view had no row in it. */
  fling(px: number, frames: number): Promise<number>;
  /** Frames until rows are read and rendered after a jump to a month. */
  jump(month: string): Promise<number>;
  nodes(): number;
  /** Imports the chosen files into the engine and shows the customer's activities. */
  open(customerKey: string): Promise<number>;
  /** Sets a filter: until counts and first rows of the new answer are painted, and the longest task meanwhile. */
  filter(filter: TimelineFilter): Promise<{ ms: number; rows: number; longestTaskMs: number }>;
}

const frame = (): Promise<number> => new Promise(requestAnimationFrame);
const box = (): HTMLElement => document.getElementById('box') as HTMLElement;
const element = (): HTMLElementTagNameMap['activity-timeline'] =>
  document.querySelector('activity-timeline') as HTMLElementTagNameMap['activity-timeline'];
let shown: ShownList | null = null;

function list(): ShownList {
  if (shown === null) throw new Error('There is no list.');
  return shown;
}

/** Until the rest of what is observed has reached its observer, and what waits for an idle moment had it. */
const settle = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 250));

/** True when a part of the view has no row in it. */
function hasGap(scroller: Element, rows: readonly Element[]): boolean {
  const view = scroller.getBoundingClientRect();
  const places = rows.map((row) => row.getBoundingClientRect());
  return (
    Math.min(...places.map(({ top }) => top)) > view.top + 1 ||
    Math.max(...places.map(({ bottom }) => bottom)) < view.bottom - 1
  );
}

globalThis.listBench = {
  async paint(side, count, atOnce = false) {
    box().replaceChildren();
    const { prepare } = await lists[side]();
    const mount = prepare(box(), count);
    if (!atOnce) await settle();
    const started = performance.now();
    shown = mount();
    while (!shown.isThere()) await frame();
    await frame();
    return performance.now() - started;
  },

  async scroll(px, frames) {
    const scroller = list().scroller();
    const tasks = watchLongTasks();
    const frameMs: number[] = [];
    let last = await frame();
    for (let i = 0; i < frames; i++) {
      scroller.scrollTop += px;
      const now = await frame();
      frameMs.push(now - last);
      last = now;
    }
    await settle();
    return { frameMs, longestTaskMs: tasks() };
  },

  async fling(px, frames) {
    const scroller = list().scroller();
    let blank = 0;
    for (let i = 0; i < frames; i++) {
      scroller.scrollTop += px;
      await frame();
      // Behind the work of this frame, which is painted now.
      await new Promise((resolve) => setTimeout(resolve));
      if (hasGap(scroller, list().rows())) blank++;
    }
    return blank;
  },

  async jump(month) {
    const timeline = element();
    if (!timeline.showMonth(month)) throw new Error(`There is no ${month}.`);
    let frames = 0;
    const isThere = (): boolean => {
      const rows = list().scroller().querySelectorAll('.item');
      return (
        rows.length > 0 && [...rows].some((row) => row.querySelector('time')?.dateTime.startsWith(month))
      );
    };
    do {
      await frame();
      frames++;
    } while (!isThere());
    return frames;
  },

  nodes: () => list().nodes(),

  async open(customerKey) {
    await lists.timeline();
    const peer = new EnginePeer();
    await peer.open();
    const input = document.getElementById('files') as HTMLInputElement;
    const { shown: rows } = await peer.load([...(input.files ?? [])]);
    const customerId = await peer.find(customerKey);
    await peer.close();
    const timeline = document.createElement('activity-timeline');
    const adapter = await openEngine({ name: 'bench', mode: 'worker' });
    Object.assign(timeline, { adapter, customerId, locale: 'en-US', timeZone: 'UTC' });
    const loaded = new Promise((resolve) =>
      timeline.addEventListener('activitiesloaded', resolve, { once: true }),
    );
    box().append(timeline);
    await loaded;
    await settle();
    return rows;
  },

  async filter(filter) {
    const timeline = element();
    const tasks = watchLongTasks();
    const started = performance.now();
    const loaded = new Promise<number>((resolve) =>
      timeline.addEventListener('activitiesloaded', ({ detail }) => resolve(detail.total), { once: true }),
    );
    timeline.filter = filter;
    const rows = await loaded;
    await frame();
    const ms = performance.now() - started;
    await settle();
    return { ms, rows, longestTaskMs: tasks() };
  },
};

declare global {
  var listBench: ListBench;
}
