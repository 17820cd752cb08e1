/**
 * The second invented company of the demo: Tidewell Coffee Supply brings machines, beans and service to firms.
 * Every address ends in a name that RFC 2606 keeps free, every telephone number is one that Ofcom keeps for drama.
 */
export const company = 'Tidewell Coffee Supply';

/** Days between which everything happens. Fixed, so that the same data comes out on every machine. */
export const firstDay = '2023-01-02';
export const lastDay = '2026-10-31';

/** Firms in the world, known to one of the two account tables or to both. */
export const firmCount = 640;

/** The account that the demo shows first: a source key, because unified ids are made by the engine. */
export const featured = { table: 'CRM_Accounts', key: 'AC-1024', name: 'Copper Swan Hotel' } as const;

export const portalAddress = 'https://portal.tidewell.example';
export const serviceAddress = 'https://service.tidewell.example';
export const trackingAddress = 'https://tracking.tidewell.example';
