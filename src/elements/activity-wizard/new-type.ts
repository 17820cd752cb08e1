/** A type of one's own while its name is typed; null: nobody does. */
export interface TypedType {
  /** The definition that gets it. */
  readonly id: string;
  readonly text: string;
  readonly fault: string;
}

/** What it needs of the element that it stands in. */
export interface NewTypeHost {
  /** What is wrong with a name; empty: nothing. */
  readonly fault: (text: string) => string;
  readonly add: (id: string, type: string) => void;
  readonly update: () => void;
  readonly focus: (id: string) => Promise<void>;
}

/** The field of Create new (§ 4.1). */
export class NewType {
  typed: TypedType | null = null;
  readonly #host: NewTypeHost;

  constructor(host: NewTypeHost) {
    this.#host = host;
  }

  start(id: string): void {
    this.#set({ id, text: '', fault: '' });
    void this.#host.focus('new-type');
  }

  /** An empty field is not complained about while it is typed into. */
  type(text: string): void {
    this.#set(this.typed && { ...this.typed, text, fault: text === '' ? '' : this.#host.fault(text) });
  }

  add(): void {
    if (!this.typed) return;
    const { id, text } = this.typed;
    const fault = this.#host.fault(text);
    if (fault) this.#set({ id, text, fault });
    else this.#host.add(id, text);
  }

  drop(): void {
    this.#set(null);
  }

  #set(typed: TypedType | null): void {
    this.typed = typed;
    this.#host.update();
  }
}
