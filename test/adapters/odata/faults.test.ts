import { expect } from 'chai';
import { createODataAdapter } from '../../../src/adapters/odata/index.js';
import { dataverse, fetchOver, ROOT } from './support/service.js';
import { idsOf, page, query, refusal, row, scripted, status, type Answer } from './support/scripted.js';

const empty = page([]);
const [T1, T2] = ['2020-01-01T10:00:00Z', '2020-01-02T10:00:00Z'];

describe('an OData service that fails', () => {
  const ways: readonly [string, Answer, code: string, isRetryable: boolean, words: RegExp][] = [
    ['401', status(401), 'unauthorized', false, /sign in/i],
    ['403', status(403), 'unauthorized', false, /may not/],
    ['404', status(404), 'not-found', false, /address/],
    ['410', status(410), 'not-found', false, /any more/],
    ['429', status(429), 'throttled', true, /wait/i],
    ['500', status(500), 'server', true, /try again/i],
    [
      'HTML',
      () => new Response('<!doctype html><p>Sign in', { headers: { 'Content-Type': 'text/html' } }),
      'response-invalid',
      false,
      /web page/,
    ],
    ['truncated JSON', () => new Response('{"value":[{"a":1'), 'response-invalid', true, /broke off/],
    ['other JSON', () => Response.json({ items: [] }), 'response-invalid', false, /OData/],
    ['an array', () => Response.json([]), 'response-invalid', false, /OData/],
    ['rows that are none', () => Response.json({ value: [null] }), 'response-invalid', false, /OData/],
    ['no connection', () => Response.error(), 'network', true, /connection/],
    [
      'rows of another customer',
      page([row('a', T1, { msdynci_customerid: 'c2' })]),
      'response-invalid',
      false,
      /another customer/,
    ],
    ['rows in no order', page([row('a', T1), row('b', T2)]), 'response-invalid', false, /sort/],
    ['a row without a time', page([row('a', null)]), 'response-invalid', false, /time/],
    [
      'a link to another server',
      page([row('a', T1)], 'https://evil.example/x?$skiptoken=1'),
      'response-invalid',
      false,
      /another server/,
    ],
    [
      'a link that is a script',
      page([row('a', T1)], 'javascript:alert(1)'),
      'response-invalid',
      false,
      /another server/,
    ],
    ['links in a circle', page([row('a', T1)], `${ROOT}x?$skiptoken=1`), 'response-invalid', false, /circle/],
  ];
  for (const [name, answer, code, isRetryable, words] of ways) {
    it(`by ${name} is told as ${code}`, async () => {
      const { adapter } = scripted([answer]);
      const error = await refusal(adapter.getPage(query));
      expect([error.code, error.retryable]).to.deep.equal([code, isRetryable]);
      expect(error.message).to.match(words);
    });
  }

  it('is asked again after as long as it says, by nobody before, five times at most', async () => {
    const busy = status(429, { 'Retry-After': '7' });
    const soon = scripted([
      busy,
      status(503, { 'Retry-After': new Date(Date.now() + 9000).toUTCString() }),
      empty,
    ]);
    expect((await soon.adapter.getPage(query)).items).to.deep.equal([]);
    expect(soon.waits[0]).to.equal(7000);
    expect(Math.max(...soon.waits)).to.be.within(7000, 9000);
    const never = scripted([status(429)]);
    expect((await refusal(never.adapter.getPage(query))).code).to.equal('throttled');
    expect(never.requests.length).to.equal(5);
  });

  it('that wants a long wait is not waited for: the person is told', async () => {
    const { adapter, requests } = scripted([status(429, { 'Retry-After': '3600' })]);
    const { code, detail } = await refusal(adapter.getPage(query));
    expect([code, detail.retryAfterMs, requests.length]).to.deep.equal(['throttled', 3_600_000, 1]);
  });

  it('once, answers when it is asked again', async () => {
    const { adapter, requests } = scripted([status(502), empty]);
    await adapter.getPage(query);
    expect(requests.length).to.equal(2);
  });

  it('and comes back, is asked again by the same adapter', async () => {
    const { adapter } = scripted([() => Response.error(), page([row('a', T1)])]);
    expect((await refusal(adapter.getPage(query))).code).to.equal('network');
    expect(idsOf(await adapter.getPage(query))).to.equal('a');
  });

  it('to take a token gets a new one, once', async () => {
    const asked: boolean[] = [];
    const token = ({ refused }: { refused: boolean }): string => `secret-${asked.push(refused)}`;
    const good = scripted([status(401), empty], { token });
    await good.adapter.getPage(query);
    expect(asked).to.deep.equal([false, true]);
    expect(good.requests[1].headers.get('Authorization')).to.equal('Bearer secret-2');
    const error = await refusal(scripted([status(401)], { token }).adapter.getPage(query));
    expect(error.code).to.equal('unauthorized');
    expect(JSON.stringify([error.message, error.detail])).not.to.contain('secret');
  });

  it('to answer in time is given up', async () => {
    const { adapter } = scripted([() => new Promise<Response>(() => undefined)], { timeoutMs: 1 });
    const error = await refusal(adapter.getPage(query));
    expect([error.code, error.retryable]).to.deep.equal(['network', true]);
  });

  it('to get a token is given up too, in time and by the caller', async () => {
    const token = (): Promise<string> => new Promise(() => undefined);
    const late = scripted([empty], { token, timeoutMs: 1 });
    expect((await refusal(late.adapter.getPage(query))).code).to.equal('network');
    const { adapter, requests } = scripted([empty], { token });
    const call = new AbortController();
    const asked = adapter.getPage(query, { signal: call.signal });
    const reason = new Error('mine');
    setTimeout(() => call.abort(reason));
    expect(await asked.catch((error: unknown) => error)).to.equal(reason);
    expect(requests.length).to.equal(0);
  });

  it('to know its own link is asked from the position instead', async () => {
    const { adapter, requests } = scripted([
      page([row('a', T2), row('b', T1)], `${ROOT}x?$skiptoken=1`),
      status(410),
      page([row('b', T1), row('c', T1)]),
    ]);
    const { items, next } = await adapter.getPage(query);
    const rest = await adapter.getPage({ ...query, cursor: next });
    expect(idsOf({ items: [...items, ...rest.items] })).to.equal('a,b,c');
    expect(new URL(requests[2].url).searchParams.get('$filter')).to.match(
      /msdynci_activitytime le 2020-01-01T10:00:00Z$/,
    );
  });

  it('to keep rows in place loses none, and none comes twice', async () => {
    const { adapter } = scripted([
      page([row('b', T2), row('c', T1)], `${ROOT}x?$skiptoken=2`),
      // A newer row came in and pushed the others on.
      page([row('b', T2), row('c', T1), row('d', T1)], 'x?$skiptoken=4'),
      page([row('e', T1)]),
    ]);
    const first = await adapter.getPage(query);
    const second = await adapter.getPage({ ...query, cursor: first.next });
    expect([idsOf(first), idsOf(second), second.next]).to.deep.equal(['b,c', 'd,e', undefined]);
  });

  it('to fill a page is read on until it ends', async () => {
    const { adapter } = scripted([page([], 'x?1'), page([row('a', T1)], 'x?2'), page([], 'x?3'), empty]);
    expect(idsOf(await adapter.getPage(query))).to.equal('a');
  });

  it('to say where it goes on after a hundred rows is asked for more, until nothing new comes', async () => {
    const rows = Array.from({ length: 120 }, (_, i) =>
      row(`a${i}`, new Date(Date.UTC(2020, 0, 1) - i * 1000).toISOString()),
    );
    const service = { ...dataverse, paging: 'top' } as const;
    const asked = { ...query, limit: 150 };
    const more = scripted([page(rows.slice(0, 100)), page(rows.slice(99))], { service });
    expect(await more.adapter.getPage(asked).then(({ items, next }) => [items.length, next])).to.deep.equal([
      120,
      undefined,
    ]);
    expect(new URL(more.requests[1].url).searchParams.get('$top')).to.equal('152');
    const same = rows.slice(0, 100).map((one, i) => ({ ...one, ...row(`a${i}`, T1) }));
    const all = scripted([page(same)], { service });
    const { items, next } = await all.adapter.getPage(asked);
    expect([items.length, next, all.requests.length]).to.deep.equal([100, undefined, 2]);
    const few = scripted([page(rows.slice(0, 99))], { service });
    expect((await few.adapter.getPage(asked)).items.length).to.equal(99);
    expect(few.requests.length).to.equal(1);
  });

  it('to have a column is asked without it, and the adapter says which', async () => {
    const missing = status(400, {}, "Could not find a property named 'msdynci_title' on type 'x'.");
    const { adapter, requests } = scripted([missing, page([row('a', T1)]), empty]);
    expect(idsOf(await adapter.getPage(query))).to.equal('a');
    await adapter.getSummary(query);
    expect(adapter.missingColumns).to.deep.equal(['msdynci_title']);
    expect(
      requests
        .slice(1)
        .map(({ url }) => url)
        .join(),
    ).not.to.contain('msdynci_title');
    const none = scripted([status(400, {}, "Could not find a property named 'msdynci_activitytime'.")]);
    expect((await refusal(none.adapter.getPage(query))).code).to.equal('column-missing');
  });

  it('to sort by several columns is asked to sort by time alone', async () => {
    const { adapter, requests } = scripted([status(400), page([row('a', T1)])]);
    expect(idsOf(await adapter.getPage(query))).to.equal('a');
    expect(new URL(requests[1].url).searchParams.get('$orderby')).to.equal('msdynci_activitytime desc');
    expect((await refusal(scripted([status(400)]).adapter.getPage(query))).code).to.equal('unsupported');
  });
});

describe('rows of an OData service', () => {
  it('may have nothing but a time', async () => {
    const { adapter } = scripted([
      page([row('a', '2020-01-01T10:00:00.1234567+02:00', { msdynci_semanticdata: '[1' })]),
    ]);
    const { items } = await adapter.getPage(query);
    expect(items).to.deep.equal([
      {
        ...{ activityId: 'a', customerId: 'c1', sourceTable: '', sourceActivityId: '', type: 'Other' },
        ...{ timestamp: '2020-01-01T08:00:00.123Z', title: '' },
      },
    ]);
  });

  it('are counted up to as many pages as the host allows, and no further', async () => {
    let pages = 0;
    const next: Answer = () => page([row(`a${++pages}`, T1)], `x?${pages}`)(new Request(ROOT));
    const { adapter, requests } = scripted([next], { countPages: 3 });
    const { total, exact } = await adapter.getSummary(query);
    expect([total, exact, requests.length]).to.deep.equal([3, false, 3]);
    expect(requests[0].headers.get('Prefer')).to.equal('odata.maxpagesize=5000');
    expect(requests[0].url).not.to.match(/title|skip|top/);
  });

  it('have the types that a filter leads to, also beyond what all of them were counted by', async () => {
    const visit = page([row('b', T2, { msdynci_activitytype: 'Visit' })]);
    const { adapter } = scripted([page([row('a', T1, { msdynci_activitytype: 'Case' })], 'x?1'), visit], {
      countPages: 1,
    });
    await adapter.getSummary(query);
    const { types } = await adapter.getSummary({ ...query, from: '2020-01-02' });
    expect(types.map(({ type, count }) => [type, count])).to.deep.equal([
      ['Case', 0],
      ['Visit', 1],
    ]);
  });

  it('are counted once for all filters, and anew when they may have changed', async () => {
    const { adapter, requests } = scripted([
      page([row('a', T1, { msdynci_activitytype: 'Case' }), row('b', T2)]),
    ]);
    const asked = [query, { ...query, types: ['Case'] }, { ...query, from: '2020-01-02' }];
    const totals = [];
    for (const one of asked) totals.push((await adapter.getSummary(one)).total);
    expect([...totals, requests.length]).to.deep.equal([2, 1, 1, 1]);
    let heard = 0;
    adapter.subscribe(() => heard++);
    adapter.refresh();
    await adapter.getSummary(asked[1]);
    expect([heard, requests.length]).to.deep.equal([1, 2]);
  });

  it('that were counted before they may have changed are not counted again', async () => {
    let give: (response: Response) => void = () => undefined;
    const { adapter } = scripted([
      () => new Promise<Response>((resolve) => (give = resolve)),
      page([row('a', T1, { msdynci_activitytype: 'Case' })]),
    ]);
    const old = adapter.getSummary(query);
    while (give.length === 0) await new Promise((resolve) => setTimeout(resolve));
    adapter.refresh();
    give(Response.json({ value: [] }));
    expect((await old).total).to.equal(0);
    expect((await adapter.getSummary({ ...query, types: ['Case'] })).total).to.equal(1);
  });

  it('are read one page ahead once a reader goes on, and no further; another question gives that up', async () => {
    const times = [9, 8, 7, 6].map((hour) => `2020-01-01T0${hour}:00:00Z`);
    const answers = times.map((time, i) => page([row(`a${i}`, time)], `x?${i}`));
    const { adapter, requests } = scripted(answers);
    const one = { ...query, limit: 1 };
    const until = async (list: readonly Request[], count: number): Promise<void> => {
      while (list.length < count) await new Promise((resolve) => setTimeout(resolve));
    };
    const first = await adapter.getPage(one);
    const second = await adapter.getPage({ ...one, cursor: first.next });
    await until(requests, 3);
    const third = await adapter.getPage({ ...one, cursor: second.next });
    expect([idsOf(first), idsOf(second), idsOf(third)]).to.deep.equal(['a0', 'a1', 'a2']);
    expect(new Set(requests.map(({ url }) => url)).size).to.equal(requests.length);

    const other = scripted([...answers.slice(0, 2), () => new Promise<Response>(() => undefined), page([])]);
    const { next } = await other.adapter.getPage(one);
    await other.adapter.getPage({ ...one, cursor: next });
    await until(other.requests, 3);
    expect((await other.adapter.getPage({ ...one, types: ['Case'] })).items).to.deep.equal([]);
    expect(other.requests.length).to.equal(4);
  });

  it('are asked for in four requests at the same time at most, and waiting ones can be given up', async () => {
    const open: (() => void)[] = [];
    const fetch = fetchOver(
      () => new Promise((resolve) => open.push(() => resolve(Response.json({ value: [] })))),
    );
    const adapter = createODataAdapter({ url: ROOT, fetch });
    const waiting = new AbortController();
    const calls = Array.from({ length: 7 }, (_, i) =>
      adapter.getPage({ ...query, customerId: String(i) }, i === 5 ? { signal: waiting.signal } : {}),
    );
    const settled = Promise.allSettled(calls);
    while (open.length < 4) await new Promise((resolve) => setTimeout(resolve));
    waiting.abort();
    expect(await calls[5].catch((error: unknown) => error)).to.equal(waiting.signal.reason);
    expect(open.length).to.equal(4);
    for (let done = 0; done < 6; done++) {
      while (open.length <= done) await new Promise((resolve) => setTimeout(resolve));
      open[done]();
    }
    expect((await settled).map((one) => one.status).filter((word) => word === 'fulfilled').length).to.equal(
      6,
    );
  });
});
