import { LitElement, html, type CSSResultGroup, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { ContextConsumer } from '@lit/context';
import type { ModelAdapter } from '../../model/model-adapter.js';
import type { ActivityDefinition, ActivityModel } from '../../model/model.js';
import { ISSUE_TEXTS } from '../../model/messages.js';
import type { ModelIssue } from '../../model/validate/issues.js';
import { Downloads } from '../shared/downloads.js';
import { FocusKeeper } from '../shared/focus-keeper.js';
import { ModalKeeper } from '../shared/modal-keeper.js';
import { modelAdapterOf } from '../shared/model-source.js';
import { replaceStrings } from '../shared/replace-strings.js';
import { activitySettings } from '../shared/settings-context.js';
import { Example } from './example.js';
import { DraftKeeper } from './kept-draft.js';
import { keptDraftView } from './kept-draft-view.js';
import { nearestPlace } from './nearest-place.js';
import { NewType } from './new-type.js';
import { issuesOf, withActivity } from './single-activity.js';
import { typeFault } from './type-fault.js';
import { waitingView } from './waiting-view.js';
import { wizardActions, type WizardParts } from './wizard-actions.js';
import { WizardDialogs } from './wizard-dialogs.js';
import type { WizardDraft } from './wizard-draft.js';
import { WizardEnding } from './wizard-ending.js';
import { WizardCloseEvent } from './wizard-events.js';
import type { WizardFlow } from './wizard-flow.js';
import { wizardIssues } from './wizard-issues.js';
import { WizardState } from './wizard-state.js';
import { englishWizard, type WizardStrings } from './wizard-strings.js';
import { wizardStylesheet } from './wizard-styles.js';
import { WizardWalk } from './wizard-walk.js';
import { wizardModel } from './wizard-model.js';
import { wizardView } from './wizard-view.js';

/**
 * Configures all activities of a model at once, in four steps (domain § 4): tables with type and key, fields,
 * relationships, review; or one activity in five, with an example of its timeline (§ 5), which takes an
 * `<activity-timeline>` that is registered too. Tables come with proposals for their fields, each with its reason. It
 * opens with what there is, so that it creates and edits alike.
 *
 * @summary Wizard that configures activities.
 * @tag activity-wizard
 *
 * @fires {ModelSaveEvent} modelsave - The model was saved.
 * @fires {RunStartEvent} runstart - Create activities began its run.
 * @fires {RunEndEvent} runend - That run finished, failed or was cancelled.
 * @fires {WizardCloseEvent} wizardclose - The wizard is done or was left; cancel it to keep the wizard in use.
 *
 * @slot no-tables - Where to get another table, when there is none left for an activity.
 *
 * @csspart base - The whole element.
 * @csspart stepper - The list of steps.
 * @csspart kept - The offer to continue unsaved work.
 * @csspart summary - What has to be mended before the next step.
 * @csspart error - What failed.
 * @csspart body - The step.
 * @csspart card - One relationship path.
 * @csspart example - The example of a timeline.
 * @csspart picture - The drawing of tables and keys.
 * @csspart footer - The row of commands.
 * @csspart pane - The side panes.
 * @csspart box - The question before changes are discarded.
 */
export class ActivityWizard extends LitElement {
  static override styles: CSSResultGroup = wizardStylesheet;

  /** BCP 47 tag for numbers. Default: the provider's, else the browser's. */
  @property() locale?: string;

  /** `all` definitions (default), or a `single` one. Read when the wizard opens. */
  @property() flow: WizardFlow = 'all';

  /** Definition to begin with, at its fields; with `single` the one to edit. Default: the tables; a new one. */
  @property({ attribute: 'activity-id' }) activityId?: string;

  /** Opens with the pane that selects tables, where all are configured and no unsaved work is offered. */
  @property({ type: Boolean }) adding: boolean = false;

  /**
   * Keeps unsaved work under this name in the tab's session storage, so that a reload does not lose it, and offers it when
   * the wizard opens again. Default: nothing is kept.
   */
  @property({ attribute: 'draft-key' }) draftKey?: string;

  /** Where the model is kept. Default: the provider's, when it keeps one. */
  @property({ attribute: false }) adapter?: ModelAdapter;

  /** Replacements for texts. What is left out: the provider's, else English. */
  @property({ attribute: false }) strings?: Partial<WizardStrings>;

  #isBegun = false;
  /** Id of the one definition; empty where all are configured. */
  #single = '';

  readonly #settings = new ContextConsumer(this, { context: activitySettings, subscribe: true });
  readonly #state = new WizardState(this, (model) => this.#prepare(model));
  readonly #dialogs = new WizardDialogs(this.#state, {
    element: this,
    edit: (change) => this.#edit(change),
    discard: () => this.#leave(false),
    choose: (id) => (this.#walk.chosen = id),
  });
  readonly #walk = new WizardWalk({
    issues: () => this.#issues(),
    update: () => this.#update(() => (this.#ending.message = '')),
    draw: () => this.requestUpdate(),
    focus: (id) => this.#focus(id),
  });
  readonly #ending = new WizardEnding(this.#state, {
    dispatch: (event) => void this.dispatchEvent(event),
    update: () => this.requestUpdate(),
    focus: (id) => void this.#focus(id),
    leave: () => this.#leave(true),
    strings: () => this.#texts,
  });
  readonly #kept = new DraftKeeper(this, {
    state: this.#state,
    walk: this.#walk,
    key: () => this.draftKey,
    scope: () => `${this.flow} ${this.flow === 'single' ? (this.activityId ?? '') : ''}`,
    single: () => this.#single,
    setSingle: (id) => (this.#single = id),
    tellMerged: (names) => this.#ending.tellMerged(names),
  });
  readonly #example = new Example(this);
  readonly #downloads = new Downloads();
  readonly #newType = new NewType({
    fault: (text) => this.#typeFault(text),
    add: (id, type) => {
      this.#actions.patch(id, 'type', type);
      void this.#focus(`/activities/${this.#place(id)}/type`);
    },
    update: () => this.requestUpdate(),
    focus: (id) => this.#focus(id),
  });
  readonly #parts: WizardParts = {
    state: this.#state,
    walk: this.#walk,
    newType: this.#newType,
    ending: this.#ending,
    dialogs: this.#dialogs,
    example: this.#example,
    downloads: this.#downloads,
    single: () => this.#single,
    edit: (change) => this.#edit(change),
    focus: (id) => this.#focus(id),
    leave: (saved) => this.#leave(saved),
    update: () => this.requestUpdate(),
  };
  readonly #actions = wizardActions(this.#parts);

  constructor() {
    super();
    const heading = (): HTMLElement | null => this.renderRoot.querySelector<HTMLElement>('#heading');
    // A dialog gives the focus back where it came from, and so has the last word.
    new FocusKeeper(this, () => heading()?.focus());
    new ModalKeeper(this, heading);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#downloads.release();
  }

  /** There are changes that are not saved yet. */
  get isChanged(): boolean {
    return this.#state.isChanged;
  }

  protected override willUpdate(): void {
    this.#state.use(modelAdapterOf(this.adapter, this.#settings.value));
    const { draft, adapter, tables } = this.#state;
    if (!draft || !adapter) return;
    if (!this.#isBegun) this.#begin(draft);
    const wanted = this.#single ? draft.model.activities.filter(({ id }) => id === this.#single) : null;
    const model = wanted ? { ...draft.model, activities: wanted } : draft.model;
    this.#state.facts.want(adapter, model, new Set(tables.map(({ name }) => name)));
    this.#example.want(adapter, this.#exampled(draft), tables, !this.#single);
  }

  /** The definition that an example is shown of. */
  #exampled({ model: { activities } }: WizardDraft): ActivityDefinition | undefined {
    const { step, chosen } = this.#walk;
    if (step === 'fields' && !this.#state.adapter?.newestRows) return undefined;
    return step === 'fields' || step === 'unification'
      ? (activities.find(({ id }) => id === chosen) ?? activities[0])
      : undefined;
  }

  #begin({ model }: WizardDraft): void {
    this.#isBegun = true;
    if (this.#single) {
      this.#walk.begin('single', !this.#isNew);
      this.#walk.chosen = this.#single;
      return;
    }
    this.#walk.begin('all', model.activities.length > 0);
    if (model.activities.some(({ id }) => id === this.activityId)) {
      this.#walk.chosen = this.activityId ?? '';
      this.#walk.step = 'fields';
    }
    if (this.adding && !this.#kept.isKept) this.#dialogs.openTables();
  }

  /** One activity is edited in a model that has it. */
  #prepare(model: ActivityModel): ActivityModel {
    if (this.flow !== 'single') return model;
    const isKnown = model.activities.some(({ id }) => id === this.activityId);
    this.#single ||= (isKnown && this.activityId) || crypto.randomUUID();
    return withActivity(model, this.#single);
  }

  get #isNew(): boolean {
    return this.#single !== '' && !this.#state.isStored(this.#single);
  }

  #update(act: () => void): void {
    act();
    this.requestUpdate();
  }

  #edit(change: (draft: WizardDraft) => WizardDraft): void {
    this.#ending.message = '';
    if (this.#state.draft) this.#state.change(change(this.#state.draft));
  }

  #place(id: string): number {
    return this.#state.draft?.model.activities.findIndex((known) => known.id === id) ?? -1;
  }

  #issues(): ModelIssue[] {
    const { draft, tables, facts } = this.#state;
    if (!draft) return [];
    const issues = wizardIssues(draft.model, tables, facts);
    return this.#single ? issuesOf(issues, draft.model, this.#single) : issues;
  }

  async #focus(id: string): Promise<void> {
    await this.updateComplete;
    nearestPlace(this.renderRoot, id)?.focus();
  }

  #typeFault(text: string): string {
    const code = typeFault(text, this.#state.draft?.model.activities ?? []);
    return code ? (this.#settings.value?.strings?.issues?.[code] ?? ISSUE_TEXTS[code]) : '';
  }

  #leave(saved: boolean): void {
    this.#dialogs.close();
    // A host that keeps the wizard in use keeps its work too.
    if (this.dispatchEvent(new WizardCloseEvent(saved))) this.#kept.forget();
  }

  get #texts(): WizardStrings {
    return replaceStrings(englishWizard, this.#settings.value?.strings?.wizard, this.strings);
  }

  protected override render(): TemplateResult {
    const { draft, error } = this.#state;
    if (!draft) return waitingView(error, this.#texts, () => void this.#state.load());
    const model = wizardModel(this.#parts, {
      draft,
      issues: this.#issues(),
      exampled: this.#exampled(draft),
      texts: this.#texts,
      locale: this.locale,
      settings: this.#settings.value,
    });
    return html`${keptDraftView(this.#kept, model)} ${wizardView(model, this.#actions)}
    ${this.#dialogs.view(model)}`;
  }
}
