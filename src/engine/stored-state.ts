import { emptyModel, type ActivityModel } from '../model/model.js';
import { readModel } from '../model/read-model.js';
import type { TableInfo } from '../model/tables.js';
import { MODEL, type StoredModel, type TableSegment } from './store/records.js';
import type { View } from './store/storage.js';

/** The stored model; an empty one of revision 0 before the first save. */
export async function loadModel(view: View): Promise<{ model: ActivityModel; revision: string }> {
  const stored = (await view.meta(MODEL)) as StoredModel | undefined;
  if (stored === undefined) return { model: emptyModel(), revision: '0' };
  return { model: readModel(stored.model), revision: stored.revision };
}

/** A stored table as its users see it. */
export function tableInfo(segment: TableSegment): TableInfo {
  const { name, source, table, rows, setAside, columns, primaryKey, importedAt } = segment;
  return {
    name,
    source,
    table,
    rows,
    setAside,
    columns: columns.map(({ dictionary: _, ...column }) => column),
    ...(primaryKey === undefined ? {} : { primaryKey }),
    importedAt,
  };
}
