/** Something that the person at the screen should know: the shell shows it and has it read out. */
export class NotifyEvent extends CustomEvent<{ readonly text: string }> {
  constructor(text: string) {
    super('notify', { bubbles: true, composed: true, detail: { text } });
  }
}

/** Tells the shell what happened. */
export function notify(from: EventTarget, text: string): void {
  from.dispatchEvent(new NotifyEvent(text));
}

/** What an error says to the person reading it. */
export const messageOf = (error: unknown): string =>
  error instanceof Error && error.message ? error.message : 'Something went wrong. Please try again.';
