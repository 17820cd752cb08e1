/**
 * The invented company of the demo: Larkfell Outfitters sells outdoor gear in a web shop and eight stores.
 * Every address ends in a name that RFC 2606 keeps free, every telephone number is one that Ofcom keeps for drama.
 */
export const company = 'Larkfell Outfitters';

/** Days between which everything happens. Fixed, so that the same data comes out on every machine. */
export const firstDay = '2022-11-01';
export const lastDay = '2026-10-31';

/** Root of all seeds: another number makes another world. */
export const worldSeed = 4711;

/** Unified profiles to come out of the two customer tables. */
export const peopleCount = 3000;

/** The customer whom the demo shows first: a source key, because unified ids are made by the engine. */
export const featured = { table: 'CRM_Contacts', key: 'C-10042' } as const;

export const shopAddress = 'https://shop.larkfell.example';
export const serviceAddress = 'https://service.larkfell.example';

export interface Town {
  name: string;
  /** Where its post codes begin. */
  postArea: string;
  /** Street of our store, where there is one. */
  store?: string;
}

export const towns: readonly Town[] = [
  { name: 'Bristol', postArea: 'BS', store: 'Harbourside' },
  { name: 'Leeds', postArea: 'LS', store: 'Vicar Lane' },
  { name: 'Edinburgh', postArea: 'EH', store: 'Rose Street' },
  { name: 'Cardiff', postArea: 'CF', store: 'Castle Arcade' },
  { name: 'Sheffield', postArea: 'S', store: 'Division Street' },
  { name: 'Keswick', postArea: 'CA', store: 'Market Square' },
  { name: 'Norwich', postArea: 'NR', store: 'The Lanes' },
  { name: 'Belfast', postArea: 'BT', store: 'Cathedral Quarter' },
  { name: 'Bath', postArea: 'BA' },
  { name: 'Brecon', postArea: 'LD' },
  { name: 'Carlisle', postArea: 'CA' },
  { name: 'Derby', postArea: 'DE' },
  { name: 'Durham', postArea: 'DH' },
  { name: 'Exeter', postArea: 'EX' },
  { name: 'Fort William', postArea: 'PH' },
  { name: 'Glasgow', postArea: 'G' },
  { name: 'Hexham', postArea: 'NE' },
  { name: 'Inverness', postArea: 'IV' },
  { name: 'Kendal', postArea: 'LA' },
  { name: 'Lancaster', postArea: 'LA' },
  { name: 'Ludlow', postArea: 'SY' },
  { name: 'Matlock', postArea: 'DE' },
  { name: 'Newcastle', postArea: 'NE' },
  { name: 'Oban', postArea: 'PA' },
  { name: 'Penrith', postArea: 'CA' },
  { name: 'Perth', postArea: 'PH' },
  { name: 'Plymouth', postArea: 'PL' },
  { name: 'Shrewsbury', postArea: 'SY' },
  { name: 'Skipton', postArea: 'BD' },
  { name: 'Stirling', postArea: 'FK' },
  { name: 'Totnes', postArea: 'TQ' },
  { name: 'Whitby', postArea: 'YO' },
  { name: 'York', postArea: 'YO' },
];

/** Stores by the name that the tills print. */
export const stores: readonly string[] = towns.flatMap(({ name, store }) =>
  store ? [`${store}, ${name}`] : [],
);
