import type { EnginePeer } from '../peers/engine.js';
import type { Loaded, Peer } from '../peers/peer.js';
import { remote } from '../peers/remote.js';
import type { Yardsticks } from '../peers/yardsticks.worker.js';
import { measureHeaviest, measureLatencies, timed, type Latencies } from './latencies.js';
import { watchLongTasks } from './long-tasks.js';
import { sides, type Side } from './sides.js';

/** What the harness calls in the page; times in milliseconds. */
export interface Bench {
  /** The whole job, start of the side included. */
  load(side: Side): Promise<Loaded & { loadMs: number; longestTaskMs: number }>;
  latencies(customers: number): Promise<Latencies>;
  /** Of a side that is opened anew. */
  heaviest(side: Side, customers: number): ReturnType<typeof measureHeaviest>;
  /** The engine opened anew: the changed table again, and a run. */
  refresh(): Promise<Loaded>;
  close(): Promise<void>;
  /** Module, opening and first page, in a page that has just loaded. */
  afterReload(side: Side, customer: string): Promise<number>;
  yardstick(name: keyof Yardsticks): Promise<number>;
}

let peer: Peer | null = null;

function opened(): Peer {
  if (peer === null) throw new Error('Nothing is open.');
  return peer;
}

const bench: Bench = {
  async load(side) {
    const files = filesOf('files');
    const started = performance.now();
    const tasks = watchLongTasks();
    peer = await sides[side]();
    await peer.open();
    const loaded = await peer.load(files);
    const loadMs = performance.now() - started;
    // Entries reach the observer a little later.
    await new Promise((resolve) => setTimeout(resolve, 100));
    return { ...loaded, loadMs, longestTaskMs: tasks() };
  },

  latencies: (customers) => measureLatencies(opened(), customers),

  async heaviest(side, customers) {
    peer = await sides[side]();
    await peer.open();
    const result = await measureHeaviest(peer, customers);
    await bench.close();
    return result;
  },

  async refresh() {
    peer = await sides.engine();
    await peer.open();
    const result = await (peer as EnginePeer).refresh(filesOf('changed')[0]);
    await bench.close();
    return result;
  },

  async close() {
    await peer?.close();
    peer = null;
  },

  async afterReload(side, customer) {
    const ms = await timed(async () => {
      peer = await sides[side]();
      await peer.open();
      await peer.page(customer);
    });
    await bench.close();
    return ms;
  },

  yardstick(name) {
    const worker = new Worker(new URL('../peers/yardsticks.worker.ts', import.meta.url), { type: 'module' });
    return remote<Yardsticks>(worker)[name](filesOf('files'));
  },
};

function filesOf(id: string): File[] {
  const input = document.getElementById(id) as HTMLInputElement;
  return [...(input.files ?? [])];
}

declare global {
  var bench: Bench;
}

globalThis.bench = bench;
