import { firstWorld, worlds, type WorldId } from './worlds.js';

/** A page of the workbench, as its address names it. */
export type Route =
  | { page: 'customers'; customerId?: string; activityId?: string }
  | { page: 'data'; table?: string }
  | { page: 'unify' }
  | { page: 'activities'; wizard?: { flow: 'all' | 'single'; activityId?: string } }
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
  if (page === 'activities') return activitiesRoute(argument, more);
  if (page === 'customers' && argument && more.length === 1 && more[0] !== '') {
    return { page: 'customers', customerId: argument, activityId: more[0] };
  }
  if (more.length > 0) return { page: 'missing' };
  switch (page) {
    case '':
    case 'customers':
      return { page: 'customers', ...(argument && { customerId: argument }) };
    case 'data':
      return { page: 'data', ...(argument && { table: argument }) };
    case 'unify':
      return argument ? { page: 'missing' } : { page };
    default:
      return { page: 'missing' };
  }
}

/** `activities`, with the wizard open `activities/all` and `activities/single`, each with the id of a definition or not. */
function activitiesRoute(flow: string | undefined, [activityId, ...more]: string[]): Route {
  if (!flow && activityId === undefined) return { page: 'activities' };
  if ((flow !== 'all' && flow !== 'single') || more.length > 0) return { page: 'missing' };
  return { page: 'activities', wizard: { flow, ...(activityId && { activityId }) } };
}

/** The address of a page; in the world that is on the screen when none is said. */
export function hrefTo(
  route: Exclude<Route, { page: 'missing' }>,
  world: WorldId = parseWorld(location.hash),
): string {
  const prefix = world === firstWorld ? '' : `/${world}`;
  const path = [route.page, ...argumentsOf(route)].map(encodeURIComponent).join('/');
  return `#${prefix}/${path}`;
}

function argumentsOf(route: Exclude<Route, { page: 'missing' }>): string[] {
  switch (route.page) {
    case 'customers':
      return route.customerId ? [route.customerId, ...(route.activityId ? [route.activityId] : [])] : [];
    case 'data':
      return route.table ? [route.table] : [];
    case 'activities':
      return route.wizard
        ? [route.wizard.flow, ...(route.wizard.activityId ? [route.wizard.activityId] : [])]
        : [];
    case 'unify':
      return [];
  }
}

/** Text that was escaped wrongly by hand stays as it is: the page then finds nothing and says so. */
function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
