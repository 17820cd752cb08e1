/** Entries of a step that are drawn at once: more than fit on a screen. */
const AT_ONCE = 12;

/** What of the entries of a step is drawn: in the first frame after the step changed not those far below. */
export function drawn<Entry>(entries: readonly Entry[], isFirstFrame: boolean): readonly Entry[] {
  return isFirstFrame ? entries.slice(0, AT_ONCE) : entries;
}

/** True when a drawing of so many tables waits for the second frame. */
export function waits(entries: readonly unknown[], isFirstFrame: boolean): boolean {
  return isFirstFrame && entries.length > AT_ONCE;
}

/** Acts as part of the frame behind the next one. */
export function afterFrame(act: () => void): void {
  requestAnimationFrame(() => requestAnimationFrame(act));
}
