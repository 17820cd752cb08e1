import { firstWorld, worlds, type WorldId } from './worlds.js';

/** A page of the workbench, as its address names it. */
export type Route =
  | { page: 'customers'; customerId?: string }
  | { page: 'data'; table?: string }
  | { page: 'unify' }
  | { page: 'activities' }
  | { page: 'missing' };

const parts = (hash: string): string[] => hash.replace(/^#\/?/, '').split('/').map(decode);

const isWorld = (text: string): text is WorldId => worlds.some(({ id }) => id === text);

/** The world of an address: `#/coffee/data`. One that names none speaks of the people, as the first ones did. */
export function parseWorld(hash: string): WorldId {
  const [first = ''] = parts(hash);
  return isWorld(first) ? first : firstWorld;
}

/** Reads the part of an address behind `#`. Nothing there: the customers. */
export function parseRoute(hash: string): Route {
  const all = parts(hash);
  const [page = '', argument, ...more] = isWorld(all[0] ?? '') ? all.slice(1) : all;
  if (more.length > 0) return { page: 'missing' };
  switch (page) {
    case '':
    case 'customers':
      return { page: 'customers', ...(argument && { customerId: argument }) };
    case 'data':
      return { page: 'data', ...(argument && { table: argument }) };
    case 'unify':
    case 'activities':
      return argument ? { page: 'missing' } : { page };
    default:
      return { page: 'missing' };
  }
}

/** The address of a page; in the world that is on the screen when none is said. */
export function hrefTo(
  route: Exclude<Route, { page: 'missing' }>,
  world: WorldId = parseWorld(location.hash),
): string {
  const argument =
    route.page === 'customers' ? route.customerId : route.page === 'data' ? route.table : undefined;
  const prefix = world === firstWorld ? '' : `/${world}`;
  return `#${prefix}/${route.page}${argument ? `/${encodeURIComponent(argument)}` : ''}`;
}

/** Text that was escaped wrongly by hand stays as it is: the page then finds nothing and says so. */
function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
