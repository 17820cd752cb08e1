import { BoundedCache } from './bounded-cache.js';

/**
 * Making an Intl object costs a hundred times what using it costs, so they are shared by all elements.
 * A page uses a few locales and a handful of formats: the limit only stops a page that walks through all.
 */
const MAX_OBJECTS_PER_KIND = 32;

const dateFormats = new BoundedCache<Intl.DateTimeFormat>(MAX_OBJECTS_PER_KIND);
const numberFormats = new BoundedCache<Intl.NumberFormat>(MAX_OBJECTS_PER_KIND);
const rules = new BoundedCache<Intl.PluralRules>(MAX_OBJECTS_PER_KIND);
const relativeFormats = new BoundedCache<Intl.RelativeTimeFormat>(MAX_OBJECTS_PER_KIND);
const collators = new BoundedCache<Intl.Collator>(MAX_OBJECTS_PER_KIND);

/** Shared formatter of dates. */
export function dateFormat(locale: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = JSON.stringify([locale, options]);
  return dateFormats.get(key, () => new Intl.DateTimeFormat(locale, options));
}

/** Shared formatter of whole numbers. */
export function numberFormat(locale: string): Intl.NumberFormat {
  return numberFormats.get(locale, () => new Intl.NumberFormat(locale));
}

/** Shared formatter of numbers with as many digits as they have. */
export function decimalFormat(locale: string): Intl.NumberFormat {
  return numberFormats.get(`${locale}/.`, () => new Intl.NumberFormat(locale, { maximumFractionDigits: 20 }));
}

/** Shared formatter of money; `currency` is a code of three letters. Its further digits are not rounded away. */
export function currencyFormat(locale: string, currency: string): Intl.NumberFormat {
  return numberFormats.get(
    `${locale}/${currency}`,
    () => new Intl.NumberFormat(locale, { style: 'currency', currency, maximumFractionDigits: 20 }),
  );
}

/** Shared plural rules for counts. */
export function pluralRules(locale: string): Intl.PluralRules {
  return rules.get(locale, () => new Intl.PluralRules(locale));
}

/** Shared formatter of distances from the present; `auto` has words such as "yesterday". */
export function relativeTimeFormat(
  locale: string,
  numeric: Intl.RelativeTimeFormatNumeric,
): Intl.RelativeTimeFormat {
  const key = `${locale}/${numeric}`;
  return relativeFormats.get(key, () => new Intl.RelativeTimeFormat(locale, { numeric }));
}

/** Shared comparer of labels; numbers in them count as numbers. */
export function collator(locale: string): Intl.Collator {
  return collators.get(locale, () => new Intl.Collator(locale, { numeric: true }));
}
