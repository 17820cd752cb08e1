import { CURRENT, LEASE, NOTHING, type Current, type Lease } from './records.js';
import type { View } from './storage.js';

/** The state that counts now. */
export async function readCurrent(view: View): Promise<Current> {
  return ((await view.meta(CURRENT)) as Current | undefined) ?? NOTHING;
}

/** The token taken last; 0 before the first job. */
export async function readToken(view: View): Promise<number> {
  return ((await view.meta(LEASE)) as Lease | undefined)?.token ?? 0;
}
