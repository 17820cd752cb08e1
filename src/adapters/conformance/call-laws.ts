import type { ActivityQuery } from '../../model/activity.js';
import { law, type Breach } from './law.js';
import { customersOf, everything } from './samples.js';
import { compareRows, expectedRows } from './walk.js';

const NOBODY = 'no-such-customer';

export const callLaws = [
  law('capabilities', 'tells truly what it can do', async ({ adapter, activities }, breach) => {
    const { counts, orders, filterContacts } = adapter.capabilities;
    if (!['exact', 'capped', 'none'].includes(counts)) breach(`counts are "${counts}".`);
    if (orders.length === 0) breach('it has no order.');
    const query = everything(customersOf({ adapter, activities })[0]);
    if (counts === 'none' || filterContacts) return;
    const { contacts } = await adapter.getSummary(query);
    if (contacts !== undefined) breach('it counts contacts, by which it says that it cannot filter.');
  }),

  law(
    'unknown-customer',
    'has no rows, and no customer, for an id that it does not know',
    async ({ adapter }, breach) => {
      const query = everything(NOBODY);
      const { items, next } = await adapter.getPage(query);
      if (items.length > 0 || next !== undefined) breach(`a page of ${items.length} rows came.`);
      if (adapter.capabilities.counts !== 'none') {
        const { total, months } = await adapter.getSummary(query);
        if (total !== 0 || months.length > 0) breach(`${total} rows were counted.`);
      }
      const customer = (await adapter.getCustomer?.(NOBODY)) ?? null;
      if (customer !== null) breach('a customer came.');
    },
  ),

  law(
    'refusals',
    'refuses a question that has no answer with a typed error',
    async ({ adapter, activities }, breach) => {
      const query = everything(customersOf({ adapter, activities })[0]);
      const { counts, filterDates } = adapter.capabilities;
      const wrong: Partial<ActivityQuery>[] = [
        { limit: 0 },
        { limit: 1001 },
        { limit: 1.5 },
        { order: 'sideways' as 'newest' },
        // Without days and months a time zone plays no part.
        ...(counts !== 'none' || filterDates ? [{ timeZone: 'Moon/Crater' }] : []),
        ...(filterDates ? [{ from: '2021-02-30' }, { to: 'tomorrow' }] : []),
      ];
      for (const parts of wrong)
        await expectCode('query-invalid', () => adapter.getPage({ ...query, ...parts }), parts, breach);
      for (const cursor of [
        '',
        'x',
        '[]',
        '{}',
        'null',
        '[1,2,3,4,5]',
        'https://example.org/?$skiptoken=1',
      ]) {
        await expectCode('cursor-invalid', () => adapter.getPage({ ...query, cursor }), { cursor }, breach);
      }
    },
  ),

  law(
    'abort',
    'gives up a call whose signal is aborted, with its reason, and answers the next one',
    async (setup, breach) => {
      const { adapter } = setup;
      const query = { ...everything(customersOf(setup)[0]), limit: 5 };
      const calls = [
        (signal: AbortSignal) => adapter.getPage(query, { signal }),
        (signal: AbortSignal) => adapter.getSummary(query, { signal }),
      ].slice(0, adapter.capabilities.counts === 'none' ? 1 : 2);
      for (const call of calls) {
        const before = AbortSignal.abort(new DOMException('Not wanted.', 'AbortError'));
        const outcome = await outcomeOf(call(before));
        if (outcome !== before.reason) breach(`a call aborted before it began came to ${String(outcome)}.`);
        for (const turns of [0, 1, 5]) {
          const controller = new AbortController();
          const running = outcomeOf(call(controller.signal));
          for (let i = 0; i < turns; i++) await Promise.resolve();
          const reason = new DOMException('Not wanted any more.', 'AbortError');
          controller.abort(reason);
          const late = await running;
          if (late instanceof Error && late !== reason) breach(`an aborted call came to ${String(late)}.`);
        }
      }
      const { items } = await adapter.getPage(query);
      const expected = await expectedRows(setup, query);
      if (items.length !== Math.min(5, expected.length)) breach('the call after an aborted one lacks rows.');
    },
  ),

  law('late-answers', 'answers many calls at once, each with its own rows', async (setup, breach) => {
    const queries = customersOf(setup).flatMap((customerId) =>
      setup.adapter.capabilities.orders.map((order) => ({ ...everything(customerId), order })),
    );
    const twice = [...queries, ...queries];
    const givenUp = new AbortController();
    const pages = twice.map((query, i) =>
      setup.adapter.getPage(query, i % 3 === 2 ? { signal: givenUp.signal } : {}),
    );
    const settled = Promise.allSettled(pages);
    givenUp.abort();
    for (const [i, outcome] of (await settled).entries()) {
      if (outcome.status === 'rejected' && i % 3 === 2) continue;
      if (outcome.status === 'rejected') breach(`a call failed: ${String(outcome.reason)}`);
      else
        compareRows(
          setup,
          outcome.value.items,
          (await expectedRows(setup, twice[i])).slice(0, 1000),
          twice[i],
          breach,
        );
    }
  }),

  law(
    'subscribe',
    'stops telling of changes when it is told to, as often as it is told',
    ({ adapter }, breach) => {
      const stop = adapter.subscribe?.(() => undefined);
      if (adapter.subscribe && typeof stop !== 'function') breach('subscribe does not answer how to stop.');
      stop?.();
      stop?.();
      return Promise.resolve();
    },
  ),
];

/** What a call came to: its value, or what it rejected with. */
function outcomeOf(call: Promise<unknown>): Promise<unknown> {
  return call.catch((error: unknown) => error);
}

async function expectCode(
  code: string,
  call: () => Promise<unknown>,
  asked: object,
  breach: Breach,
): Promise<void> {
  // A call that throws instead of rejecting breaks its promise too.
  const outcome = await outcomeOf(call());
  if (
    outcome instanceof Error &&
    outcome.name === 'AdapterError' &&
    'code' in outcome &&
    outcome.code === code
  )
    return;
  const came = outcome instanceof Error ? String(outcome) : 'an answer';
  breach(`${JSON.stringify(asked)} came to ${came}, expected an AdapterError with the code ${code}.`);
}
