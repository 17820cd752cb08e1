import { html, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { ModalElement } from '../app/modal.js';

/** Asks before something is done that cannot be taken back. Dispatches `confirm` when it shall be done. */
@customElement('confirm-dialog')
export class ConfirmDialog extends ModalElement {
  @property() override heading = '';
  @property() text = '';
  /** Names the deed, for instance `Remove`. */
  @property() command = '';

  protected override readonly dialogClass = 'dialog-small';

  protected override renderContent(): TemplateResult {
    return html`
      <div class="dialog-body"><p>${this.text}</p></div>
      <div class="dialog-foot">
        <button class="button" type="button" @click=${this.close}>Cancel</button>
        <button class="button button-danger" type="button" @click=${this.#confirm}>${this.command}</button>
      </div>
    `;
  }

  #confirm(): void {
    this.close();
    this.dispatchEvent(new Event('confirm'));
  }
}
