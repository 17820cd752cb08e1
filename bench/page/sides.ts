import type { Peer } from '../peers/peer.js';
import { remote } from '../peers/remote.js';

/** How each side is started; its module is loaded then and no sooner. */
export const sides = {
  engine: async (): Promise<Peer> => new (await import('../peers/engine.js')).EnginePeer(),
  memory: async (): Promise<Peer> => new (await import('../peers/engine.js')).EnginePeer(true),
  dexie: async (): Promise<Peer> =>
    remote<Peer>(new Worker(new URL('../peers/dexie.worker.ts', import.meta.url), { type: 'module' })),
  sqlite: async (): Promise<Peer> =>
    remote<Peer>(new Worker(new URL('../peers/sqlite.worker.ts', import.meta.url), { type: 'module' })),
  duckdb: async (): Promise<Peer> => new (await import('../peers/duckdb.js')).DuckDbPeer(),
};

export type Side = keyof typeof sides;
