import { createRestAdapter } from '../../demo/remote/rest-adapter.js';
import { restAnswer } from '../../demo/remote/service/rest-service.js';
import { createMemoryAdapter } from '../../src/adapters/memory/index.js';
import {
  sampleActivities,
  timelineLaws,
  type ConformanceSetup,
} from '../../src/adapters/conformance/index.js';
import type { Activity } from '../../src/model/activity.js';
import { fetchOver, ROOT } from '../adapters/odata/support/service.js';

/** The service keeps neither contacts nor attributes, and has its rows newest first. */
const rows = sampleActivities({ contacts: false }).map(({ attributes: _, url: __, ...row }): Activity => row);

async function setUp(): Promise<ConformanceSetup> {
  const memory = createMemoryAdapter({ activities: rows });
  const sorted = await Promise.all(
    [...new Set(rows.map(({ customerId }) => customerId))].map((customerId) =>
      memory.getPage({ customerId, timeZone: 'UTC', order: 'newest', limit: 1000 }),
    ),
  );
  const all = sorted.flatMap(({ items }) => items);
  const adapter = createRestAdapter(
    `${ROOT}rest`,
    fetchOver((request) => restAnswer(all, request)),
  );
  return { adapter, activities: rows };
}

describe('the adapter of the guide', () => {
  for (const { promise, check } of timelineLaws) it(promise, async () => check(await setUp()));
});
