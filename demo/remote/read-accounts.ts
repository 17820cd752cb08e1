import { openEngine } from '../../src/engine/index.js';
import type { Activity } from '../../src/model/activity.js';
import { seedDemo } from '../app/seed.js';
import { worldOf } from '../app/worlds.js';

/** An account of the supplier with all of its activities, newest first. */
export interface RemoteAccount {
  customerId: string;
  name: string;
  activities: readonly Activity[];
}

const ACCOUNTS = 8;

/** Unifies the supplier's tables as another machine would have done before, and keeps a few accounts of it. */
export async function readAccounts(
  data: URL,
  onProgress: (text: string) => void,
): Promise<readonly RemoteAccount[]> {
  const engine = await openEngine({ name: 'demo-remote', indexedDB: null });
  try {
    await seedDemo(engine, { data, onProgress: ({ text }) => onProgress(text) });
    const { featured } = worldOf('coffee');
    const first = featured && (await engine.resolveCustomer(featured));
    const { customers } = await engine.listCustomers({ limit: ACCOUNTS });
    const ids = new Set([...(first ? [first] : []), ...customers.map(({ customerId }) => customerId)]);
    return await Promise.all(
      [...ids].slice(0, ACCOUNTS).map(async (customerId) => {
        const activities: Activity[] = [];
        let cursor: string | undefined;
        do {
          const asked = { customerId, timeZone: 'UTC', order: 'newest', limit: 1000 } as const;
          const page = await engine.getPage({ ...asked, ...(cursor !== undefined && { cursor }) });
          activities.push(...page.items);
          cursor = page.next;
        } while (cursor !== undefined);
        const customer = await engine.getCustomer(customerId);
        return { customerId, name: customer?.name ?? customerId, activities };
      }),
    );
  } finally {
    await engine.destroy();
  }
}
