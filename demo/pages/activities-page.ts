import { html, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { keyed } from 'lit/directives/keyed.js';
import type { Engine } from '../../src/engine/engine.js';
import type { ActivityModel } from '../../src/model/model.js';
import type { RunReport } from '../../src/model/reports.js';
import type { ActivityManager } from '../../src/elements/activity-manager/activity-manager.js';
import type { AsideChoice } from '../../src/elements/activity-manager/aside-rows.js';
import type {
  ActivityConfigureEvent,
  RunEndEvent,
} from '../../src/elements/activity-manager/manager-events.js';
import { downloadText } from '../app/download.js';
import { formatCount } from '../app/format.js';
import { icon } from '../app/icons.js';
import { LightElement } from '../app/light-element.js';
import { Loader } from '../app/loader.js';
import { placeholder } from '../app/messages.js';
import { notify } from '../app/notify.js';
import { hrefTo, type Route } from '../app/route.js';
import { firstWorld, type WorldId } from '../app/worlds.js';
import { runChanges } from '../parts/run-changes.js';
import { runFigures } from '../parts/run-figures.js';
import '../parts/load-model-dialog.js';
import '../parts/output-list.js';

type ActivitiesRoute = Extract<Route, { page: 'activities' }>;

interface ActivitiesView {
  model: ActivityModel;
  report: RunReport | null;
}

/** Activity definitions, their run, and what became of every row. */
@customElement('activities-page')
export class ActivitiesPage extends LightElement {
  @property({ attribute: false }) engine!: Engine; // set by the shell before this connects
  @state() protected modelFile?: File;
  /** The wizard is open: the address says so. */
  @property({ attribute: false }) wizard?: ActivitiesRoute['wizard'];
  /** Whose activities these are: unsaved work of one world is not offered in another. */
  @property() world: WorldId = firstWorld;

  readonly #view = new Loader<ActivitiesView>(this, {
    load: async (signal) => {
      const [{ model }, report] = await Promise.all([
        this.engine.loadModel({ signal }),
        this.engine.lastRun({ signal }),
      ]);
      return { model, report };
    },
    subscribe: (listener) => this.engine.subscribe(listener),
    on: ['tables', 'model', 'activities'],
  });

  #download(model: ActivityModel): void {
    downloadText('activity-model.json', `${JSON.stringify(model, null, 2)}\n`, 'application/json');
  }

  #choose(event: Event): void {
    const input = event.target as HTMLInputElement;
    this.modelFile = input.files?.[0];
    // The same file may be chosen again after it was mended.
    input.value = '';
  }

  #configure({ detail: { flow, activityId } }: ActivityConfigureEvent): void {
    location.hash = hrefTo({ page: 'activities', wizard: { flow, ...(activityId && { activityId }) } });
  }

  /** Where a run of the wizard leads. */
  #tell({ detail: { report } }: RunEndEvent): void {
    if (!report) return;
    const shown = report.definitions.reduce((sum, definition) => sum + definition.shown, 0);
    if (shown === 0) {
      notify(this, 'No activity can be shown. What became of the rows says why.');
      return;
    }
    notify(this, `${formatCount(shown, 'activity', 'activities')} created.`, {
      label: 'See the customers',
      leadsTo: 'customers',
      run: () => (location.hash = hrefTo({ page: 'customers' })),
    });
  }

  #showRows(choice: AsideChoice): void {
    void this.renderRoot.querySelector<ActivityManager>('activity-manager')?.showRows(choice);
  }

  #openPicker(): void {
    this.renderRoot.querySelector<HTMLInputElement>('input[type="file"]')?.click();
  }

  protected override render(): TemplateResult {
    const { model, report } = this.#view.state.value ?? {};
    if (this.wizard) {
      return html`<div class="page">
        <h1 class="visually-hidden" tabindex="-1">Activities</h1>
        ${this.#view.state.status === 'loading' && !model ? placeholder('the activities') : this.#renderWizard(this.wizard, model)}
      </div>`;
    }
    return html`<div class="page">
      <section class="card" aria-labelledby="activities-heading">
        <activity-manager locale="en-GB" .adapter=${this.engine} @activityconfigure=${this.#configure}>
          <div slot="header">
            <h1 id="activities-heading" tabindex="-1">Activities</h1>
            <p class="quiet">Definitions turn the rows of a table into activities of your customers.</p>
          </div>
          <button class="button button-plain" slot="actions" type="button" @click=${this.#openPicker}>
            ${icon('upload')} Load model
          </button>
          <button
            class="button button-plain"
            slot="actions"
            type="button"
            ?disabled=${!model}
            @click=${() => model && this.#download(model)}
          >
            ${icon('download')} Download model
          </button>
        </activity-manager>
        <input type="file" aria-label="Model document" accept=".json" hidden @change=${this.#choose} />
      </section>
      ${report ? this.#renderReport(report) : nothing}
      ${
        this.modelFile
          ? html`<load-model-dialog
              .engine=${this.engine}
              .file=${this.modelFile}
              @close=${() => (this.modelFile = undefined)}
            ></load-model-dialog>`
          : nothing
      }
    </div>`;
  }

  #renderWizard(
    { flow, activityId }: NonNullable<ActivitiesRoute['wizard']>,
    model?: ActivityModel,
  ): TemplateResult {
    // Another address is another wizard.
    return html`<section class="card">
      ${keyed(
        `${flow}/${activityId ?? ''}`,
        html`<activity-wizard
          locale="en-GB"
          .adapter=${this.engine}
          .activityId=${activityId}
          draft-key=${this.world}
          flow=${flow}
          ?adding=${model?.activities.length === 0}
          @wizardclose=${() => (location.hash = hrefTo({ page: 'activities' }))}
          @runend=${this.#tell}
        >
          <a class="button" slot="no-tables" href=${hrefTo({ page: 'data' })}>Go to the data</a>
        </activity-wizard>`,
      )}
    </section>`;
  }

  #renderReport(report: RunReport): TemplateResult {
    return html`
      ${report.definitions.length > 0 ? runFigures(report, (choice) => this.#showRows(choice)) : nothing}
      ${report.definitions.length > 0 ? runChanges(report) : nothing}
      <output-list .engine=${this.engine}></output-list>
    `;
  }
}
