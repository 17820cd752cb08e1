import { tableMissing } from './unify/source-cache.js';
import type { WriteJob } from './writer.js';

/** Takes a table out of the workspace; what was made of it stays until the next run. */
export async function removeTable(job: WriteJob, name: string): Promise<void> {
  if (!Object.hasOwn(job.current.tables, name)) throw tableMissing(name);
  const { [name]: _, ...tables } = job.current.tables;
  await job.commit((current) => ({ ...current, tables }), []);
}
