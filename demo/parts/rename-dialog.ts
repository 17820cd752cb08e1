import { html, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { isName, nameKey } from '../../src/model/names.js';
import { ISSUE_TEXTS } from '../../src/model/index.js';
import { ModalElement } from '../app/modal.js';

/** A new name for an activity was chosen. */
export class RenameEvent extends CustomEvent<{ readonly name: string }> {
  constructor(name: string) {
    super('rename', { detail: { name } });
  }
}

/** Asks for another name of an activity (§ 6.1). Dispatches `rename` when one was saved. */
@customElement('rename-dialog')
export class RenameDialog extends ModalElement {
  /** The present name. */
  @property() name = '';
  /** Names of the other activities. */
  @property({ attribute: false }) taken: readonly string[] = [];
  @state() protected typed = '';

  protected override readonly heading = 'Rename activity';
  protected override readonly dialogClass = 'dialog-small';

  override connectedCallback(): void {
    super.connectedCallback();
    this.typed = this.name;
  }

  get #fault(): string {
    if (this.typed === '') return ISSUE_TEXTS['name-missing'];
    if (!isName(this.typed)) return ISSUE_TEXTS['name-invalid'];
    const isTaken = this.taken.some((name) => nameKey(name) === nameKey(this.typed));
    return isTaken ? ISSUE_TEXTS['name-taken'] : '';
  }

  protected override renderContent(): TemplateResult {
    const fault = this.#fault;
    return html`<form @submit=${this.#save}>
      <div class="dialog-body">
        <div class="field">
          <label for="rename-name">Name</label>
          <input
            id="rename-name"
            type="text"
            autocomplete="off"
            spellcheck="false"
            aria-describedby="rename-hint"
            aria-invalid=${fault ? 'true' : nothing}
            .value=${this.typed}
            @input=${(event: Event) => (this.typed = (event.target as HTMLInputElement).value)}
          />
          <p id="rename-hint" class=${fault ? 'field-error' : 'field-hint'} role=${fault ? 'alert' : nothing}>
            ${fault || ISSUE_TEXTS['name-invalid']}
          </p>
        </div>
      </div>
      <div class="dialog-foot">
        <button class="button" type="button" @click=${this.close}>Cancel</button>
        <button class="button button-primary" ?disabled=${fault !== '' || this.typed === this.name}>
          Save
        </button>
      </div>
    </form>`;
  }

  #save(event: Event): void {
    event.preventDefault();
    if (this.#fault || this.typed === this.name) return;
    this.close();
    this.dispatchEvent(new RenameEvent(this.typed));
  }
}
