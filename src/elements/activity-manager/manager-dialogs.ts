import { nothing, type ReactiveElement, type TemplateResult } from 'lit';
import { keyed } from 'lit/directives/keyed.js';
import type { ActivityDefinition } from '../../model/model.js';
import { dialogView } from '../shared/dialog-view.js';
import { numberFormat } from '../shared/formatters.js';
import { FileExport } from '../shared/file-export.js';
import { RowsReader } from '../shared/rows/rows-reader.js';
import { rowsFooter, rowsView } from '../shared/rows/rows-view.js';
import { asideTable, readAside, type AsideChoice } from './aside-rows.js';
import { deleteView, renameView } from './dialogs-view.js';
import type { ManagerData } from './manager-data.js';
import { definitionOf, type ManagerModel } from './manager-view.js';
import { figureId, progressView } from './progress-view.js';

type Opened =
  /** `at`: the definition whose rows were looked at. */
  | { readonly kind: 'progress'; readonly at?: string }
  | { readonly kind: 'rows'; readonly choice: AsideChoice }
  | { readonly kind: 'rename'; readonly id: string; readonly typed: string }
  | { readonly kind: 'delete'; readonly ids: readonly string[] };

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
  readonly #file: FileExport;
  #opened: Opened | null = null;

  constructor(data: ManagerData, host: ManagerDialogsHost) {
    this.#data = data;
    this.#host = host;
    this.#rows = new RowsReader(host.element);
    this.#file = new FileExport(host.element);
  }

  readonly openProgress = (): void => this.#open({ kind: 'progress' });

  readonly openRename = (id: string): void => {
    const definition = definitionOf(this.#data.content, id);
    if (definition) this.#open({ kind: 'rename', id, typed: definition.name });
  };

  readonly openDelete = (ids: readonly string[]): void => this.#open({ kind: 'delete', ids });

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
          showRows: this.#data.adapter?.setAside ? (choice) => this.#openRows(choice) : null,
          cancelRun: this.#host.cancelRun,
          close,
        });
      case 'rows':
        return this.#rowsView(opened.choice, model);
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

  #openRows(choice: AsideChoice): void {
    const { adapter } = this.#data;
    if (!adapter) return;
    this.#rows.open(readAside(adapter, choice));
    this.#open({ kind: 'rows', choice });
  }

  /** Leads back to the figure that the rows are behind. */
  async #closeRows({ definition, figure }: AsideChoice): Promise<void> {
    this.#rows.end();
    this.#file.dismiss();
    this.#open({ kind: 'progress', at: definition });
    const { element } = this.#host;
    await element.updateComplete;
    element.renderRoot.querySelector<HTMLElement>(`#${CSS.escape(figureId(definition, figure))}`)?.focus();
  }

  #rowsView(choice: AsideChoice, model: ManagerModel): TemplateResult | typeof nothing {
    const { content, strings, rowsStrings, locale } = model;
    const report = content?.report?.definitions.find(({ definition }) => definition === choice.definition);
    if (!content || !report) return nothing;
    const count = numberFormat(locale).format(report[choice.figure]);
    const about = `${report.name}, ${strings.figures[choice.figure]}: ${count}`;
    const table = asideTable(report, choice.figure, about, content);
    const pane = { table, reader: this.#rows, file: this.#file, strings: rowsStrings, locale };
    return dialogView({
      shape: 'wide-pane',
      title: table.table,
      close: strings.close,
      onClose: () => void this.#closeRows(choice),
      content: rowsView(pane),
      footer: rowsFooter(pane),
    });
  }

  #open(opened: Opened | null): void {
    this.#opened = opened;
    this.#host.element.requestUpdate();
  }
}
