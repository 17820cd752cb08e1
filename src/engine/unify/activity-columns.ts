import { attributesOf } from '../../model/semantic-types.js';
import type { ActivityDefinition, ColumnType, DateOrder } from '../../model/model.js';
import type { LoadedColumn } from '../store/column-chunk.js';
import type { ActivityColumn, TableColumn, TableSegment } from '../store/records.js';
import { columnIndex } from '../store/table-reader.js';
import { usesUnixTime } from './time-reader.js';

/** Dictionaries up to this size are kept whole for a segment: they are read with its first page. */
const MAX_DICTIONARY_ITEMS = 4096;
const MAX_DICTIONARY_BYTES = 64 << 10;

/** A column that an activity takes over, by name and by the part it plays. */
export interface ColumnPlan {
  source: string;
  column: Omit<ActivityColumn, 'coded' | 'source'>;
}

/** The columns that a definition's activities hold: key, title, detail, address and mapped attributes. */
export function planColumns(definition: ActivityDefinition, table: TableSegment): ColumnPlan[] {
  const plans: ColumnPlan[] = [
    { source: definition.primaryKey, column: { role: 'id', form: 'text' } },
    { source: definition.event, column: { role: 'title', form: 'text' } },
  ];
  if (definition.detail !== undefined) {
    plans.push({ source: definition.detail, column: { role: 'detail', form: 'text' } });
  }
  if (definition.url !== undefined) {
    plans.push({ source: definition.url, column: { role: 'url', form: 'text' } });
  }
  for (const [key, source] of Object.entries(definition.attributes ?? {})) {
    const column = table.columns[columnIndex(table, source)];
    plans.push({ source, column: { role: 'attribute', key, ...attributeForm(definition, key, column) } });
  }
  return plans;
}

/** True for a column whose dictionary is small enough to be kept once for the segment. */
export function isCoded(column: LoadedColumn): boolean {
  if (column.codes === null || column.packed.length > MAX_DICTIONARY_ITEMS) return false;
  return column.values.size <= MAX_DICTIONARY_BYTES;
}

/** The order of day and month of a column, and whether it had to be assumed (D 52). */
export function dateOrderOf(
  definition: ActivityDefinition,
  { dates }: TableColumn,
): { order: DateOrder; isAssumed: boolean } {
  if (definition.dateOrder !== undefined) return { order: definition.dateOrder, isAssumed: false };
  if (dates?.order === 'ambiguous') return { order: 'mdy', isAssumed: true };
  return { order: dates?.order ?? 'mdy', isAssumed: false };
}

function attributeForm(
  definition: ActivityDefinition,
  key: string,
  column: TableColumn,
): Pick<ActivityColumn, 'form' | 'dateOrder' | 'timeZone'> {
  const type =
    attributesOf(definition.type).find((attribute) => attribute.key === key)?.type ?? semanticOf(column.type);
  if (type === 'number') return { form: 'number' };
  if (type !== 'date' || usesUnixTime(column.type)) return { form: 'text' };
  const zone = definition.timeZone;
  return {
    form: 'date',
    dateOrder: dateOrderOf(definition, column).order,
    ...(zone === undefined ? {} : { timeZone: zone }),
  };
}

/** An attribute that the type does not know is put into form by its column's type. */
function semanticOf(type: ColumnType): 'number' | 'date' | 'text' {
  if (type === 'number') return 'number';
  return type === 'date' || type === 'datetime' ? 'date' : 'text';
}
