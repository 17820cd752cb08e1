import { html, nothing, type TemplateResult } from 'lit';
import type { OutputFormat } from '../../../model/output/rows.js';
import type { RunReason } from '../../../model/reports.js';
import { searchIcon, warningIcon } from '../control-icons.js';
import { numberFormat } from '../formatters.js';
import type { FileExport } from '../file-export.js';
import { fill, plural } from '../messages.js';
import type { ListedRow, RowsTable } from './row-list.js';
import { whyButton, whyRow } from './row-why-view.js';
import type { RowWhys } from './row-whys.js';
import { writeListedRows } from './rows-export.js';
import type { RowsReader } from './rows-reader.js';
import type { RowsStrings } from './rows-strings.js';

/** What the rows are shown with. */
export interface RowsPane {
  readonly table: RowsTable;
  readonly reader: RowsReader;
  readonly file: FileExport;
  /** Absent: no row is explained. */
  readonly whys?: RowWhys;
  readonly strings: RowsStrings;
  readonly locale: string;
}

/** The rows behind a figure: what they are, a filter, and as many of them as were asked for. */
export function rowsView(pane: RowsPane): TemplateResult {
  const { table, reader, strings } = pane;
  const more = async (event: Event): Promise<void> => {
    const button = event.currentTarget as HTMLElement;
    const list = button.parentElement?.querySelector<HTMLElement>('.checked');
    await reader.more();
    // The last rows take the button away.
    if (!reader.hasMore) list?.focus();
  };
  return html`<p>${table.about}</p>
    ${filterView(pane)}
    ${
      reader.error
        ? html`<div class="notice bad" role="alert">
            ${warningIcon}
            <p class="grow">${strings.failed} ${reader.error.message}</p>
            <button class="text-button" type="button" @click=${() => reader.retry()}>${strings.retry}</button>
          </div>`
        : nothing
    }
    <p class="hint row-count" role="status">${countText(pane)}</p>
    ${reader.rows.length > 0 ? tableView(pane) : nothing}
    ${
      reader.hasMore
        ? html`<button class="outline-button more-rows" type="button" @click=${more}>${strings.more}</button>`
        : nothing
    }`;
}

/** The files that can be made of the rows, in the footer of the pane. */
export function rowsFooter({ table, reader, file, strings, locale }: RowsPane): TemplateResult {
  const { state } = file;
  const format = (value: number): string => numberFormat(locale).format(value);
  if (state.kind === 'running') {
    const { rows, total } = state;
    return html`<span class="hint" role="status"
        >${fill(strings.exporting, { count: format(rows), total: format(total ?? rows) })}</span
      >
      <button class="outline-button" type="button" @click=${() => file.dismiss()}>
        ${strings.cancelExport}
      </button>`;
  }
  const isEmpty = !reader.total;
  const start = (kind: OutputFormat): void =>
    void file.start(kind, `${table.table}-rows`, (call) => writeListedRows(table, reader, call));
  return html`<button class="outline-button" type="button" ?disabled=${isEmpty} @click=${() => start('csv')}>
      ${strings.exportCsv}
    </button>
    <button class="outline-button" type="button" ?disabled=${isEmpty} @click=${() => start('ndjson')}>
      ${strings.exportNdjson}
    </button>
    <span class=${state.kind === 'failed' ? 'fault' : 'hint'} role="status"
      >${
        state.kind === 'done'
          ? fill(plural(strings.exported, state.rows, locale), { count: format(state.rows) })
          : state.kind === 'failed'
            ? `${strings.exportError} ${state.error.message}`
            : nothing
      }</span
    >`;
}

function filterView({ table: { reasons, hops }, reader, strings }: RowsPane): TemplateResult {
  const { reason, hop } = reader.filter;
  const value = (event: Event): string => (event.target as HTMLInputElement).value;
  return html`<div class="row-filters">
    <label class="search">
      ${searchIcon}
      <input
        class="field"
        type="search"
        aria-label=${strings.search}
        placeholder=${strings.search}
        autocomplete="off"
        @input=${(event: Event) => reader.type(value(event))}
      />
    </label>
    ${
      reasons.length > 1
        ? html`<select
            class="field"
            aria-label=${strings.reason}
            @change=${(event: Event) => reader.choose({ reason: reasons.find((known) => known === value(event)) })}
          >
            <option value="" ?selected=${!reason}>${strings.anyReason}</option>
            ${reasons.map(
              (known) =>
                html`<option value=${known} ?selected=${known === reason}>
                  ${strings.reasons[known as RunReason]}
                </option>`,
            )}
          </select>`
        : nothing
    }
    ${
      hops.length > 1
        ? html`<select
            class="field"
            aria-label=${strings.hop}
            @change=${(event: Event) => reader.choose({ hop: Number(value(event)) || undefined })}
          >
            <option value="" ?selected=${hop === undefined}>${strings.anyHop}</option>
            ${hops.map(
              (known) =>
                html`<option value=${known.hop} ?selected=${known.hop === hop}>${known.label}</option>`,
            )}
          </select>`
        : nothing
    }
  </div>`;
}

function countText({ reader, strings, locale }: RowsPane): string {
  const { rows, total, isReading, error } = reader;
  if (isReading) return `${strings.loading} …`;
  if (error || total === null) return '';
  const { format } = numberFormat(locale);
  return total === 0
    ? strings.none
    : fill(strings.shown, { count: format(rows.length), total: format(total) });
}

function tableView({ table, reader, whys, strings, locale }: RowsPane): TemplateResult {
  const { about, columns, reasons, hops } = table;
  const text = { strings, locale };
  const hopOf = ({ hop }: ListedRow): string => hops.find((known) => known.hop === hop)?.label ?? '';
  const [hasReasons, hasHops] = [reasons.length > 1, hops.length > 1];
  const asked = whys && reader.rows.some((row) => whys.canAsk(row)) ? whys : null;
  const width = 1 + columns.length + [hasReasons, hasHops, asked].filter(Boolean).length;
  return html`<div class="checked" role="region" aria-label=${about} tabindex="0">
    <table>
      <thead>
        <tr>
          <th class="number" scope="col">${strings.line}</th>
          ${hasReasons ? html`<th scope="col">${strings.reason}</th>` : nothing}
          ${hasHops ? html`<th scope="col">${strings.hop}</th>` : nothing}
          ${asked ? html`<th scope="col">${strings.why}</th>` : nothing}
          ${columns.map((name) => html`<th scope="col">${name}</th>`)}
        </tr>
      </thead>
      <tbody>
        ${reader.rows.map((row) => {
          const why = asked?.of(row);
          return html`<tr>
              <th class="number" scope="row">${numberFormat(locale).format(row.line)}</th>
              ${hasReasons ? html`<td>${row.reason && strings.reasons[row.reason as RunReason]}</td>` : nothing}
              ${hasHops ? html`<td>${hopOf(row)}</td>` : nothing}
              ${asked ? html`<td class="asks">${asked.canAsk(row) ? whyButton(row, asked, text) : nothing}</td>` : nothing}
              ${columns.map((name) => html`<td>${row.values[name] ?? ''}</td>`)}
            </tr>
            ${why ? whyRow(row, why, width, text) : nothing}`;
        })}
      </tbody>
    </table>
  </div>`;
}
