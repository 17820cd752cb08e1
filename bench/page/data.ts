/**
 * Seeded tables of the shape that the figures of README.md are about: four activity tables (orders 40 %, web visits
 * 35 %, e-mails 15 %, cases 10 %), skewed over the customers, with 0.1 % duplicate keys, 0.1 % bad dates and 0.5 %
 * keys that lead nowhere.
 */
export interface BenchTables {
  customers: string;
  activities: Record<(typeof ACTIVITY_TABLES)[number]['table'], string>;
  rows: number;
}

export const ACTIVITY_TABLES = [
  { table: 'Orders', share: 0.4, type: 'SalesOrder', title: 'Kind', detail: 'Product' },
  { table: 'Visits', share: 0.35, type: 'Visit', title: 'Page', detail: 'Referrer' },
  { table: 'Mails', share: 0.15, type: 'Mail', title: 'Subject', detail: 'Campaign' },
  { table: 'Cases', share: 0.1, type: 'Case', title: 'Topic', detail: 'Description' },
] as const;

const WORDS =
  'alpine trail boots rope tent lamp río blau stove map compass jacket gloves pack bottle snow ridge'.split(
    ' ',
  );
const TOPICS = [
  'Delivery late',
  'Wrong size',
  'Refund wanted',
  'Zipper broken',
  'Question on care',
  'Invoice, copy',
];
const PAGES = ['Home', 'Tents', 'Boots', 'Sale', 'Checkout', 'Guides', 'Account'];

export function makeTables(rows: number, customers: number): BenchTables {
  const random = generator(20_240_501);
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)];
  const people = ['ContactId,Name,Email,City'];
  for (let i = 0; i < customers; i++) {
    people.push(
      `C-${100_000 + i},${pick(WORDS)} ${pick(WORDS)},person${i}@example.com,"${pick(WORDS)}, ${pick(WORDS)}"`,
    );
  }
  const activities = {} as BenchTables['activities'];
  for (const { table, share, title, detail } of ACTIVITY_TABLES) {
    const count = Math.round(rows * share);
    const lines = [`Id,ContactId,At,${title},${detail},Amount,Link`];
    for (let i = 0; i < count; i++) {
      const id = i > 0 && random() < 0.001 ? `${table}-${i - 1}` : `${table}-${i}`;
      // A power law: a few customers have very many rows.
      const customer = Math.floor(customers * random() ** 2.2);
      const key = random() < 0.005 ? `X-${i}` : `C-${100_000 + customer}`;
      const time = 1_577_836_800_000 + Math.floor(random() * 157_680_000) * 1000;
      const at = random() < 0.001 ? 'n/a' : new Date(time).toISOString();
      const words = Array.from({ length: 4 + Math.floor(random() * 8) }, () => pick(WORDS)).join(' ');
      const text = random() < 0.2 ? `"${words}, ""${pick(WORDS)}"""` : words;
      const head = table === 'Visits' ? pick(PAGES) : pick(TOPICS);
      lines.push(
        `${id},${key},${at},"${head}",${text},${(random() * 500).toFixed(2)},https://example.com/${table}/${i}`,
      );
    }
    activities[table] = `${lines.join('\n')}\n`;
  }
  return { customers: `${people.join('\n')}\n`, activities, rows };
}

/** Mulberry32: small, seeded, good enough to spread rows. */
function generator(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
