// The records of a CSV text as papaparse reads them, with the lines on which they begin.
import Papa from 'papaparse';

/** Rows of the header's width, and the lines of all others. */
export function readCsv(csv) {
  const [columns, ...records] = Papa.parse(csv, { delimiter: ',' }).data;
  const result = { columns, rows: [], lines: [], wrongWidth: [] };
  let line = 2;
  for (const record of records) {
    const isBlank = record.length === 1 && record[0] === '';
    if (record.length === columns.length && !isBlank) {
      result.rows.push(record);
      result.lines.push(line);
    } else if (!isBlank) {
      result.wrongWidth.push(line);
    }
    line += record.reduce((sum, field) => sum + (field.match(/\r\n|\r|\n/g)?.length ?? 0), 1);
  }
  return result;
}
