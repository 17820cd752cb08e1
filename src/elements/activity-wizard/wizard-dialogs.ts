import { html, nothing, type ReactiveControllerHost, type TemplateResult } from 'lit';
import type { RowCheck } from '../../model/tables.js';
import type { ModelIssue } from '../../model/validate/issues.js';
import { dialogView } from '../shared/dialog-view.js';
import { FileExport } from '../shared/file-export.js';
import { RowsReader } from '../shared/rows/rows-reader.js';
import { rowsFooter, rowsView } from '../shared/rows/rows-view.js';
import { checkedTable, readChecked } from './checked-rows.js';
import { beginPath, finishPath, type PathDraft } from './path-draft.js';
import { pathView } from './path-view.js';
import { rowCheckOf } from './row-check.js';
import { selectTablesView } from './select-tables-view.js';
import { edit, setPath, type WizardDraft } from './wizard-draft.js';
import type { WizardState } from './wizard-state.js';
import type { WizardModel } from './wizard-view.js';

/** The pane that selects tables, before Add. */
interface TablesOpened {
  readonly kind: 'tables';
  readonly checked: ReadonlySet<string>;
  readonly search: string;
  readonly isBusy: boolean;
}

type Opened =
  | TablesOpened
  | { readonly kind: 'path'; readonly path: PathDraft }
  | { readonly kind: 'rows'; readonly issue: ModelIssue; readonly check: RowCheck }
  | { readonly kind: 'discard' };

/** What the dialogs need of the element they stand in. */
export interface WizardDialogsHost {
  /** The element itself. */
  readonly element: ReactiveControllerHost;
  readonly edit: (change: (draft: WizardDraft) => WizardDraft) => void;
  readonly discard: () => void;
  /** The definition whose fields a person will want to see next. */
  readonly choose: (id: string) => void;
}

/** The pane or dialog that is open, one at a time, and what is typed into it before it is applied. */
export class WizardDialogs {
  readonly #state: WizardState;
  readonly #host: WizardDialogsHost;
  readonly #rows: RowsReader;
  readonly #file: FileExport;
  #opened: Opened | null = null;
  #adding = new AbortController();

  constructor(state: WizardState, host: WizardDialogsHost) {
    this.#state = state;
    this.#host = host;
    this.#rows = new RowsReader(host.element);
    this.#file = new FileExport(host.element);
  }

  openTables(): void {
    const checked = new Set(this.#state.draft?.model.activities.map(({ table }) => table));
    this.#open({ kind: 'tables', checked, search: '', isBusy: false });
  }

  /** @param place Which of the definition's paths; null: another one. */
  openPath(id: string, place: number | null): void {
    const path = this.#state.draft && beginPath(this.#state.draft.model, id, place);
    if (path) this.#open({ kind: 'path', path });
  }

  /** The rows that an issue counts. */
  openRows(issue: ModelIssue): void {
    const { draft, adapter } = this.#state;
    const check = draft && rowCheckOf(draft.model, issue);
    if (!check || !adapter?.checkRows) return;
    this.#open({ kind: 'rows', issue, check });
    this.#rows.open(readChecked(adapter, check));
  }

  openDiscard(): void {
    this.#open({ kind: 'discard' });
  }

  close(): void {
    this.#adding.abort();
    this.#rows.end();
    this.#file.dismiss();
    this.#open(null);
  }

  view(model: WizardModel): TemplateResult | typeof nothing {
    switch (this.#opened?.kind) {
      case undefined:
        return nothing;
      case 'tables':
        return this.#tablesView(this.#opened, model);
      case 'path':
        return this.#pathView(this.#opened.path, model);
      case 'rows':
        return this.#rowsView(this.#opened, model);
      case 'discard':
        return this.#discardView(model);
    }
  }

  #open(opened: Opened | null): void {
    this.#opened = opened;
    this.#host.element.requestUpdate();
  }

  /** Takes what is checked now: a box and Add can be pressed before the pane is drawn anew. */
  async #addTables(): Promise<void> {
    const opened = this.#opened;
    if (opened?.kind !== 'tables' || opened.isBusy) return;
    this.#open({ ...opened, isBusy: true });
    const { signal } = (this.#adding = new AbortController());
    try {
      const [first] = await this.#state.selectTables(opened.checked, () => crypto.randomUUID(), signal);
      if (first !== undefined) this.#host.choose(first);
    } finally {
      // A pane that was closed meanwhile stays closed, or is another one now.
      if (!signal.aborted) this.close();
    }
  }

  #tablesView(opened: TablesOpened, { tables, strings }: WizardModel): TemplateResult {
    return selectTablesView(
      { ...opened, tables, strings },
      {
        toggle: (table) => {
          const checked = new Set(opened.checked);
          if (!checked.delete(table)) checked.add(table);
          this.#open({ ...opened, checked });
        },
        search: (search) => this.#open({ ...opened, search }),
        add: () => void this.#addTables(),
        close: () => this.close(),
      },
    );
  }

  #pathView(path: PathDraft, model: WizardModel): TemplateResult {
    return pathView(path, model, {
      change: (changed) => this.#open({ kind: 'path', path: changed }),
      apply: () => {
        const hops = finishPath(model.model, path);
        if (hops) {
          this.#host.edit((draft) => edit(draft, setPath(draft.model, path.activityId, path.place, hops)));
        }
        this.close();
      },
      close: () => this.close(),
    });
  }

  #rowsView({ issue, check }: { issue: ModelIssue; check: RowCheck }, model: WizardModel): TemplateResult {
    const table = checkedTable(check, issue, model);
    const { rowsStrings: strings, locale } = model;
    const pane = { table, reader: this.#rows, file: this.#file, strings, locale };
    return dialogView({
      shape: 'wide-pane',
      title: table.table,
      close: model.strings.close,
      onClose: () => this.close(),
      content: rowsView(pane),
      footer: rowsFooter(pane),
    });
  }

  #discardView({ strings }: WizardModel): TemplateResult {
    const close = (): void => this.close();
    return dialogView({
      shape: 'box',
      title: strings.discardTitle,
      close: strings.close,
      onClose: close,
      content: html`<p>${strings.discardHint}</p>`,
      footer: html`<button class="solid-button" type="button" @click=${this.#host.discard}>
          ${strings.discard}
        </button>
        <button class="outline-button" type="button" @click=${close}>${strings.keep}</button>`,
    });
  }
}
