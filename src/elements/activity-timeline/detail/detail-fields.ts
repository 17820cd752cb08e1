import type { Activity } from '../../../model/activity.js';
import { attributesOf, type TypeAttribute } from '../../../model/semantic-types.js';
import { isTimestamp } from '../../../adapters/shared/activity-time.js';
import type { TimelineText } from '../timeline-text.js';

/** One line of the detail. */
export interface DetailField {
  readonly name: string;
  readonly value: string;
}

/** Attributes that are sums of money where the row says in which currency (§ 3). */
const MONEY = new Set(['Amount', 'SalesAmount', 'UnitPrice', 'SubscriptionAmount']);
const CURRENCY = /^[A-Za-z]{3}$/;
/** Digits of a decimal that a number holds without loss: 15, sign and point aside. */
const PLAIN_NUMBER = /^[+-]?(?=[\d.]{1,16}$)\d{1,15}(?:\.\d+)?$/;
const TRUE = /^(?:true|yes|y|1)$/i;
const FALSE = /^(?:false|no|n|0)$/i;

/** What the row tells beyond its two lines: mapped attributes, whom it was with, and where it comes from. */
export function detailFields(activity: Activity, text: TimelineText): DetailField[] {
  const { attributes = {}, sourceTable, sourceActivityId, type } = activity;
  const { strings } = text;
  const known = attributesOf(type);
  const order = [...known.map(({ key }) => key), ...Object.keys(attributes)];
  const currency = Object.hasOwn(attributes, 'Currency') ? attributes['Currency'].trim() : '';
  const mapped = [...new Set(order)]
    .filter((key) => Object.hasOwn(attributes, key) && attributes[key] !== '')
    .map((key): DetailField => {
      const attribute = known.find((other) => other.key === key);
      const money = MONEY.has(key) && CURRENCY.test(currency) ? currency : null;
      return {
        name: text.attribute(key, attribute?.label),
        value: readable(attributes[key], attribute?.type, money, text),
      };
    });
  const contact = text.contact(activity);
  // A tooltip is there for pointers alone.
  const isRelative = text.relative(activity.timestamp, false) !== null;
  return [
    ...(isRelative ? [{ name: strings.date, value: text.date(activity.timestamp) }] : []),
    ...mapped,
    ...(contact === null ? [] : [{ name: strings.contact, value: contact }]),
    { name: strings.sourceTable, value: sourceTable },
    { name: strings.sourceKey, value: sourceActivityId },
  ].filter(({ value }) => value !== '');
}

/** A value as its reader writes such values. What does not look like one of its type stays as in the source (D 36). */
function readable(
  value: string,
  type: TypeAttribute['type'] | undefined,
  currency: string | null,
  text: TimelineText,
): string {
  const bare = value.trim();
  switch (type) {
    case 'number':
      return PLAIN_NUMBER.test(bare) ? text.number(Number(bare), currency) : value;
    case 'date':
      return isTimestamp(bare) ? text.date(bare) : value;
    case 'boolean':
      return TRUE.test(bare) ? text.strings.yes : FALSE.test(bare) ? text.strings.no : value;
    default:
      return value;
  }
}
