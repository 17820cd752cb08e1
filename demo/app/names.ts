/** Names for the table of a file: `Shop_Orders.csv` → Shop, Orders; `web orders (2).csv` → Files, web-orders-2. */
export function proposeNames(fileName: string): { source: string; table: string } {
  const base = fileName
    .replace(/\.(csv|tsv|txt|json|ndjson|jsonl)$/i, '')
    .normalize('NFC')
    .replace(/[^\p{L}\p{M}\p{Nd}_-]+/gu, '-')
    .replace(/^[^\p{L}]+|[-_]+$/gu, '');
  const [, source, table] = /^(\p{L}[\p{L}\p{M}\p{Nd}-]*)_(\p{L}.*)$/u.exec(base) ?? [];
  return source && table ? { source, table } : { source: 'Files', table: base || 'Table' };
}
