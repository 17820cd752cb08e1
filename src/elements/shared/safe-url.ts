const LINKED_PROTOCOLS: ReadonlySet<string> = new Set(['http:', 'https:', 'mailto:']);

/** A web address that may become a link. */
export interface SafeUrl {
  href: string;
  /** Web pages open in a new tab, a mail program does not. */
  newTab: boolean;
}

/**
 * Lets absolute http, https and mailto addresses through (D 41), anything else is null.
 *
 * The URL parser of the platform decides, not a pattern: it drops the white space and control characters
 * that hide a `java\nscript:` exactly as the browser would when the link is followed.
 */
export function safeUrl(text: string | undefined): SafeUrl | null {
  if (!text || !URL.canParse(text)) {
    return null;
  }
  const url = new URL(text);
  return LINKED_PROTOCOLS.has(url.protocol) ? { href: url.href, newTab: url.protocol !== 'mailto:' } : null;
}
