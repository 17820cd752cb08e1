import { law } from './law.js';
import { customersOf, everything, filteredQueries } from './samples.js';
import { compareRows, describe, expectedRows, walk } from './walk.js';

const SIZES = [1, 3, 7, 1000];

export const pageLaws = [
  law(
    'pages',
    'gives every row of a customer once, in the same order, whatever the size of the pages',
    async (setup, breach) => {
      const [heaviest, ...others] = customersOf(setup);
      for (const order of setup.adapter.capabilities.orders) {
        let first: string | undefined;
        for (const limit of SIZES) {
          const query = { ...everything(heaviest), order, limit };
          const came = await walk(setup, query, breach);
          compareRows(setup, came, await expectedRows(setup, query), query, breach);
          const ids = came.map(({ activityId }) => activityId).join();
          first ??= ids;
          if (ids !== first)
            breach(`rows of one time change places with the page size, for ${describe(query)}.`);
        }
        for (const customerId of others) {
          const query = { ...everything(customerId), order, limit: 7 };
          compareRows(
            setup,
            await walk(setup, query, breach),
            await expectedRows(setup, query),
            query,
            breach,
          );
        }
      }
    },
  ),

  law(
    'cursor',
    'goes on behind a cursor as often as it is asked, with pages of another size too',
    async (setup, breach) => {
      const { adapter } = setup;
      for (const order of adapter.capabilities.orders) {
        const query = { ...everything(customersOf(setup)[0]), order, limit: 4 };
        const all = await expectedRows(setup, query);
        const { items, next } = await adapter.getPage(query);
        if (next === undefined) {
          if (items.length < all.length) breach(`no next page after ${items.length} of ${all.length} rows.`);
          continue;
        }
        for (const limit of [5, 1, 5]) {
          const rest = { ...query, cursor: next, limit };
          const came = [...items, ...(await walk(setup, rest, breach))];
          compareRows(setup, came, all, rest, breach);
        }
      }
    },
  ),

  law('filters', 'lets through what a look at every row would', async (setup, breach) => {
    for (const query of filteredQueries(setup)) {
      compareRows(setup, await walk(setup, query, breach), await expectedRows(setup, query), query, breach);
    }
  }),

  law('search', 'finds a text in any row of the customer, whatever the case', async (setup, breach) => {
    if (!setup.adapter.capabilities.search) return;
    const [customerId] = customersOf(setup);
    const rows = setup.activities.filter((row) => row.customerId === customerId);
    const words = rows.slice(0, 12).flatMap(({ title, detail, attributes }) => {
      const texts = [title, detail ?? '', ...Object.values(attributes ?? {})].filter((text) => text !== '');
      return texts.flatMap((text) => [text.slice(-6), text.slice(0, 5).toUpperCase()]);
    });
    const texts = new Set([...words, ...HOSTILE]);
    for (const text of texts) {
      const query = { ...everything(customerId), text, limit: 9 };
      compareRows(setup, await walk(setup, query, breach), await expectedRows(setup, query), query, breach);
    }
  }),

  law(
    'offset',
    'passes over as many rows as it is told, where it says that it can',
    async (setup, breach) => {
      if (!setup.adapter.capabilities.offset) return;
      const query = { ...everything(customersOf(setup)[0]), limit: 3 };
      const all = await expectedRows(setup, query);
      for (const offset of [0, 1, all.length - 2, all.length, all.length + 5]) {
        const asked = { ...query, offset: Math.max(0, offset) };
        const { items } = await setup.adapter.getPage(asked);
        compareRows(setup, items, all.slice(asked.offset, asked.offset + 3), asked, breach);
      }
    },
  ),
];

/** Texts that are something else to a service that takes them for a part of its query. */
const HOSTILE = [
  "'",
  "''",
  "x' or 1 eq 1 or title eq 'x",
  '%',
  '_',
  '%25',
  '&$top=1',
  '\\',
  '"',
  '#',
  '+',
  '  ',
  'no such text',
];
