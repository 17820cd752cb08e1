import type { ActivitySegment } from './records.js';
import { Sections } from './sections.js';
import type { View } from './storage.js';

/** What became of each row of a definition's table ({@link VERDICT}); nothing where a run has taken them away. */
export async function readVerdicts(
  view: View,
  { verdicts }: Pick<ActivitySegment, 'verdicts'>,
): Promise<Int32Array<ArrayBuffer>> {
  const chunk = await view.first([verdicts, 0], [verdicts, 0]);
  return new Sections(chunk ?? new ArrayBuffer(0)).i32(0);
}
