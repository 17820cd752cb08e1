import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { CUSTOMER_KEY } from '../../data/shop-tables.js';
import { writeShop } from '../../data/write-data-set.js';
import type { ListSide } from '../page/lists.js';
import { visitList, type ListSite, type ListVisit } from './list-site.js';

/** What was measured of one subject, such as `timeline 1000 x4`. */
export interface ListRecord {
  readonly subject: string;
  readonly values: Readonly<Record<string, readonly number[]>>;
}

/** What a round needs. */
export interface Round {
  readonly site: ListSite;
  readonly browser: Browser;
  readonly folder: string;
}

type Part = (round: Round) => AsyncGenerator<ListRecord, void>;

export const SLOWDOWNS = [1, 4] as const;

const PAINTED: readonly (readonly [ListSide, number])[] = [
  ['timeline', 1000],
  ['virtualizer', 1000],
  ['timeline', 10_000],
  ['vis', 10_000],
  ['timeline', 100_000],
  ['virtualizer', 100_000],
  ['timeline', 1_000_000],
  ['virtualizer', 1_000_000],
];

/** Pixels of a frame and frames of a smooth scroll, and of a fling. */
const SCROLL = { px: 120, frames: 240 };
const FLING = { px: 1900, frames: 60 };

export const subject = (side: string, count: number, slowdown: number): string =>
  `${side} ${count} x${slowdown}`;

export const PARTS: Readonly<Record<'paint' | 'scroll' | 'heap' | 'filter', Part>> = {
  async *paint({ site, browser }) {
    for (const slowdown of SLOWDOWNS) {
      for (const [side, count] of PAINTED) {
        // Half a minute each, and the ratio is the same.
        if (side === 'vis' && slowdown > 1) continue;
        const values = await visitList(site, browser, slowdown, async (visit) => ({
          paintMs: [await paint(visit, side, count)],
          againMs: side === 'vis' ? [] : [await paint(visit, side, count)],
          nodes: [await visit.page.evaluate(() => globalThis.listBench.nodes())],
        }));
        yield { subject: subject(side, count, slowdown), values };
      }
    }
    for (const side of ['timeline', 'virtualizer'] as const) {
      const values = await visitList(site, browser, 4, async (visit) => ({
        atOnceMs: [await paint(visit, side, 1000, true)],
      }));
      yield { subject: subject(side, 1000, 4), values };
    }
  },

  async *scroll({ site, browser }) {
    for (const slowdown of SLOWDOWNS) {
      for (const side of ['timeline', 'virtualizer'] as const) {
        const values = await visitList(site, browser, slowdown, async (visit) => {
          await paint(visit, side, 1_000_000);
          const { frameMs, longestTaskMs } = await visit.page.evaluate(
            ({ px, frames }) => globalThis.listBench.scroll(px, frames),
            SCROLL,
          );
          const nodes = [await visit.page.evaluate(() => globalThis.listBench.nodes())];
          const blankFrames = await visit.page.evaluate(
            ({ px, frames }) => globalThis.listBench.fling(px, frames),
            FLING,
          );
          const scrolled = { frameMs, longestTaskMs: [longestTaskMs], nodes, blankFrames: [blankFrames] };
          return side === 'timeline' ? { ...scrolled, jumpFrames: await jumps(visit) } : scrolled;
        });
        yield { subject: subject(side, 1_000_000, slowdown), values };
      }
    }
  },

  async *heap({ site, browser }) {
    for (const count of [1000, 1_000_000]) {
      const values = await visitList(site, browser, 1, async (visit) => {
        await paint(visit, 'timeline', count);
        await visit.client.send('HeapProfiler.collectGarbage');
        // Typed arrays lie outside of the heap proper.
        const usage = (await visit.client.send('Runtime.getHeapUsage')) as HeapUsage;
        return { heapBytes: [usage.usedSize + (usage.backingStorageSize ?? 0)] };
      });
      yield { subject: subject('timeline', count, 1), values };
    }
  },

  async *filter({ site, browser, folder }) {
    const { paths } = await writeShop(join(folder, 'one-customer'), 100_000, 1);
    const values = await visitList(site, browser, 1, async ({ page }) => {
      await page.setInputFiles('#files', paths);
      await page.evaluate((key) => globalThis.listBench.open(key), CUSTOMER_KEY(0));
      const filterMs: number[] = [];
      const searchMs: number[] = [];
      const longestTaskMs: number[] = [];
      for (const [filter, into] of [
        [{ icons: ['SalesOrder'] }, filterMs],
        [{ from: '2020-01-01', to: '2022-12-31' }, filterMs],
        [{ text: 'order' }, searchMs],
        [{ text: 'no such words' }, searchMs],
        [{ text: 'a' }, searchMs],
      ] as const) {
        const answer = await page.evaluate((wanted) => globalThis.listBench.filter(wanted), filter);
        into.push(answer.ms);
        longestTaskMs.push(answer.longestTaskMs);
        await page.evaluate(() => globalThis.listBench.filter({}));
      }
      return { filterMs, searchMs, longestTaskMs };
    });
    yield { subject: 'engine 100000', values };
  },
};

interface HeapUsage {
  readonly usedSize: number;
  readonly backingStorageSize?: number;
}

function paint({ page }: ListVisit, side: ListSide, count: number, atOnce = false): Promise<number> {
  return page.evaluate(([name, rows, isAtOnce]) => globalThis.listBench.paint(name, rows, isAtOnce), [
    side,
    count,
    atOnce,
  ] as const);
}

async function jumps({ page }: ListVisit): Promise<number[]> {
  const frames: number[] = [];
  for (const month of ['2019-03', '2008-11', '2024-12', '2013-07', '2005-06']) {
    frames.push(await page.evaluate((wanted) => globalThis.listBench.jump(wanted), month));
  }
  return frames;
}
