import { html, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { Engine } from '../../src/engine/engine.js';
import { isAbort } from '../../src/model/errors.js';
import { blocksRun, validateModel } from '../../src/model/index.js';
import type { ActivityDefinition, ActivityModel } from '../../src/model/model.js';
import type { RunProgress, RunReport } from '../../src/model/reports.js';
import type { TableInfo } from '../../src/model/tables.js';
import { downloadText } from '../app/download.js';
import { formatAge, formatDuration, formatNumber } from '../app/format.js';
import { icon } from '../app/icons.js';
import { LightElement } from '../app/light-element.js';
import { Loader } from '../app/loader.js';
import { emptyState, failure, placeholder } from '../app/messages.js';
import { messageOf, notify } from '../app/notify.js';
import { taskWords } from '../app/words.js';
import { definitionList } from '../parts/definition-list.js';
import { issueList } from '../parts/issue-list.js';
import type { RenameEvent } from '../parts/rename-dialog.js';
import { runChanges } from '../parts/run-changes.js';
import { runFigures, type FigureChoice } from '../parts/run-figures.js';
import '../parts/confirm-dialog.js';
import '../parts/load-model-dialog.js';
import '../parts/output-list.js';
import '../parts/rename-dialog.js';
import '../parts/set-aside-dialog.js';

interface ActivitiesView {
  model: ActivityModel;
  tables: readonly TableInfo[];
  report: RunReport | null;
}

/** Activity definitions, their run, and what became of every row. */
@customElement('activities-page')
export class ActivitiesPage extends LightElement {
  @property({ attribute: false }) engine!: Engine; // set by the shell before this connects
  @state() protected running?: { progress?: RunProgress; controller: AbortController };
  @state() protected failed?: { error: unknown };
  @state() protected choice?: FigureChoice;
  @state() protected modelFile?: File;
  @state() protected renaming?: ActivityDefinition;
  @state() protected deleting?: ActivityDefinition;

  readonly #view = new Loader<ActivitiesView>(this, {
    load: async (signal) => {
      const [{ model }, tables, report] = await Promise.all([
        this.engine.loadModel({ signal }),
        this.engine.listTables({ signal }),
        this.engine.lastRun({ signal }),
      ]);
      return { model, tables, report };
    },
    subscribe: (listener) => this.engine.subscribe(listener),
    on: ['tables', 'model', 'activities'],
  });

  async #run(): Promise<void> {
    const controller = new AbortController();
    this.running = { controller };
    this.failed = undefined;
    try {
      const report = await this.engine.run({
        signal: controller.signal,
        onProgress: (progress) => (this.running = { controller, progress }),
      });
      const shown = report.definitions.reduce((sum, definition) => sum + definition.shown, 0);
      notify(this, `Run finished: ${formatNumber(shown)} activities shown.`);
    } catch (error) {
      if (isAbort(error)) notify(this, 'Run cancelled. The former activities are still there.');
      else this.failed = { error };
    } finally {
      this.running = undefined;
    }
    await this.#view.reload();
  }

  async #rename({ id, name }: ActivityDefinition, newName: string): Promise<void> {
    try {
      await this.engine.renameActivity(id, newName);
      notify(this, `${name} is called ${newName} now.`);
    } catch (error) {
      notify(this, messageOf(error));
    }
    await this.#view.reload();
  }

  async #delete({ id, name }: ActivityDefinition): Promise<void> {
    try {
      const { undo } = await this.engine.deleteActivities([id]);
      notify(this, `${name} and its activities are deleted.`, {
        label: 'Undo',
        run: () => void this.#undo(undo, name),
      });
    } catch (error) {
      notify(this, messageOf(error));
    }
    await this.#view.reload();
    this.renderRoot.querySelector<HTMLElement>('#definitions-heading')?.focus();
  }

  async #undo(undo: string, name: string): Promise<void> {
    try {
      await this.engine.undoDelete(undo);
      notify(this, `${name} is back, with its activities.`);
    } catch (error) {
      notify(this, messageOf(error));
    }
    await this.#view.reload();
  }

  #download(model: ActivityModel): void {
    downloadText('activity-model.json', `${JSON.stringify(model, null, 2)}\n`, 'application/json');
  }

  #choose(event: Event): void {
    const input = event.target as HTMLInputElement;
    this.modelFile = input.files?.[0];
    // The same file may be chosen again after it was mended.
    input.value = '';
  }

  #openPicker(): void {
    this.renderRoot.querySelector<HTMLInputElement>('input[type="file"]')?.click();
  }

  protected override render(): TemplateResult {
    const { state } = this.#view;
    const model = state.value?.model;
    return html`<div class="page">
      <div class="page-head">
        <div class="page-head-text">
          <h1 tabindex="-1">Activities</h1>
          <p class="quiet">Definitions turn the rows of a table into activities of your customers.</p>
        </div>
        <div class="commands">
          <button class="button" type="button" @click=${this.#openPicker}>
            ${icon('upload')} Load model
          </button>
          <input type="file" aria-label="Model document" accept=".json" hidden @change=${this.#choose} />
          <button
            class="button"
            type="button"
            ?disabled=${!model}
            @click=${() => model && this.#download(model)}
          >
            ${icon('download')} Download model
          </button>
          <button
            class="button button-primary"
            type="button"
            ?disabled=${!!this.running || !model?.activities.length}
            @click=${() => void this.#run()}
          >
            ${icon('play')} Run
          </button>
        </div>
      </div>
      ${this.#renderProgress()} ${this.failed ? failure(this.failed.error) : nothing}
      ${state.status === 'failed' ? failure(state.error, () => void this.#view.reload()) : nothing}
      ${state.value ? this.#renderView(state.value) : state.status === 'loading' ? placeholder('the activities') : nothing}
      ${
        this.choice
          ? html`<set-aside-dialog
              .engine=${this.engine}
              .choice=${this.choice}
              @close=${() => (this.choice = undefined)}
            ></set-aside-dialog>`
          : nothing
      }
      ${
        this.modelFile
          ? html`<load-model-dialog
              .engine=${this.engine}
              .file=${this.modelFile}
              @close=${() => (this.modelFile = undefined)}
            ></load-model-dialog>`
          : nothing
      }
      ${model ? this.#renderDialogs(model) : nothing}
    </div>`;
  }

  #renderDialogs({ activities }: ActivityModel): TemplateResult {
    const { renaming, deleting } = this;
    return html`
      ${
        renaming
          ? html`<rename-dialog
              .name=${renaming.name}
              .taken=${activities.filter(({ id }) => id !== renaming.id).map(({ name }) => name)}
              @rename=${({ detail }: RenameEvent) => void this.#rename(renaming, detail.name)}
              @close=${() => (this.renaming = undefined)}
            ></rename-dialog>`
          : nothing
      }
      ${
        deleting
          ? html`<confirm-dialog
              heading="Delete ${deleting.name}?"
              text="The definition and its activities go at once. Its table and its relationships stay."
              command="Delete"
              @confirm=${() => void this.#delete(deleting)}
              @close=${() => (this.deleting = undefined)}
            ></confirm-dialog>`
          : nothing
      }
    `;
  }

  #renderProgress(): TemplateResult | typeof nothing {
    if (!this.running) return nothing;
    const { progress, controller } = this.running;
    const subject = progress?.subject ? `: ${progress.subject}` : '';
    return html`<section class="card run-progress" aria-label="Run in progress">
      <div class="run-progress-head">
        <p role="status">${progress ? `${taskWords(progress.task)}${subject}` : 'Starting'} …</p>
        <button class="button" type="button" @click=${() => controller.abort()}>Cancel run</button>
      </div>
      <progress aria-label="Run" max="1" .value=${progress?.fraction ?? 0}></progress>
    </section>`;
  }

  #renderView({ model, tables, report }: ActivitiesView): TemplateResult {
    if (model.activities.length === 0) {
      return html`<section class="card">
        ${emptyState(
          'pulse',
          'No activities yet',
          'Load a model document that says which tables hold activities, or reset the demo data on the Data page.',
        )}
      </section>`;
    }
    const blocking = validateModel(model, tables).filter(blocksRun);
    return html`
      ${report ? this.#renderStatus(report) : nothing}
      ${blocking.length > 0 ? issueList(blocking, model) : nothing}
      ${definitionList(model, {
        outOfDate: new Set(
          report?.definitions.filter(({ outOfDate }) => outOfDate).map(({ definition }) => definition),
        ),
        rename: (definition) => (this.renaming = definition),
        remove: (definition) => (this.deleting = definition),
      })}
      ${report ? runFigures(report, (choice) => (this.choice = choice)) : nothing}
      ${report?.definitions.length ? runChanges(report) : nothing}
      <output-list .engine=${this.engine}></output-list>
    `;
  }

  #renderStatus({ status, startedAt, durationMs, customers, outOfDate }: RunReport): TemplateResult {
    return html`
      ${
        outOfDate
          ? html`<div class="notice notice-warn">
              ${icon('info')}
              <p>
                <strong>Refresh needed.</strong> Tables, customers or definitions have changed since the last
                run.
              </p>
            </div>`
          : nothing
      }
      <div class="status-line">
        ${
          status === 'successful'
            ? html`<span class="badge badge-good">${icon('check')} Successful</span>`
            : html`<span class="badge badge-warn">${icon('warn')} Completed with warnings</span>`
        }
        <span class="quiet">
          Last run ${formatAge(startedAt)}, took ${formatDuration(durationMs)}, for
          ${formatNumber(customers.customers)} customers
        </span>
      </div>
    `;
  }
}
