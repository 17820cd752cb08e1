/** A page of the workbench, as its address names it. */
export type Route =
  | { page: 'customers'; customerId?: string }
  | { page: 'data'; table?: string }
  | { page: 'unify' }
  | { page: 'activities' }
  | { page: 'missing' };

/** Reads the part of an address behind `#`. Nothing there: the customers. */
export function parseRoute(hash: string): Route {
  const [page = '', argument, ...more] = hash.replace(/^#\/?/, '').split('/').map(decode);
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

/** The address of a page. */
export function hrefTo(route: Exclude<Route, { page: 'missing' }>): string {
  const argument =
    route.page === 'customers' ? route.customerId : route.page === 'data' ? route.table : undefined;
  return `#/${route.page}${argument ? `/${encodeURIComponent(argument)}` : ''}`;
}

/** Text that was escaped wrongly by hand stays as it is: the page then finds nothing and says so. */
function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
