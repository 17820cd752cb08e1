import { html, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { Engine } from '../../src/engine/engine.js';
import { AdapterError } from '../../src/model/errors.js';
import { readModel, validateModel, type ModelIssue } from '../../src/model/index.js';
import type { ActivityModel } from '../../src/model/model.js';
import { formatCount } from '../app/format.js';
import { icon } from '../app/icons.js';
import { placeholder } from '../app/messages.js';
import { ModalElement } from '../app/modal.js';
import { changeModel } from '../app/model-changes.js';
import { messageOf, notify } from '../app/notify.js';
import { issueList } from './issue-list.js';

type Reading =
  | { status: 'reading' }
  | { status: 'refused'; message: string }
  | { status: 'read'; model: ActivityModel; issues: ModelIssue[] };

/** Reads a model document from a file, says what it holds and what is wrong with it, then puts it in use. */
@customElement('load-model-dialog')
export class LoadModelDialog extends ModalElement {
  @property({ attribute: false }) engine!: Engine; // set by the page before this connects
  @property({ attribute: false }) file!: File; // set by the page before this connects
  @state() protected reading: Reading = { status: 'reading' };

  protected override readonly heading = 'Load a model';

  override connectedCallback(): void {
    super.connectedCallback();
    void this.#read();
  }

  async #read(): Promise<void> {
    try {
      const model = readModel(parseJson(await this.file.text()));
      // What is only told, such as keys that the run will check, is nothing to mend.
      const issues = validateModel(model, await this.engine.listTables()).filter(
        ({ level }) => level !== 'info',
      );
      this.reading = { status: 'read', model, issues };
    } catch (error) {
      this.reading = { status: 'refused', message: messageOf(error) };
    }
  }

  async #use(model: ActivityModel): Promise<void> {
    try {
      await changeModel(this.engine, () => model);
      notify(this, `The model of ${this.file.name} is in use. Run it to see its activities.`);
      this.close();
    } catch (error) {
      this.reading = { status: 'refused', message: messageOf(error) };
    }
  }

  protected override renderContent(): TemplateResult {
    const { reading } = this;
    return html`
      <div class="dialog-body">
        <p class="quiet">${this.file.name}</p>
        ${reading.status === 'reading' ? placeholder('the model') : nothing}
        ${
          reading.status === 'refused'
            ? html`<div class="notice notice-bad" role="alert">
                ${icon('warn')}
                <p>${reading.message}</p>
              </div>`
            : nothing
        }
        ${reading.status === 'read' ? this.#renderModel(reading) : nothing}
      </div>
      <div class="dialog-foot">
        <button class="button" type="button" @click=${this.close}>Cancel</button>
        ${
          reading.status === 'read'
            ? html`<button
                class="button button-primary"
                type="button"
                @click=${() => void this.#use(reading.model)}
              >
                Use this model
              </button>`
            : nothing
        }
      </div>
    `;
  }

  #renderModel({ model, issues }: Extract<Reading, { status: 'read' }>): TemplateResult {
    return html`
      <p>
        ${formatCount(model.tables.length, 'table')},
        ${formatCount(model.customers.tables.length, 'customer table')},
        ${formatCount(model.activities.length, 'activity', 'activities')}. It replaces the model in use.
      </p>
      ${
        issues.length > 0
          ? issueList(issues, model)
          : html`<p><span class="badge badge-good">${icon('check')} Nothing to mend</span></p>`
      }
    `;
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new AdapterError(
      'json-syntax',
      'This file is not JSON. Choose a model document that was downloaded here.',
      {
        cause,
      },
    );
  }
}
