import type { Route } from './route.js';

/** What a notice offers to do about what happened, for instance `Undo`. */
export interface NoticeAction {
  label: string;
  run(this: void): void;
  /** The page that it leads to. Who went there by another way needs the notice no more. */
  leadsTo?: Exclude<Route['page'], 'missing'>;
}

export interface Notice {
  readonly text: string;
  readonly action?: NoticeAction;
}

/** Something that the person at the screen should know: the shell shows it and has it read out. */
export class NotifyEvent extends CustomEvent<Notice> {
  constructor(notice: Notice) {
    super('notify', { bubbles: true, composed: true, detail: notice });
  }
}

/** Tells the shell what happened. */
export function notify(from: EventTarget, text: string, action?: NoticeAction): void {
  from.dispatchEvent(new NotifyEvent({ text, ...(action && { action }) }));
}

/** What an error says to the person reading it. */
export const messageOf = (error: unknown): string =>
  error instanceof Error && error.message ? error.message : 'Something went wrong. Please try again.';
