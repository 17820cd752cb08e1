import type { ActivityQuery } from '../../../../src/model/activity.js';
import { AdapterError } from '../../../../src/model/errors.js';
import {
  adapterOver,
  type ODataAdapter,
  type ODataOptions,
} from '../../../../src/adapters/odata/odata-adapter.js';
import { ODataClient } from '../../../../src/adapters/odata/odata-client.js';
import { dataverse, fetchOver, ROOT } from './service.js';

export type Answer = (request: Request) => Response | Promise<Response>;

export interface Scripted {
  adapter: ODataAdapter;
  requests: Request[];
  /** Milliseconds that were waited: none passes. */
  waits: number[];
}

/** An adapter over answers in their order; the last one stays. */
export function scripted(answers: readonly Answer[], options: Partial<ODataOptions> = {}): Scripted {
  const requests: Request[] = [];
  const waits: number[] = [];
  const all = {
    url: ROOT,
    service: dataverse,
    fetch: fetchOver((request) => {
      requests.push(request);
      return answers[Math.min(requests.length, answers.length) - 1](request);
    }),
    ...options,
  };
  const client = new ODataClient(all, (ms, signal) => {
    signal?.throwIfAborted();
    waits.push(ms);
    return Promise.resolve();
  });
  return { adapter: adapterOver(all, client), requests, waits };
}

export const query: ActivityQuery = {
  customerId: 'c1',
  timeZone: 'UTC',
  order: 'newest',
  limit: 2,
};

/** A row of the service; what is not given is null. */
export function row(id: string, time: string | null, parts: Record<string, unknown> = {}): object {
  return {
    msdynci_activityid: id,
    msdynci_customerid: 'c1',
    msdynci_activitytime: time,
    msdynci_title: null,
    ...parts,
  };
}

export const page =
  (rows: readonly object[], link?: string): Answer =>
  () =>
    Response.json({ value: rows, ...(link !== undefined && { '@odata.nextLink': link }) });

export const status =
  (code: number, headers: Record<string, string> = {}, message = 'No.'): Answer =>
  () =>
    Response.json({ error: { code: 'x', message } }, { status: code, headers });

export async function refusal(call: Promise<unknown>): Promise<AdapterError> {
  const outcome = await call.then(
    () => null,
    (error: unknown) => error,
  );
  if (outcome instanceof AdapterError) return outcome;
  throw new Error(`It came to ${String(outcome)}.`);
}

export const idsOf = ({ items }: { items: readonly { activityId: string }[] }): string =>
  items.map(({ activityId }) => activityId).join();
