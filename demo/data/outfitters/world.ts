import { towns } from '../towns.js';

/**
 * The invented company of the demo: Larkfell Outfitters sells outdoor gear in a web shop and eight stores.
 * Every address ends in a name that RFC 2606 keeps free, every telephone number is one that Ofcom keeps for drama.
 */
export const company = 'Larkfell Outfitters';

/** Days between which everything happens. Fixed, so that the same data comes out on every machine. */
export const firstDay = '2022-11-01';
export const lastDay = '2026-10-31';

/** Unified profiles to come out of the two customer tables. */
export const peopleCount = 3000;

/** The customer whom the demo shows first: a source key, because unified ids are made by the engine. */
export const featured = { table: 'CRM_Contacts', key: 'C-10042' } as const;

export const shopAddress = 'https://shop.larkfell.example';
export const serviceAddress = 'https://service.larkfell.example';

/** Stores by the name that the tills print. */
export const stores: readonly string[] = towns.flatMap(({ name, store }) =>
  store ? [`${store}, ${name}`] : [],
);
