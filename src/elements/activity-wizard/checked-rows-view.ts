import { html, nothing, type TemplateResult } from 'lit';
import type { RowCheck } from '../../model/tables.js';
import { dialogView } from '../shared/dialog-view.js';
import { numberFormat } from '../shared/formatters.js';
import { fill } from '../shared/messages.js';
import type { CheckedRowsReader } from './checked-rows.js';
import { infoOf, type WizardModel } from './wizard-view.js';

/** The pane with the rows behind a figure: the column that the check looks at comes first. */
export function checkedRowsView(
  title: string,
  check: RowCheck,
  { rows, error }: CheckedRowsReader,
  model: WizardModel,
  close: () => void,
): TemplateResult {
  const { strings, locale } = model;
  const { format } = numberFormat(locale);
  const [table, first] =
    check.kind === 'orphan'
      ? [check.hops[0]?.from.table ?? '', check.hops[0]?.from.column ?? '']
      : [check.table, check.column];
  const names = infoOf(model, table).columns.map(({ name }) => name);
  const columns = [first, ...names.filter((name) => name !== first)];
  const hops = check.kind === 'orphan' && check.hops.length > 1 ? check.hops : [];
  const hopText = (hop: number | undefined): string => {
    const from = hops[(hop ?? 1) - 1]?.from;
    return from ? `${infoOf(model, from.table).table}.${from.column}` : '';
  };
  return dialogView({
    shape: 'pane',
    title: infoOf(model, table).table,
    close: strings.close,
    onClose: close,
    content: html`<p>${title}</p>
      ${error ? html`<p class="fault" role="alert">${error.message}</p>` : nothing}
      <p class="hint" role="status">
        ${
          rows
            ? fill(strings.rowsShown, { count: format(rows.rows.length), total: format(rows.total) })
            : error
              ? nothing
              : `${strings.rowsLoading} …`
        }
      </p>
      ${
        rows && rows.rows.length > 0
          ? html`<div class="checked" role="region" aria-label=${title} tabindex="0">
              <table>
                <thead>
                  <tr>
                    <th scope="col">${strings.rowLine}</th>
                    ${hops.length > 0 ? html`<th scope="col">${strings.rowHop}</th>` : nothing}
                    ${columns.map((name) => html`<th scope="col">${name}</th>`)}
                  </tr>
                </thead>
                <tbody>
                  ${rows.rows.map(
                    ({ line, values, hop }) =>
                      html`<tr>
                        <th scope="row">${format(line)}</th>
                        ${hops.length > 0 ? html`<td>${hopText(hop)}</td>` : nothing}
                        ${columns.map((name) => html`<td>${values[name] ?? ''}</td>`)}
                      </tr>`,
                  )}
                </tbody>
              </table>
            </div>`
          : nothing
      }`,
    footer: html`<button class="solid-button" type="button" @click=${close}>${strings.close}</button>`,
  });
}
