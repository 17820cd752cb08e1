import '../../../src/define.js';
import { createMemoryAdapter } from '../../../src/adapters/memory/memory-adapter.js';
import type { ActivityTimeline } from '../../../src/elements/activity-timeline/activity-timeline.js';
import { noteUse } from '../../../src/elements/activity-timeline/first-use.js';
import type { Activity } from '../../../src/model/activity.js';
import { CUSTOMER } from './activities.js';
import { allByRole, byRole, shadowOf, textOf } from './by-role.js';

// What is made ready in idle moments would be counted with what a test makes.
noteUse();

/** What a test sets; locale and time zone are fixed where it does not. */
export type TimelineProperties = Partial<
  Pick<
    ActivityTimeline,
    | 'adapter'
    | 'collapseRepeats'
    | 'dates'
    | 'customerId'
    | 'filter'
    | 'hideDetails'
    | 'itemLink'
    | 'keepFilters'
    | 'labels'
    | 'locale'
    | 'menu'
    | 'order'
    | 'pageSize'
    | 'strings'
    | 'timeZone'
  >
>;

const mounted = new Set<Element>();

/** A timeline on the page, just connected. */
export function mount(properties: TimelineProperties, parent: Element = document.body): ActivityTimeline {
  const timeline = document.createElement('activity-timeline');
  Object.assign(timeline, { customerId: CUSTOMER, locale: 'en-US', timeZone: 'UTC', ...properties });
  parent.append(timeline);
  mounted.add(timeline);
  return timeline;
}

/** A timeline of these activities, loaded. */
export async function show(
  activities: readonly Activity[],
  properties: TimelineProperties = {},
): Promise<ActivityTimeline> {
  const timeline = mount({ adapter: createMemoryAdapter({ activities }), ...properties });
  await loaded(timeline);
  return timeline;
}

/** For `afterEach`. */
export function unmountAll(): void {
  for (const element of mounted) element.remove();
  mounted.clear();
}

/** Settles when the next answer is on the screen. */
export function loaded(timeline: ActivityTimeline): Promise<void> {
  return next(timeline, 'activitiesloaded').then(() => undefined);
}

export function next<Name extends keyof HTMLElementEventMap>(
  target: HTMLElement,
  name: Name,
): Promise<HTMLElementEventMap[Name]> {
  return new Promise((resolve) => target.addEventListener(name, resolve, { once: true }));
}

/** Settles once the condition holds; asked again with each frame. The runner's time limit ends it. */
export async function until(holds: () => boolean): Promise<void> {
  while (!holds()) {
    await new Promise(requestAnimationFrame);
  }
}

/** Lets the browser paint, and observers report, this often: to see that something does not happen. */
export async function waitFrames(count: number): Promise<void> {
  for (let frame = 0; frame < count; frame++) {
    await new Promise(requestAnimationFrame);
  }
}

/** First lines of the items, as a person reads them. */
export function itemTexts(timeline: ActivityTimeline): string[] {
  return items(timeline).map((item) => textOf(item.querySelector('p') ?? item));
}

export function items(timeline: ActivityTimeline): HTMLElement[] {
  return allByRole(timeline, 'listitem').filter((item) => item.hasAttribute('aria-posinset'));
}

/** Texts of the month headings. */
export function monthTexts(timeline: ActivityTimeline): string[] {
  return allByRole(timeline, 'heading')
    .filter((heading) => heading.localName === 'h3')
    .map(textOf);
}

/** Names of the chips. */
export function chipTexts(timeline: ActivityTimeline): string[] {
  return chips(timeline).map((chip) => textOf(chip));
}

export function chips(timeline: ActivityTimeline): HTMLElement[] {
  return allByRole(timeline, 'button').filter((button) => button.hasAttribute('aria-pressed'));
}

/** What the live region says. */
export function announced(timeline: ActivityTimeline): string {
  return textOf(byRole(timeline, 'status'));
}

/** What scrolls. */
export function listOf(timeline: ActivityTimeline): HTMLElement {
  const list = shadowOf(timeline).querySelector<HTMLElement>('.list');
  if (list === null) throw new Error('There is no list now.');
  return list;
}

/** Items that can be seen as a whole. */
export function inView(timeline: ActivityTimeline): HTMLElement[] {
  const { top, bottom } = listOf(timeline).getBoundingClientRect();
  return items(timeline).filter((item) => {
    const edges = item.getBoundingClientRect();
    return edges.top >= top - 1 && edges.bottom <= bottom + 1;
  });
}
