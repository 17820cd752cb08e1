import { CUSTOMER_KEY } from '../data/shop-tables.js';
import type { Peer } from '../peers/peer.js';

/** Milliseconds of each question. */
export interface Latencies {
  /** First pages, each of a customer that was not asked for before. */
  page: number[];
  /** The same pages, asked for a second time at once. */
  again: number[];
  /** Counts of other customers that were not asked for before. */
  summary: number[];
  /** What the first pages show, to compare the sides. */
  shown: string;
  /** A customer to ask for after a reload. */
  customer: string;
}

const SAMPLES = 200;

/** Asks for customers over the whole range, from those with many rows to those with few. */
export async function measureLatencies(peer: Peer, customers: number): Promise<Latencies> {
  const result: Latencies = { page: [], again: [], summary: [], shown: '', customer: '' };
  const step = customers / (2 * SAMPLES);
  const handle = (sample: number): Promise<string> => peer.find(CUSTOMER_KEY(Math.floor(sample * step)));
  const asked: string[] = [];
  for (let i = 0; i < 2 * SAMPLES; i++) asked.push(await handle(i));
  result.customer = asked[SAMPLES];
  const shown: number[] = [];
  for (let i = 0; i < asked.length; i += 2) {
    const started = performance.now();
    const rows = await peer.page(asked[i]);
    result.page.push(performance.now() - started);
    result.again.push(await timed(() => peer.page(asked[i])));
    result.summary.push(await timed(() => peer.summary(asked[i + 1])));
    shown.push(rows.length, ...rows.map(({ time }) => time));
  }
  result.shown = await digestOf(shown.join());
  return result;
}

/** Counts and first page of the customer with the most rows, in a peer that has answered other questions before. */
export async function measureHeaviest(
  peer: Peer,
  customers: number,
): Promise<{ page: number; summary: number; summaryAgain: number }> {
  const [heaviest, ...others] = await Promise.all(
    Array.from({ length: 20 }, (_, i) => peer.find(CUSTOMER_KEY(Math.floor((i * customers) / 20)))),
  );
  for (const other of others.filter((each) => each !== heaviest)) {
    await peer.page(other);
    await peer.summary(other);
  }
  const summary = await timed(() => peer.summary(heaviest));
  const summaryAgain = await timed(() => peer.summary(heaviest));
  return { summary, summaryAgain, page: await timed(() => peer.page(heaviest)) };
}

export async function timed(work: () => Promise<unknown>): Promise<number> {
  const started = performance.now();
  await work();
  return performance.now() - started;
}

async function digestOf(text: string): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text)));
  return [...digest.subarray(0, 8)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
