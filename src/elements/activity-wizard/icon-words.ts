import type { IconName } from '../../model/semantic-types.js';

/** What a table's name says of its rows. The first that fits wins. */
const WORDS: readonly (readonly [RegExp, IconName])[] = [
  [/call|phone|anruf|telefon/i, 'phone'],
  [/mail|newsletter/i, 'envelope'],
  [/case|ticket|support|complaint|incident|enquir|inquir|reklamation|anfrage/i, 'headset'],
  [/chat|message|comment|nachricht/i, 'chat'],
  [/ship|deliver|parcel|versand|liefer/i, 'truck'],
  [/meeting|appointment|booking|event|termin/i, 'calendar'],
  [/payment|invoice|charge|zahlung|rechnung/i, 'card'],
  [/web|visit|page|click|besuch/i, 'globe'],
  [/offer|quote|coupon|angebot/i, 'tag'],
];

/** The icon for activities of no known type, by the name of their table. */
export const proposeIcon = (table: string): IconName | undefined =>
  WORDS.find(([words]) => words.test(table))?.[1];
