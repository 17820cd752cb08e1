import { html, type PropertyValues, type TemplateResult } from 'lit';
import { icon } from './icons.js';
import { LightElement } from './light-element.js';

/** Dialogs so far: one that opens another needs a heading with an id of its own. */
let dialogs = 0;

/**
 * Base of dialogs: open as long as they are in the page. Whoever put one there takes it out on `close`, which
 * also comes on Escape. The native dialog keeps the focus inside and gives it back.
 */
export abstract class ModalElement extends LightElement {
  protected abstract readonly heading: string;
  protected readonly dialogClass: string = '';
  readonly #headingId = `dialog-heading-${++dialogs}`;

  /** Content and foot. */
  protected abstract renderContent(): TemplateResult;

  protected override firstUpdated(changed: PropertyValues): void {
    super.firstUpdated(changed);
    this.#dialog?.showModal();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#dialog?.close();
  }

  /** Closes the dialog; `close` is dispatched. */
  protected readonly close = (): void => this.#dialog?.close();

  /** True while the dialog is at work: Escape then calls {@link stop} and leaves it open. */
  protected get isAtWork(): boolean {
    return false;
  }

  /** Ends the work of a dialog that was left with Escape. */
  protected stop(): void {
    this.close();
  }

  /** Gives the focus a place when the button that had it is gone with its work. */
  protected async keepFocus(place: string): Promise<void> {
    await this.updateComplete;
    const { activeElement } = document;
    const isInUse = this.contains(activeElement) && activeElement?.id !== this.#headingId;
    if (!isInUse) this.querySelector<HTMLElement>(place)?.focus();
  }

  protected override render(): TemplateResult {
    return html`<dialog
      class=${this.dialogClass}
      aria-labelledby=${this.#headingId}
      @cancel=${this.#cancel}
      @close=${this.#closed}
    >
      <div class="dialog-head">
        <h2 id=${this.#headingId} tabindex="-1" autofocus>${this.heading}</h2>
        <button class="button-icon" type="button" aria-label="Close" @click=${this.close}>
          ${icon('close')}
        </button>
      </div>
      ${this.renderContent()}
    </dialog>`;
  }

  get #dialog(): HTMLDialogElement | null {
    return this.renderRoot.querySelector('dialog');
  }

  #cancel(event: Event): void {
    if (!this.isAtWork) return;
    event.preventDefault();
    this.stop();
  }

  #closed(event: Event): void {
    event.stopPropagation();
    this.dispatchEvent(new Event('close'));
  }
}
