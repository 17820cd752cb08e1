import { dateFormat, numberFormat } from './formatters.js';
import { whenIdle } from './idle.js';

const LAST_RESORT_LOCALE = 'en-US';

/**
 * The first of the candidates that Intl accepts, else the browser's language, else US English. WebKitGTK
 * without a language reports `C`, which Intl refuses.
 */
export function resolveLocale(...candidates: readonly (string | undefined)[]): string {
  return [...candidates, navigator.language].find(isLocale) ?? LAST_RESORT_LOCALE;
}

/** The first of the candidates that names a time zone, else the browser's (D 37). */
export function resolveTimeZone(...candidates: readonly (string | undefined)[]): string {
  return candidates.find(isTimeZone) ?? Intl.DateTimeFormat().resolvedOptions().timeZone;
}

/**
 * Has the browser load its languages and calendars in idle moments, before the first element needs them: that takes
 * longer than to render the first rows.
 */
export function loadLocaleWhenIdle(): void {
  if (typeof document === 'undefined') return;
  whenIdle(() => {
    numberFormat(resolveLocale());
    whenIdle(() => resolveTimeZone());
  });
}

function isLocale(tag: string | undefined): tag is string {
  return Boolean(tag) && accepts(() => Intl.getCanonicalLocales(tag));
}

function isTimeZone(name: string | undefined): name is string {
  return Boolean(name) && accepts(() => dateFormat(LAST_RESORT_LOCALE, { timeZone: name }));
}

/** Intl answers a name that it does not know with a RangeError and offers no question without one. */
function accepts(attempt: () => unknown): boolean {
  try {
    attempt();
    return true;
  } catch {
    return false;
  }
}
