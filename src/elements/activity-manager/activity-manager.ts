import { LitElement, html, type CSSResultGroup, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { ContextConsumer } from '@lit/context';
import type { ModelAdapter } from '../../model/model-adapter.js';
import type { ActivityDefinition } from '../../model/model.js';
import type { RunReport } from '../../model/reports.js';
import { validateModel } from '../../model/validation.js';
import { blocksRun } from '../../model/validate/issues.js';
import { asAdapterError } from '../shared/adapter-errors.js';
import { collator, numberFormat } from '../shared/formatters.js';
import { issueText } from '../shared/issue-text.js';
import { FocusKeeper } from '../shared/focus-keeper.js';
import { resolveLocale } from '../shared/locale.js';
import { fill, plural } from '../shared/messages.js';
import { ModalKeeper } from '../shared/modal-keeper.js';
import { modelAdapterOf } from '../shared/model-source.js';
import { remember } from '../shared/remember.js';
import { replaceStrings } from '../shared/replace-strings.js';
import type { RunOutcome } from '../shared/run-outcome.js';
import { englishRows } from '../shared/rows/rows-strings.js';
import { activitySettings } from '../shared/settings-context.js';
import type { AsideChoice } from './aside-rows.js';
import { ManagerData, type ManagerContent } from './manager-data.js';
import { ManagerDialogs } from './manager-dialogs.js';
import {
  ActivityConfigureEvent,
  ActivityDeleteEvent,
  ActivityRenameEvent,
  RunEndEvent,
  RunStartEvent,
} from './manager-events.js';
import { managerRows, searchRows, sortRows, type ManagerColumn, type ManagerSort } from './manager-list.js';
import { englishManager, type ManagerStrings } from './manager-strings.js';
import { managerStylesheet } from './manager-styles.js';
import { managerView, type ManagerActions, type ManagerModel, type ManagerNotice } from './manager-view.js';

/**
 * Lists the activity definitions of a model, to sort, search, rename and delete them, and runs them: what a run does,
 * did, and set aside is in its progress details. The host opens the wizard when a person asks to configure.
 *
 * @summary List of activity definitions, and their run.
 * @tag activity-manager
 *
 * @fires {ActivityConfigureEvent} activityconfigure - Add activity, Edit, Configure activities or a definition's name was activated.
 * @fires {ActivityRenameEvent} activityrename - A definition was renamed.
 * @fires {ActivityDeleteEvent} activitydelete - Definitions were deleted.
 * @fires {RunStartEvent} runstart - A run began.
 * @fires {RunEndEvent} runend - A run finished, failed or was cancelled.
 *
 * @slot header - Replaces title and subtitle.
 * @slot actions - Further commands.
 *
 * @csspart base - The whole element.
 * @csspart header - The row of title and status.
 * @csspart title - The heading.
 * @csspart status - Status and age of the last run.
 * @csspart commands - The row of commands and search.
 * @csspart run - The button that runs.
 * @csspart add - The button Add activity.
 * @csspart configure - The button Configure activities.
 * @csspart search - The search field.
 * @csspart run-progress - What a run is doing.
 * @csspart notice - What was done, with a way to take it back.
 * @csspart faults - What has to be mended before a run.
 * @csspart out-of-date - The message that a refresh is needed.
 * @csspart error - The message when loading failed.
 * @csspart retry - The button that tries again.
 * @csspart list - The region of the list.
 * @csspart row - One definition.
 * @csspart empty - The message when there are no definitions.
 * @csspart skeleton - What stands in the place of the list while it loads.
 * @csspart pane - The progress details.
 * @csspart box - A dialog.
 *
 * @cssprop --activity-good - What went well.
 * @cssprop --activity-warn - Warnings.
 * @cssprop --activity-warn-surface - Background of warnings.
 * @cssprop --activity-danger-surface - Background of errors.
 */
export class ActivityManager extends LitElement {
  static override styles: CSSResultGroup = managerStylesheet;

  /** BCP 47 tag for order, numbers and dates. Default: the provider's, else the browser's. */
  @property() locale?: string;

  /** Where the model is kept. Default: the provider's, when it keeps one. */
  @property({ attribute: false }) adapter?: ModelAdapter;

  /** Replacements for texts. What is left out: the provider's, else English. */
  @property({ attribute: false }) strings?: Partial<ManagerStrings>;

  #search = '';
  #sort: ManagerSort = { column: 'name', isDescending: false };
  #selected: ReadonlySet<string> = new Set();
  #notice: ManagerNotice | null = null;

  readonly #settings = new ContextConsumer(this, { context: activitySettings, subscribe: true });
  readonly #data = new ManagerData(this);
  readonly #dialogs = new ManagerDialogs(this.#data, {
    element: this,
    rename: (definition, newName) => void this.#rename(definition, newName),
    delete: (definitions) => void this.#delete(definitions),
    cancelRun: () => this.#data.cancelRun(),
  });
  readonly #issues = remember((content: ManagerContent) => validateModel(content.model, content.tables));
  readonly #actions: ManagerActions = {
    run: () => void this.#run(),
    cancelRun: () => this.#data.cancelRun(),
    configureOne: (id) => this.dispatchEvent(new ActivityConfigureEvent({ flow: 'single', activityId: id })),
    configure: (activityId) => this.dispatchEvent(new ActivityConfigureEvent({ flow: 'all', activityId })),
    rename: this.#dialogs.openRename,
    delete: this.#dialogs.openDelete,
    search: (text) => this.#change(() => (this.#search = text)),
    sort: (column) => this.#sortBy(column),
    select: (id) => this.#select(id),
    selectAll: () => this.#selectAll(),
    clearSelection: () => this.#change(() => (this.#selected = new Set())),
    dismiss: () => this.#tell(null),
    retry: () => void this.#data.reload(),
    openProgress: this.#dialogs.openProgress,
  };

  constructor() {
    super();
    // A dialog gives the focus back after the keeper of the focus has found a place for it.
    new FocusKeeper(this, () => this.#focusPlace()?.focus());
    new ModalKeeper(this, () => this.#focusPlace());
  }

  /**
   * Runs, as the button Run does. Settles at the end of the run; a second run while one is under way is not started.
   */
  async run(): Promise<void> {
    await this.updateComplete;
    await this.#run();
  }

  /**
   * Opens the rows behind a figure of the last run, as a click on the figure in the progress details does. Nothing opens
   * before the list has loaded or there was a run of the definition, and with an adapter that has no such rows.
   */
  async showRows(choice: AsideChoice): Promise<void> {
    await this.updateComplete;
    this.#dialogs.openRows(choice);
  }

  protected override willUpdate(): void {
    this.#data.use(modelAdapterOf(this.adapter, this.#settings.value));
    const known = new Set(this.#data.content?.model.activities.map(({ id }) => id));
    if ([...this.#selected].some((id) => !known.has(id))) {
      this.#selected = new Set([...this.#selected].filter((id) => known.has(id)));
    }
    this.#dialogs.follow();
  }

  /** Where the focus goes when what had it is gone: the head of a dialog, the list, or what stands in its place. */
  #focusPlace(): HTMLElement | null {
    const places = ['dialog[open] .dialog-title', '.scroller', '.empty .solid-button', '[part="retry"]'];
    const found = places.map((place) => this.renderRoot.querySelector<HTMLElement>(place));
    return found.find((place) => place !== null) ?? null;
  }

  #change(act: () => void): void {
    act();
    this.requestUpdate();
  }

  #tell(notice: ManagerNotice | null): void {
    this.#change(() => (this.#notice = notice));
  }

  #sortBy(column: ManagerColumn): void {
    const isDescending = this.#sort.column === column && !this.#sort.isDescending;
    this.#change(() => (this.#sort = { column, isDescending }));
  }

  #select(id: string): void {
    const selected = new Set(this.#selected);
    if (!selected.delete(id)) selected.add(id);
    this.#change(() => (this.#selected = selected));
  }

  #selectAll(): void {
    const shown = this.#model().shown.map(({ id }) => id);
    const isAll = shown.every((id) => this.#selected.has(id));
    this.#change(() => (this.#selected = new Set(isAll ? [] : shown)));
  }

  async #run(): Promise<void> {
    const { adapter, running } = this.#data;
    if (running || !adapter) return;
    this.#tell(null);
    this.dispatchEvent(new RunStartEvent());
    const outcome = await this.#data.run();
    if (!outcome) return;
    // What became of the model of another adapter is for the page to know.
    if (adapter === this.#data.adapter) this.#tell(this.#ended(outcome));
    this.dispatchEvent(new RunEndEvent(outcome));
  }

  #ended({ report, error }: RunOutcome): ManagerNotice {
    const { strings } = this.#model();
    if (report) return { text: this.#doneText(report) };
    if (error) return { text: `${strings.runFailed} ${error.message}`, isBad: true };
    return { text: strings.runCanceled };
  }

  #doneText({ definitions }: RunReport): string {
    const { strings, locale } = this.#model();
    const shown = definitions.reduce((sum, definition) => sum + definition.shown, 0);
    return fill(plural(strings.runDone, shown, locale), { count: numberFormat(locale).format(shown) });
  }

  async #rename(definition: ActivityDefinition, newName: string): Promise<void> {
    await this.#attempt(async () => {
      await this.#data.rename(definition, newName);
      this.#tell({ text: fill(this.#model().strings.renamed, { name: definition.name, newName }) });
      this.dispatchEvent(new ActivityRenameEvent(definition.id, newName));
    });
  }

  async #delete(definitions: readonly ActivityDefinition[]): Promise<void> {
    await this.#attempt(async () => {
      const undo = await this.#data.delete(definitions);
      const { strings, locale } = this.#model();
      const [first, ...more] = definitions;
      const count = numberFormat(locale).format(definitions.length);
      this.#tell({
        text:
          more.length === 0
            ? fill(strings.deleted, { name: first.name })
            : fill(plural(strings.deletedMany, definitions.length, locale), { count }),
        undo: () =>
          void this.#attempt(async () => {
            this.#tell(null);
            await undo();
            this.#tell({ text: strings.restored });
          }),
      });
      this.dispatchEvent(new ActivityDeleteEvent(definitions.map(({ id }) => id)));
    });
  }

  /** What fails is said; everything is as it was. */
  async #attempt(act: () => Promise<void>): Promise<void> {
    try {
      await act();
    } catch (error) {
      this.#tell({ text: asAdapterError(error).message, isBad: true });
    }
  }

  #model(): ManagerModel {
    const { locale: providedLocale, strings: provided } = this.#settings.value ?? {};
    const locale = resolveLocale(this.locale, providedLocale);
    const { content, error, running } = this.#data;
    const issues = content ? this.#issues(content) : [];
    const rows = content ? managerRows(content, issues, provided?.timeline?.types, locale) : [];
    const names = new Map(rows.map(({ id, name }) => [id, name]));
    const faults = content?.model.activities.length ? issues.filter(blocksRun) : [];
    return {
      content,
      error,
      running,
      rows,
      shown: sortRows(searchRows(rows, this.#search), this.#sort, collator(locale).compare),
      sort: this.#sort,
      search: this.#search,
      selected: this.#selected,
      notice: this.#notice,
      faults: faults.map((issue) => {
        const name = issue.activity === undefined ? undefined : names.get(issue.activity);
        const text = issueText(issue, provided?.issues, locale, provided?.timeline?.attributes);
        return name ? `${name}: ${text}` : text;
      }),
      rowsStrings: replaceStrings(englishRows, provided?.rows),
      strings: replaceStrings(englishManager, provided?.manager, this.strings),
      issueTexts: provided?.issues,
      locale,
      now: Date.now(),
    };
  }

  protected override render(): TemplateResult {
    const model = this.#model();
    return html`${managerView(model, this.#actions)} ${this.#dialogs.view(model)}`;
  }
}
