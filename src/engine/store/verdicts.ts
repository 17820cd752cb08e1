import { VERDICT, type ActivitySegment } from './records.js';
import { packSections, packVector, Sections } from './sections.js';
import type { View } from './storage.js';

/*
 * What became of each row of a definition's table, in sections: 0 [rows, undated rows]; 1 for each row the ordinal of its customer,
 * or what became of it otherwise, plus {@link ABOVE} so that none is below zero; 2 the ordinals of undated rows in
 * their order, whose place in 1 says only that.
 */
const ABOVE = 128;
const UNDATED = 0;

/** `verdicts` has one {@link VERDICT} for each row. */
export function packVerdicts(verdicts: Int32Array): ArrayBuffer {
  const codes = new Uint32Array(verdicts.length);
  const undated: number[] = [];
  for (let row = 0; row < verdicts.length; row++) {
    const verdict = verdicts[row];
    if (verdict < VERDICT.undated) codes[row] = verdict + ABOVE;
    else undated.push(verdict - VERDICT.undated);
  }
  return packSections([
    Uint32Array.of(verdicts.length, undated.length),
    packVector(codes),
    packVector(Uint32Array.from(undated)),
  ]);
}

/** What {@link packVerdicts} packed. */
export function unpackVerdicts(chunk: ArrayBuffer): Int32Array<ArrayBuffer> {
  const sections = new Sections(chunk);
  const [rows, undatedRows] = sections.u32(0);
  const codes = sections.vector(1, rows);
  const undated = sections.vector(2, undatedRows);
  const verdicts = new Int32Array(rows);
  let next = 0;
  for (let row = 0; row < rows; row++) {
    const code = codes[row];
    verdicts[row] = code === UNDATED ? undated[next++] | VERDICT.undated : code - ABOVE;
  }
  return verdicts;
}

/** What became of each row of a definition's table ({@link VERDICT}); nothing where a run has taken them away. */
export async function readVerdicts(
  view: View,
  { verdicts }: Pick<ActivitySegment, 'verdicts'>,
): Promise<Int32Array<ArrayBuffer>> {
  const chunk = await view.first([verdicts, 0], [verdicts, 0]);
  return unpackVerdicts(chunk ?? new ArrayBuffer(0));
}
