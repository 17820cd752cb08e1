import { loadCustomers } from './load-customers.js';
import { ordinalsIn } from './count-changes.js';
import type { CustomerSegment } from '../store/records.js';
import type { Storage } from '../store/storage.js';
import type { UnifiedCustomers } from './unify-customers.js';

/**
 * Compares new customers with the ones before: a customer table whose rows all have the customers they had keeps the
 * number of its assignment, so that activities that lead to it need not be built again.
 */
export async function settleAssignments(
  storage: Storage,
  made: UnifiedCustomers,
  formerSegment: CustomerSegment | null,
): Promise<UnifiedCustomers> {
  const assignments = Object.fromEntries(
    [...made.customerOfRow.keys()].map((name) => [name, made.segment.segment]),
  );
  if (formerSegment !== null) {
    const former = await loadCustomers(storage, formerSegment);
    const ordinals = ordinalsIn(former.ids, made.ids);
    for (const [name, customers] of made.customerOfRow) {
      const before = former.customerOfRow.get(name);
      if (before !== undefined && isSameAssignment(before, customers, ordinals)) {
        assignments[name] = formerSegment.assignments[name];
      }
    }
  }
  return { ...made, segment: { ...made.segment, assignments } };
}

function isSameAssignment(before: Int32Array, after: Int32Array, ordinals: Int32Array): boolean {
  if (before.length !== after.length) return false;
  for (let row = 0; row < after.length; row++) {
    const expected = before[row] < 0 ? -1 : ordinals[before[row]];
    if (expected !== after[row] || (expected < 0 && before[row] >= 0)) return false;
  }
  return true;
}
