/** A text as a literal of a `$filter`: in quotes, quotes in it doubled. What UTF-8 cannot write is replaced. */
export function textLiteral(value: string): string {
  return `'${wellFormed(value).replaceAll("'", "''")}'`;
}

/** An instant in milliseconds since 1970 UTC. */
export function timeLiteral(time: number): string {
  return new Date(time).toISOString();
}

/** The query of an address. Blanks become %20: services exist that take no + for one. */
export function queryText(parameters: Readonly<Record<string, string | undefined>>): string {
  return Object.entries(parameters)
    .flatMap(([name, value]) => (value === undefined ? [] : [`${name}=${encodeURIComponent(value)}`]))
    .join('&');
}

function wellFormed(text: string): string {
  return text.replace(/[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g, '\uFFFD');
}
