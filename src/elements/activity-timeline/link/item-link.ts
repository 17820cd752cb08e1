import type { Activity } from '../../../model/activity.js';
import { safeUrl } from '../../shared/safe-url.js';

/**
 * The address at which a host shows an activity: a function, or a template such as `#/people/{customerId}/{activityId}`.
 * The template takes the fields `activityId`, `customerId`, `type`, `timestamp`, `sourceTable` and `sourceActivityId`,
 * escaped. An address may be relative to the page. What is no http or https address, or null, makes no link.
 */
export type ItemLink = string | ((activity: Activity) => string | null);

const FIELDS = ['activityId', 'customerId', 'type', 'timestamp', 'sourceTable', 'sourceActivityId'] as const;

/** The whole address of an activity; null: it has none. */
export function linkTo(activity: Activity, link: ItemLink | undefined): string | null {
  if (!link) return null;
  const address = typeof link === 'function' ? ask(link, activity) : fillIn(link, activity);
  if (!address || !URL.canParse(address, document.baseURI)) return null;
  const url = safeUrl(new URL(address, document.baseURI).href);
  return url?.newTab ? url.href : null;
}

function fillIn(template: string, activity: Activity): string {
  return FIELDS.reduce(
    (text, field) => text.replaceAll(`{${field}}`, () => encodeURIComponent(activity[field])),
    template,
  );
}

/** A fault of the host's function is told to the page as any fault of a page, and costs no more than the link. */
function ask(link: (activity: Activity) => string | null, activity: Activity): string | null {
  try {
    return link(activity);
  } catch (error) {
    reportError(error);
    return null;
  }
}
