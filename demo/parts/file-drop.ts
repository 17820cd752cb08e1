import { html, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { Engine } from '../../src/engine/engine.js';
import { LightElement } from '../app/light-element.js';
import { hrefTo } from '../app/route.js';
import './import-dialog.js';

/** A page asks for files to be imported. */
export class ImportFilesEvent extends CustomEvent<{ readonly files: readonly File[] }> {
  constructor(files: readonly File[]) {
    super('importfiles', { bubbles: true, composed: true, detail: { files } });
  }
}

/** Files on their way from the workspace of a sample to that of a person's own; they wait until it is open. */
let moving: readonly File[] = [];

/** Takes files that are dropped anywhere on the page, or that a page hands over, and opens the import dialog. */
@customElement('file-drop')
export class FileDrop extends LightElement {
  @property({ attribute: false }) engine!: Engine; // set by the shell before this connects
  /** Whose sample data the workspace holds; empty for own data. */
  @property() sample = '';
  @state() protected files: readonly File[] = [];
  @state() protected isOver = false;
  /** Elements under the pointer that were entered and not yet left: both events come for every child. */
  #depth = 0;

  override connectedCallback(): void {
    super.connectedCallback();
    for (const type of ['dragenter', 'dragover', 'dragleave', 'drop'] as const) {
      addEventListener(type, this.#drag);
    }
    addEventListener('importfiles', this.#take);
    if (this.sample !== '') return;
    this.#open(moving);
    moving = [];
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    for (const type of ['dragenter', 'dragover', 'dragleave', 'drop'] as const) {
      removeEventListener(type, this.#drag);
    }
    removeEventListener('importfiles', this.#take);
  }

  readonly #drag = (event: DragEvent): void => {
    if (!event.dataTransfer?.types.includes('Files')) return;
    event.preventDefault();
    if (event.type === 'dragenter') this.#depth++;
    if (event.type === 'dragleave') this.#depth--;
    if (event.type === 'drop') {
      this.#depth = 0;
      this.#open([...event.dataTransfer.files]);
    }
    this.isOver = this.#depth > 0;
  };

  readonly #take = (event: Event): void => this.#open((event as ImportFilesEvent).detail.files);

  #open(files: readonly File[]): void {
    // One dialog at a time; what comes while it is open would cover what it says.
    if (files.length > 0 && this.files.length === 0) this.files = files;
  }

  readonly #move = (): void => {
    moving = this.files;
    this.files = [];
    location.hash = hrefTo({ page: 'data' }, 'own');
  };

  protected override render(): TemplateResult {
    return html`
      ${this.isOver ? html`<div class="drop-target">Drop files to import them</div>` : nothing}
      ${
        this.files.length > 0
          ? html`<import-dialog
              .engine=${this.engine}
              .files=${this.files}
              .sample=${this.sample}
              @importelsewhere=${this.#move}
              @close=${() => (this.files = [])}
            ></import-dialog>`
          : nothing
      }
    `;
  }
}
