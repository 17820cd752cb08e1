import type { DataChange } from '../model/timeline-adapter.js';

/** What the page that writes says of itself. */
export interface WriterNote {
  /** What it does, for a sentence: `a run`. null: its work is done and it is tidying up. */
  work: string | null;
  /** When that began, in milliseconds since 1970. */
  since: number;
}

type Message =
  | { kind: 'change'; change: DataChange }
  | { kind: 'who-writes'; id: string }
  | { kind: 'writing'; id: string; note: WriterNote };

/** The other pages of a workspace: tells them of changes, and finds out which of them writes. */
export class Peers {
  readonly #channel: BroadcastChannel;
  readonly #asked = new Map<string, (note: WriterNote) => void>();
  /** Set while this page writes. */
  writing: WriterNote | null = null;
  onChange: (change: DataChange) => void = () => undefined;

  constructor(name: string) {
    this.#channel = new BroadcastChannel(name);
    this.#channel.onmessage = ({ data }: MessageEvent<Message>) => this.#receive(data);
  }

  announce(change: DataChange): void {
    this.#send({ kind: 'change', change });
  }

  /**
   * Asks who writes. null: nobody answers in time, so whoever holds the lock is frozen, suspended or gone. Needs no
   * clock in common and costs the one who writes nothing.
   */
  askWriter(timeoutMs: number): Promise<WriterNote | null> {
    const id = `${Date.now()}-${Math.random()}`;
    return new Promise((resolve) => {
      const settle = (note: WriterNote | null): void => {
        clearTimeout(timer);
        this.#asked.delete(id);
        resolve(note);
      };
      const timer = setTimeout(() => settle(null), timeoutMs);
      this.#asked.set(id, settle);
      this.#send({ kind: 'who-writes', id });
    });
  }

  close(): void {
    this.#channel.close();
  }

  #receive(message: Message): void {
    if (message.kind === 'change') this.onChange(message.change);
    else if (message.kind === 'writing') this.#asked.get(message.id)?.(message.note);
    else if (this.writing !== null) this.#send({ kind: 'writing', id: message.id, note: this.writing });
  }

  #send(message: Message): void {
    this.#channel.postMessage(message);
  }
}
