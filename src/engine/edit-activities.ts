import { AdapterError } from '../model/errors.js';
import type { ActivityDefinition, ActivityModel } from '../model/model.js';
import { isName, nameKey } from '../model/names.js';
import type { Descriptions } from './descriptions.js';
import { DELETED, MODEL, type ActivityOutput, type Deletion, type StoredModel } from './store/records.js';
import type { MetaChange, Storage, View } from './store/storage.js';
import { loadModel } from './stored-state.js';
import type { WriteJob } from './writer.js';

/** How long a deletion can be undone. */
const UNDO_MS = 3_600_000;

/** Gives a definition another name. Nothing that is stored hangs on it (D 28, 58). */
export function renameActivity(storage: Storage, id: string, name: string): Promise<string> {
  return storage.commit(async (view) => {
    const { model, revision } = await loadModel(view);
    const definition = find(model, id);
    if (!isName(name)) {
      throw new AdapterError('name-invalid', 'Start with a letter. Use letters and numbers only.', {
        detail: { name },
      });
    }
    requireFree(model, { ...definition, name });
    const activities = model.activities.map((known) => (known === definition ? { ...known, name } : known));
    const saved = nextModel({ ...model, activities }, revision);
    return { changes: [[MODEL, saved]], result: saved.revision };
  });
}

/** Takes definitions and their rows out; what belongs to them is kept for {@link undoDelete} (D 28). */
export async function deleteActivities(
  storage: Storage,
  descriptions: Descriptions,
  job: WriteJob,
  ids: readonly string[],
): Promise<{ undo: string; revision: string }> {
  const { model, revision, output } = await readAll(storage, descriptions, job);
  const gone = new Set(ids.map((id) => find(model, id).id));
  const number = job.newSegment();
  const deletion: Deletion = {
    token: String(number),
    deletedAt: Date.now(),
    definitions: entriesOf(model.activities, ({ id }) => gone.has(id)),
    segments: entriesOf(output?.segments ?? [], ({ definition }) => gone.has(definition)),
    reports: entriesOf(output?.report.definitions ?? [], ({ definition }) => gone.has(definition)),
  };
  const saved = nextModel(
    { ...model, activities: model.activities.filter(({ id }) => !gone.has(id)) },
    revision,
  );
  const rest = output && {
    ...output,
    segment: number,
    segments: output.segments.filter(({ definition }) => !gone.has(definition)),
    report: {
      ...output.report,
      definitions: output.report.definitions.filter(({ definition }) => !gone.has(definition)),
    },
  };
  await commit(job, rest, revision, saved, async (view) => [...(await recentDeletions(view)), deletion]);
  return { undo: deletion.token, revision: saved.revision };
}

/** Puts deleted definitions and their rows back where they were, without a run. */
export async function undoDelete(
  storage: Storage,
  descriptions: Descriptions,
  job: WriteJob,
  token: string,
): Promise<{ revision: string }> {
  const { model, revision, output } = await readAll(storage, descriptions, job);
  const deletions = await storage.read(readDeletions);
  const index = deletions.findIndex((known) => known.token === token);
  const deletion = deletions[index] as Deletion | undefined;
  if (deletion === undefined) {
    throw new AdapterError('not-found', 'This can no longer be undone. Add the activity again and run.');
  }
  for (const [, definition] of deletion.definitions) {
    requireFree(model, definition);
    if (model.activities.some(({ id }) => id === definition.id)) throw restoredAlready(definition);
  }
  const entries = <K extends 'definitions' | 'segments' | 'reports'>(kind: K): Deletion[K][] =>
    deletions.map((known) => known[kind]);
  const definitions = putBack(model.activities, entries('definitions'), index);
  const segments = putBack(output?.segments ?? [], entries('segments'), index);
  const reports = putBack(output?.report.definitions ?? [], entries('reports'), index);
  const saved = nextModel({ ...model, activities: definitions.items }, revision);
  const whole = output && {
    ...output,
    segment: job.newSegment(),
    segments: segments.items,
    report: { ...output.report, definitions: reports.items },
  };
  const others = deletions.map((known, i) => ({
    ...known,
    definitions: definitions.entries[i],
    segments: segments.entries[i],
    reports: reports.entries[i],
  }));
  await commit(job, whole, revision, saved, () => Promise.resolve(others.filter((_, i) => i !== index)));
  return { revision: saved.revision };
}

/** Deletions that can be undone. */
export async function readDeletions(view: View): Promise<readonly Deletion[]> {
  return ((await view.meta(DELETED)) as readonly Deletion[] | undefined) ?? [];
}

/** Those of the last hour: the others are let go by the next deletion or run. */
export async function recentDeletions(view: View): Promise<readonly Deletion[]> {
  const since = Date.now() - UNDO_MS;
  return (await readDeletions(view)).filter(({ deletedAt }) => deletedAt > since);
}

function readAll(
  storage: Storage,
  descriptions: Descriptions,
  { current }: WriteJob,
): Promise<{ model: ActivityModel; revision: string; output: ActivityOutput | null }> {
  return storage.read(async (view) => ({
    ...(await loadModel(view)),
    output: await descriptions.activities(view, current.activities),
  }));
}

function commit(
  job: WriteJob,
  output: ActivityOutput | null,
  revision: string,
  saved: StoredModel,
  deletions: (view: View) => Promise<readonly Deletion[]>,
): Promise<void> {
  return job.commit(
    (current) => ({ ...current, activities: output?.segment ?? current.activities }),
    output === null ? [] : [output],
    async (view): Promise<MetaChange[]> => {
      const stored = await loadModel(view);
      if (stored.revision !== revision) {
        throw new AdapterError(
          'revision-conflict',
          'Somebody else saved the configuration meanwhile. Nothing was changed; try again.',
          { retryable: true, detail: { revision: stored.revision } },
        );
      }
      return [
        [MODEL, saved],
        [DELETED, await deletions(view)],
      ];
    },
  );
}

function find({ activities }: ActivityModel, id: string): ActivityDefinition {
  const definition = activities.find((known) => known.id === id);
  if (definition !== undefined) return definition;
  throw new AdapterError('not-found', 'This activity is not there any more. Load the list again.', {
    detail: { activity: id },
  });
}

/** Refuses a name that another definition has, ignoring case. */
function requireFree({ activities }: ActivityModel, { id, name }: ActivityDefinition): void {
  const isTaken = activities.some((known) => known.id !== id && nameKey(known.name) === nameKey(name));
  if (!isTaken) return;
  throw new AdapterError('name-taken', 'An activity with this name already exists. Choose another name.', {
    detail: { name },
  });
}

function restoredAlready({ id, name }: ActivityDefinition): AdapterError {
  return new AdapterError('name-taken', `The activity ${name} is back already. There is nothing to undo.`, {
    detail: { activity: id },
  });
}

function nextModel(model: ActivityModel, revision: string): StoredModel {
  return { revision: String(Number(revision) + 1), model };
}

/** Items with their positions. */
function entriesOf<T>(items: readonly T[], isMeant: (item: T) => boolean): [number, T][] {
  return [...items.entries()].filter(([, item]) => isMeant(item));
}

/**
 * The items with those of one deletion back where they were. The positions of a deletion count in the list without what
 * went before it, so the others are put back too and taken out again: `entries` has their positions from now on.
 */
function putBack<T>(
  items: readonly T[],
  deletions: readonly (readonly [number, T][])[],
  index: number,
): { items: T[]; entries: [number, T][][] } {
  let list = [...items];
  for (const entries of [...deletions].reverse()) {
    for (const [position, item] of entries) list.splice(position, 0, item);
  }
  const entries = deletions.map((deletion, i) => {
    const own = new Set(i === index ? [] : deletion.map(([, item]) => item));
    const found = entriesOf(list, (item) => own.has(item));
    list = list.filter((item) => !own.has(item));
    return found;
  });
  return { items: list, entries };
}
