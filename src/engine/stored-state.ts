import { AdapterError } from '../model/errors.js';
import { emptyModel, type ActivityModel } from '../model/model.js';
import { readModel } from '../model/read-model.js';
import type { TableInfo } from '../model/tables.js';
import { MODEL, type StoredModel, type TableSegment } from './store/records.js';
import type { Storage, View } from './store/storage.js';

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

/** Stores a model in the place of the one with that revision. `revision-conflict` when somebody else saved first. */
export async function saveModel(storage: Storage, model: ActivityModel, revision: string): Promise<string> {
  const checked = readModel(model);
  return storage.commit(async (view) => {
    const stored = await loadModel(view);
    if (stored.revision !== revision) {
      throw new AdapterError(
        'revision-conflict',
        'Somebody else saved the configuration meanwhile. Load it again and repeat your change.',
        { detail: { revision: stored.revision } },
      );
    }
    const saved: StoredModel = { revision: String(Number(revision) + 1), model: checked };
    return { changes: [[MODEL, saved]], result: saved.revision };
  });
}
