import { nothing, type ReactiveElement, type TemplateResult } from 'lit';
import { keyed } from 'lit/directives/keyed.js';
import type { ActivityDefinition } from '../../model/model.js';
import { dialogView } from '../shared/dialog-view.js';
import { numberFormat } from '../shared/formatters.js';
import { FileExport } from '../shared/file-export.js';
import { RowWhys } from '../shared/rows/row-whys.js';
import { RowsReader } from '../shared/rows/rows-reader.js';
import { rowsFooter, rowsView } from '../shared/rows/rows-view.js';
import { asideTable, explainAside, readAside, type AsideChoice } from './aside-rows.js';
import { deleteView, renameView } from './dialogs-view.js';
import type { ManagerData } from './manager-data.js';
import { definitionOf, type ManagerModel } from './manager-view.js';
import { figureId, progressView } from './progress-view.js';

type Opened =
  /** `at`: the definition whose rows were looked at. */
  | { readonly kind: 'progress'; readonly at?: string }
  /** `isBehindProgress`: closing leads back there. */
  | { readonly kind: 'rows'; readonly choice: AsideChoice; readonly isBehindProgress: boolean }
  | { readonly kind: 'rename'; readonly id: string; readonly typed: string }
  | { readonly kind: 'delete'; readonly ids: readonly string[] };

type OpenedRows = Extract<Opened, { kind: 'rows' }>;

/** What the dialogs need of the element they stand in. */
export interface ManagerDialogsHost {
  readonly element: ReactiveElement;
  readonly rename: (definition: ActivityDefinition, newName: string) => void;
  readonly delete: (definitions: readonly ActivityDefinition[]) => void;
  readonly cancelRun: () => void;
}

/** The pane or dialog that is open, one at a time, and what is typed into it before it is applied. */
export class ManagerDialogs {
  readonly #data: ManagerData;
  readonly #host: ManagerDialogsHost;
  readonly #rows: RowsReader;
  readonly #whys: RowWhys;
  readonly #file: FileExport;
  #opened: Opened | null = null;

  constructor(data: ManagerData, host: ManagerDialogsHost) {
    this.#data = data;
    this.#host = host;
    this.#rows = new RowsReader(host.element);
    this.#whys = new RowWhys(host.element);
    this.#file = new FileExport(host.element);
  }

  readonly openProgress = (): void => this.#open({ kind: 'progress' });

  readonly openRename = (id: string): void => {
    const definition = definitionOf(this.#data.content, id);
    if (definition) this.#open({ kind: 'rename', id, typed: definition.name });
  };

  readonly openDelete = (ids: readonly string[]): void => this.#open({ kind: 'delete', ids });

  /** Opens the rows behind a figure; where there is no such figure, or no adapter that has them, nothing happens. */
  openRows(choice: AsideChoice, isBehindProgress = false): void {
    const { adapter } = this.#data;
    if (!adapter?.setAside || !this.#hasFigure(choice)) return;
    this.#rows.open(readAside(adapter, choice));
    this.#whys.open(explainAside(adapter, choice));
    this.#open({ kind: 'rows', choice, isBehindProgress });
  }

  /** Closes what is about a definition or a figure that is not there any more; it would come back by itself with that. */
  follow(): void {
    const { content } = this.#data;
    const opened = this.#opened;
    if (!content || !opened) return;
    const isThere = (id: string): boolean => definitionOf(content, id) !== undefined;
    const isOver =
      (opened.kind === 'rename' && !isThere(opened.id)) ||
      (opened.kind === 'delete' && !opened.ids.some(isThere)) ||
      (opened.kind === 'rows' && !this.#hasFigure(opened.choice));
    if (isOver) this.#opened = null;
  }

  view(model: ManagerModel): unknown {
    const opened = this.#opened;
    return opened ? keyed(opened.kind, this.#dialog(opened, model)) : nothing;
  }

  #dialog(opened: Opened, model: ManagerModel): TemplateResult | typeof nothing {
    const close = (): void => this.#open(null);
    switch (opened.kind) {
      case 'progress':
        return progressView(model, {
          opened: opened.at,
          showRows: this.#data.adapter?.setAside ? (choice) => this.openRows(choice, true) : null,
          cancelRun: this.#host.cancelRun,
          close,
        });
      case 'rows':
        return this.#rowsView(opened, model);
      case 'rename': {
        const definition = definitionOf(model.content, opened.id);
        if (!definition) return nothing;
        return renameView(definition, opened.typed, model, {
          type: (typed) => this.#open({ ...opened, typed }),
          save: () => {
            close();
            this.#host.rename(definition, opened.typed);
          },
          close,
        });
      }
      case 'delete': {
        const definitions = opened.ids.flatMap((id) => definitionOf(model.content, id) ?? []);
        if (definitions.length === 0) return nothing;
        const confirm = (): void => {
          close();
          this.#host.delete(definitions);
        };
        return deleteView(definitions, model, { confirm, close });
      }
    }
  }

  #hasFigure(choice: AsideChoice): boolean {
    const definitions = this.#data.content?.report?.definitions ?? [];
    return definitions.some(({ definition }) => definition === choice.definition);
  }

  /** Leads back to the figure that the rows are behind. */
  async #closeRows({ choice: { definition, figure }, isBehindProgress }: OpenedRows): Promise<void> {
    this.#rows.end();
    this.#whys.end();
    this.#file.dismiss();
    if (!isBehindProgress) {
      this.#open(null);
      return;
    }
    this.#open({ kind: 'progress', at: definition });
    const { element } = this.#host;
    await element.updateComplete;
    element.renderRoot.querySelector<HTMLElement>(`#${CSS.escape(figureId(definition, figure))}`)?.focus();
  }

  #rowsView(opened: OpenedRows, model: ManagerModel): TemplateResult | typeof nothing {
    const { choice } = opened;
    const { content, strings, rowsStrings, locale } = model;
    const report = content?.report?.definitions.find(({ definition }) => definition === choice.definition);
    if (!content || !report) return nothing;
    const count = numberFormat(locale).format(report[choice.figure]);
    const about = `${report.name}, ${strings.figures[choice.figure]}: ${count}`;
    const table = asideTable(report, choice.figure, about, content);
    const pane = {
      table,
      reader: this.#rows,
      whys: this.#whys,
      file: this.#file,
      strings: rowsStrings,
      locale,
    };
    return dialogView({
      shape: 'wide-pane',
      title: table.table,
      close: strings.close,
      onClose: () => void this.#closeRows(opened),
      content: rowsView(pane),
      footer: rowsFooter(pane),
    });
  }

  #open(opened: Opened | null): void {
    this.#opened = opened;
    this.#host.element.requestUpdate();
  }
}
