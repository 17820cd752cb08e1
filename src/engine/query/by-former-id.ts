import type { SummaryQuery } from '../../model/activity.js';
import type { CustomerReader } from './customer-reader.js';

/**
 * Asks for a customer's activities. An id that nobody has any more may be a former one of somebody (D 61): that is looked
 * up only when there is no answer, and the answer says which id was asked for.
 */
export async function byFormerId<T extends object, Query extends SummaryQuery>(
  customers: CustomerReader,
  query: Query,
  isEmpty: (answer: T) => boolean,
  ask: (query: Query) => Promise<T>,
): Promise<T & { requestedId?: string }> {
  const answer = await ask(query);
  if (!isEmpty(answer)) return answer;
  const customerId = await customers.currentId(query.customerId);
  if (customerId === null) return answer;
  return { ...(await ask({ ...query, customerId })), requestedId: query.customerId };
}
