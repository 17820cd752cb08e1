import type { Engine, ImportOptions } from '../../src/engine/engine.js';
import { AdapterError } from '../../src/model/errors.js';
import type { ImportReport } from '../../src/model/reports.js';

export interface FileImport {
  report: ImportReport;
  /** In which encoding the file was read, where it is not UTF-8. */
  encoding?: string;
}

/**
 * Imports a file. The engine takes UTF-8 and nothing else; what spreadsheets save in other encodings is written anew for
 * it: UTF-16 by its mark, else Windows-1252, which is what Excel calls a CSV.
 */
export async function importFile(
  engine: Engine,
  { data: file, ...options }: Omit<ImportOptions, 'data'> & { data: File },
  call: Parameters<Engine['importTable']>[1],
): Promise<FileImport> {
  try {
    return { report: await engine.importTable({ ...options, data: file }, call) };
  } catch (error) {
    if (!(error instanceof AdapterError) || error.code !== 'encoding') throw error;
  }
  const [first = 0, second = 0] = new Uint8Array(await file.slice(0, 2).arrayBuffer());
  const mark = first * 256 + second;
  const encoding = mark === 0xfffe ? 'UTF-16LE' : mark === 0xfeff ? 'UTF-16BE' : 'Windows-1252';
  const data = file
    .stream()
    .pipeThrough(new TextDecoderStream(encoding.toLowerCase()))
    .pipeThrough(new TextEncoderStream());
  return { report: await engine.importTable({ ...options, data }, call), encoding };
}
