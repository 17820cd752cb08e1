import Papa from 'papaparse';
import { openRecords } from '../../src/engine/ingest/open-records.js';
import { serve } from './remote.js';

/** What the engine's times are divided by. */
export interface Yardsticks {
  /** S: one pass of the engine's scanner over the files' bytes, in memory by then. Milliseconds. */
  scan(files: readonly File[]): Promise<number>;
  /** The files' bytes once through their streams, and nothing else. Milliseconds. */
  read(files: readonly File[]): Promise<number>;
  /** papaparse from files to arrays of fields, which nobody keeps. Milliseconds. */
  parse(files: readonly File[]): Promise<number>;
}

const PIECE_BYTES = 1024 * 1024;

async function* pieces(bytes: Uint8Array): AsyncGenerator<Uint8Array, void> {
  for (let at = 0; at < bytes.length; at += PIECE_BYTES) yield bytes.subarray(at, at + PIECE_BYTES);
}

const yardsticks: Yardsticks = {
  async scan(files) {
    let rows = 0;
    let ms = 0;
    for (const file of files) {
      const bytes = new Uint8Array(await file.arrayBuffer());
      const started = performance.now();
      const { batches } = await openRecords(pieces(bytes));
      for await (const batch of batches) rows += batch.rows;
      ms += performance.now() - started;
    }
    if (rows === 0) throw new Error('The scanner found no rows.');
    return ms;
  },

  async read(files) {
    const started = performance.now();
    for (const file of files) {
      const reader = file.stream().getReader();
      while (!(await reader.read()).done);
    }
    return performance.now() - started;
  },

  async parse(files) {
    const started = performance.now();
    for (const file of files) {
      await new Promise((resolve, reject) => {
        Papa.parse<string[], File>(file, { chunk: () => undefined, complete: resolve, error: reject });
      });
    }
    return performance.now() - started;
  },
};

serve(yardsticks);
