import { html, nothing, svg, type SVGTemplateResult, type TemplateResult } from 'lit';
import type { ActivityDefinition, ActivityModel, Relationship } from '../../../model/model.js';
import { fill } from '../../shared/messages.js';
import { hopsOf, infoOf, type WizardActions, type WizardModel } from '../wizard-view.js';
import { waits } from '../first-frame.js';
import { cutText } from './cut-text.js';
import {
  HEAD_HEIGHT,
  planPicture,
  ROW_HEIGHT,
  TABLE_WIDTH,
  type PictureLine,
  type PictureTable,
} from './picture-plan.js';
import type { Point } from './route-lines.js';

/** Widths of texts, in the units of {@link cutText}. */
const TABLE_UNITS = 21;
const COLUMN_UNITS = 19;
const LINE_UNITS = 21;
/** Radius of the corners of lines. */
const CORNER = 6;

/**
 * Tables and keys of these definitions as a drawing, and as a list for those who do not see it. The colours of the
 * drawing are attributes as well, so that it looks right outside the page.
 */
export function pictureView(
  activities: readonly ActivityDefinition[],
  model: WizardModel,
  { savePicture }: WizardActions,
): TemplateResult {
  const { strings } = model;
  const relationships = [
    ...new Set(activities.flatMap(({ paths }) => paths.flatMap((names) => hopsOf(model.model, names)))),
  ];
  const starts = activities.flatMap(({ table }) => (table === '' ? [] : table));
  const keyOf = (table: string): string => keyIn(model.model, activities, table);
  const { tables, lines, width, height } = planPicture(starts, relationships, keyOf);
  const save = (event: Event): void => {
    const drawing = (event.currentTarget as Element).closest('figure')?.querySelector('svg');
    if (drawing) savePicture(drawing);
  };
  return html`<figure class="picture" part="picture">
    <figcaption class="picture-head">
      <span class="label">${strings.picture}</span>
      <button class="text-button" type="button" @click=${save}>${strings.savePicture}</button>
    </figcaption>
    <div class="scroller" role="region" tabindex="0" aria-label=${strings.picture}>
      <svg
        class="drawing"
        width=${width}
        height=${height}
        viewBox="0 0 ${width} ${height}"
        direction="ltr"
        font-family="system-ui, sans-serif"
        font-size="13"
        aria-hidden="true"
      >
        <title>${strings.picture}</title>
        ${
          waits(tables, model.isFirstFrame)
            ? nothing
            : [
                lines.map(lineView),
                tables.map((table) => tableView(table, keyOf(table.name), model)),
                lines.map(lineName),
              ]
        }
      </svg>
      <ul class="visually-hidden">
        ${relationships.map((known) => html`<li>${sentence(known, model)}</li>`)}
      </ul>
    </div>
  </figure>`;
}

function sentence({ name, from, to }: Relationship, model: WizardModel): string {
  const end = ({ table, column }: Relationship['from']): string => `${infoOf(model, table).table}.${column}`;
  return fill(model.strings.pictureLine, { name, from: end(from), to: end(to) });
}

/** The key by which the rows of a table are known: the one chosen here, else that of customers, contacts or the import. */
function keyIn(
  { customers, contacts, tables }: ActivityModel,
  activities: readonly ActivityDefinition[],
  name: string,
): string {
  const known = [activities, customers.tables, contacts].flatMap(
    (list: readonly { table: string; primaryKey: string }[]) => list.filter(({ table }) => table === name),
  );
  return known[0]?.primaryKey ?? tables.find((table) => table.name === name)?.primaryKey ?? '';
}

function tableView(
  { name, columns, x, y, height }: PictureTable,
  key: string,
  model: WizardModel,
): SVGTemplateResult {
  const { table, source } = infoOf(model, name);
  return svg`<g transform="translate(${x} ${y})">
    <title>${table} : ${source}</title>
    <rect class="picture-box" width=${TABLE_WIDTH} height=${height} rx="6" fill="#ffffff" stroke="#c8c6c4" />
    <text class="picture-text" x="12" y="19" font-weight="600" fill="#333231">${cutText(table, TABLE_UNITS)}</text>
    <text class="picture-note" x="12" y="35" font-size="12" fill="#605e5c">${cutText(source, TABLE_UNITS)}</text>
    ${columns.map((column, place) => columnView(column, column === key, HEAD_HEIGHT + place * ROW_HEIGHT, model))}
  </g>`;
}

function columnView(column: string, isKey: boolean, y: number, { strings }: WizardModel): SVGTemplateResult {
  return svg`<g transform="translate(0 ${y})">
    <title>${isKey ? `${column}: ${strings.primaryKey}` : column}</title>
    <path class="picture-rule" d="M0 0h${TABLE_WIDTH}" stroke="#e1dfdd" />
    ${isKey ? keyGlyph : ''}
    <text class="picture-text" x="32" y="18" fill="#333231">${cutText(column, COLUMN_UNITS)}</text>
  </g>`;
}

const keyGlyph = svg`<path
  class="picture-key" d="M14 13a3 3 0 1 0 6 0a3 3 0 1 0 -6 0M20 13h6M24 13v3" fill="none" stroke="#8a5a00"
  stroke-width="1.5" />`;

function lineView({ points, to }: PictureLine): SVGTemplateResult {
  return svg`<path
    class="picture-line" d=${roundedPath(points)}
    fill="none" stroke="#2266e3" stroke-width="1.5" /><path
    class="picture-tip" d="M${to.x - 8} ${to.y - 5}L${to.x} ${to.y}L${to.x - 8} ${to.y + 5}z" fill="#2266e3" />`;
}

/** A line through these points with its corners rounded. */
function roundedPath(points: readonly Point[]): string {
  const corners = points.slice(1, -1).map((corner, i) => {
    const [before, after] = [points[i], points[i + 2]];
    const { x, y } = corner;
    const near = (other: Point): string => {
      const length = Math.abs(other.x - x) + Math.abs(other.y - y);
      const share = length === 0 ? 0 : Math.min(CORNER, length / 2) / length;
      return `${x + (other.x - x) * share} ${y + (other.y - y) * share}`;
    };
    return `L${near(before)}Q${x} ${y} ${near(after)}`;
  });
  const [first, last] = [points[0], points[points.length - 1]];
  return `M${first.x} ${first.y}${corners.join('')}L${last.x - 6} ${last.y}`;
}

function lineName({ relationship: { name }, from, turn }: PictureLine): SVGTemplateResult {
  return svg`<text
    class="picture-note picture-name" stroke="#ffffff" stroke-width="4" paint-order="stroke" x=${from.x + 6} y=${from.y - 6 - turn * 14} font-size="12" fill="#605e5c"
    >${cutText(name, LINE_UNITS)}<title>${name}</title></text>`;
}
