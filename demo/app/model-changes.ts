import { saveChange } from '../../src/elements/shared/save-change.js';
import type { Engine } from '../../src/engine/engine.js';
import type { ActivityModel } from '../../src/model/model.js';
import type { TableInfo } from '../../src/model/tables.js';

/** Saves a change of the stored model, which may work on the copy that it is given; answers the new model. */
export async function changeModel(
  engine: Engine,
  change: (model: ActivityModel) => ActivityModel,
): Promise<ActivityModel> {
  const { saved } = await saveChange(engine, (model) => change(structuredClone(model)));
  return saved;
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
