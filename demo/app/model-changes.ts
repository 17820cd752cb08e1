import type { Engine } from '../../src/engine/engine.js';
import type { ActivityModel } from '../../src/model/model.js';
import type { TableInfo } from '../../src/model/tables.js';

/**
 * Saves a change of the stored model. The change is a function of the newest model, so that an edit in another tab
 * is kept: when one came first, the change is made again on top of it.
 */
export async function changeModel(
  engine: Engine,
  change: (model: ActivityModel) => ActivityModel,
): Promise<ActivityModel> {
  for (let tries = 0; ; tries++) {
    const { model, revision } = await engine.loadModel();
    const changed = change(structuredClone(model));
    try {
      await engine.saveModel(changed, revision);
      return changed;
    } catch (error) {
      const cameSecond = error instanceof Error && 'code' in error && error.code === 'revision-conflict';
      if (!cameSecond || tries === 3) throw error;
    }
  }
}

/** Makes a stored table known to the model, or brings what the model knows of it up to date. */
export function withTable(model: ActivityModel, info: TableInfo, primaryKey?: string): ActivityModel {
  const { name, source, table } = info;
  const former = model.tables.find((known) => known.name === name);
  const key = primaryKey ?? info.primaryKey ?? former?.primaryKey;
  const definition = {
    name,
    source,
    table,
    columns: info.columns.map((column) => ({ name: column.name, type: column.type })),
    ...(key && { primaryKey: key }),
  };
  const tables = former
    ? model.tables.map((known) => (known.name === name ? definition : known))
    : [...model.tables, definition];
  return { ...model, tables };
}

/** The key column of a table: what the model says, else what was said at the import. */
export function primaryKeyOf(model: ActivityModel, info: TableInfo): string | undefined {
  return model.tables.find(({ name }) => name === info.name)?.primaryKey ?? info.primaryKey;
}
