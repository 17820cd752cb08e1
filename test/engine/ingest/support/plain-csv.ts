/** A record as the plain reader finds it. */
export interface PlainRecord {
  line: number;
  fields: string[];
  isMalformed: boolean;
  raw: string;
}

export interface PlainCsv {
  records: PlainRecord[];
  /** Line of a quote that nobody closes; the records before it stand. */
  openQuoteLine?: number;
}

/** Reads CSV by regular expressions, character by character and slowly. Blank lines are no records. */
export function readCsvPlainly(text: string, delimiter: string): PlainCsv {
  const quoted = /"((?:[^"]|"")*)"(?!")/y;
  const plain = new RegExp(`[^\\r\\n\\x${delimiter.charCodeAt(0).toString(16).padStart(2, '0')}]*`, 'y');
  const lineEnd = /\r\n|\r|\n/y;
  let at = 0;
  const match = (pattern: RegExp): RegExpExecArray | null => {
    pattern.lastIndex = at;
    const found = pattern.exec(text);
    if (found !== null) at = pattern.lastIndex;
    return found;
  };
  const lineAt = (place: number): number => text.slice(0, place).split(/\r\n|\r|\n/).length;

  const records: PlainRecord[] = [];
  while (at < text.length) {
    const start = at;
    const fields: string[] = [];
    let isMalformed = false;
    for (;;) {
      const isQuoted = text[at] === '"';
      const inner = isQuoted ? match(quoted) : null;
      if (isQuoted && inner === null) return { records, openQuoteLine: lineAt(at) };
      const rest = match(plain)?.[0] ?? '';
      if (inner !== null && rest !== '') isMalformed = true;
      fields.push(inner === null ? rest : inner[1].replaceAll('""', '"'));
      if (text[at] !== delimiter) break;
      at++;
    }
    const raw = text.slice(start, at);
    match(lineEnd);
    if (raw !== '') records.push({ line: lineAt(start), fields, isMalformed, raw });
  }
  return { records };
}
