/**
 * Names of activities, custom types and relationships: "Start with a letter. Use letters and numbers only."
 * (§ 4.2, § 3.7). Letters and digits of every script; marks, because many scripts write letters with them.
 */
const NAME = /^\p{L}[\p{L}\p{M}\p{Nd}]*$/u;

/** Names of data sources and tables, which become parts of column and file names elsewhere. */
const SOURCE_NAME = /^\p{L}[\p{L}\p{M}\p{Nd}_-]*$/u;

/** True for a name that an activity, a custom type or a relationship can have. */
export function isName(name: string): boolean {
  return NAME.test(name);
}

/** True for a name that a data source, or a table inside it, can have. */
export function isSourceName(name: string): boolean {
  return SOURCE_NAME.test(name);
}

/** Equal for names that differ only in case or in how accents are encoded; a key for maps. */
export function nameKey(name: string): string {
  return name.normalize('NFC').toLowerCase();
}

/** The name by which a model refers to a table (D 4). */
export function tableName(source: string, table: string): string {
  return `${source}_${table}`;
}
