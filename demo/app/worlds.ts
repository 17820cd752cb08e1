import type { ActivityModel } from '../../src/model/model.js';
import { company as supplier, featured as featuredFirm } from '../data/coffee/world.js';
import { company as outfitters, featured as featuredPerson } from '../data/outfitters/world.js';

export type WorldId = 'outfitters' | 'coffee' | 'own';

/**
 * One of the demo's two companies, or what a person brings. Each has a workspace of its own, so that nothing in one
 * touches the other.
 */
export interface World {
  id: WorldId;
  /** Whose customers these are. */
  company: string;
  /** What the company is, for the page that opens it. */
  description: string;
  /** Whom it sells to, in the switch. */
  title: string;
  kind: ActivityModel['kind'];
  /** Database of the engine. */
  workspace: string;
  /** The customer to show first, by a key of a source table: unified ids are made by the engine. Without: no samples. */
  featured?: { table: string; key: string };
}

export const worlds: readonly World[] = [
  {
    id: 'outfitters',
    company: outfitters,
    description: 'an invented shop',
    title: 'People',
    kind: 'individuals',
    workspace: 'demo',
    featured: featuredPerson,
  },
  {
    id: 'coffee',
    company: supplier,
    description: 'an invented supplier of firms',
    title: 'Business accounts',
    kind: 'accounts',
    workspace: 'demo-accounts',
    featured: featuredFirm,
  },
  {
    id: 'own',
    company: 'Own data',
    description: 'an empty workspace',
    title: 'Own data',
    kind: 'individuals',
    workspace: 'demo-own',
  },
];

/** The world of an address without one. */
export const firstWorld: WorldId = 'outfitters';

export function worldOf(id: WorldId): World {
  const world = worlds.find((known) => known.id === id);
  if (!world) throw new Error(`There is no world ${id}.`);
  return world;
}

/** Folder of a world's source tables; `base` is where the demo lies. */
export const dataFolder = (id: WorldId, base: string): URL => new URL(`demo-data/${id}/`, base);
