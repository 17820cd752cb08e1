import type { Relationship } from '../../../model/model.js';
import { routeLines, type Point } from './route-lines.js';

/** A table of the picture, with those of its columns that relationships need. */
export interface PictureTable {
  readonly name: string;
  readonly columns: readonly string[];
  /** Column of the picture, and place in it from the top. */
  readonly rank: number;
  readonly place: number;
  readonly x: number;
  readonly y: number;
  readonly height: number;
}

/** A relationship as a line from one column to another. */
export interface PictureLine {
  readonly relationship: Relationship;
  readonly from: Point;
  readonly to: Point;
  /** Its corners, the ends included; it runs at right angles and behind no table. */
  readonly points: readonly Point[];
  /** Lines that begin at the same point, counted: their names stand above each other. */
  readonly turn: number;
}

/** Where everything stands, in pixels. */
export interface PicturePlan {
  readonly tables: readonly PictureTable[];
  readonly lines: readonly PictureLine[];
  readonly width: number;
  readonly height: number;
}

export const TABLE_WIDTH = 172;
export const HEAD_HEIGHT = 44;
export const ROW_HEIGHT = 26;
const GAP_ACROSS = 144;
const GAP_DOWN = 20;
const MARGIN = 8;
/** Where lines lead back to the left there is room for them at the sides. */
const SIDE = 64;

/**
 * Places tables in columns from activities to customers: each table behind all that lead to it, the last ones of a path
 * in the last column.
 *
 * @param starts Tables whose rows become activities; shown without a relationship too.
 * @param keyOf Primary key of a table, empty when it has none.
 */
export function planPicture(
  starts: readonly string[],
  relationships: readonly Relationship[],
  keyOf: (table: string) => string,
): PicturePlan {
  const names = [...new Set([...starts, ...relationships.flatMap(({ from, to }) => [from.table, to.table])])];
  const ranks = rankTables(names, relationships);
  const ordered = [...new Set(ranks.values())].sort((one, other) => one - other);
  const columnOf = (name: string): number => ordered.indexOf(ranks.get(name) ?? 0);
  const left = relationships.some(({ to }) => columnOf(to.table) === 0) ? SIDE : MARGIN;
  const right = relationships.some(({ from }) => columnOf(from.table) === ordered.length - 1) ? SIDE : MARGIN;
  const columns = ordered.map((rank, across) => {
    let y = MARGIN;
    return orderBy(names, ranks, rank, relationships).map((name, place): PictureTable => {
      const keys = new Set([keyOf(name), ...relationships.flatMap((known) => columnsAt(known, name))]);
      keys.delete('');
      const height = HEAD_HEIGHT + keys.size * ROW_HEIGHT;
      const x = left + across * (TABLE_WIDTH + GAP_ACROSS);
      const table = { name, columns: [...keys], rank: across, place, x, y, height };
      y += height + GAP_DOWN;
      return table;
    });
  });
  const height = Math.max(0, ...columns.map(heightOf));
  // A short column stands at the middle of a long one, which keeps lines short.
  const tables = columns.flatMap((column) =>
    column.map((table) => ({ ...table, y: table.y + Math.floor((height - heightOf(column)) / 2) })),
  );
  const byName = new Map(tables.map((table) => [table.name, table]));
  const turns = new Map<string, number>();
  const ends = relationships.flatMap((relationship) => {
    const [start, end] = [byName.get(relationship.from.table), byName.get(relationship.to.table)];
    if (!start || !end) return [];
    const begin = JSON.stringify(relationship.from);
    const turn = turns.get(begin) ?? 0;
    turns.set(begin, turn + 1);
    const from = { x: start.x + TABLE_WIDTH, y: middleOf(start, relationship.from.column) };
    const to = { x: end.x, y: middleOf(end, relationship.to.column) };
    return [{ relationship, from, to, turn, start: start.rank, end: end.rank }];
  });
  const routes = routeLines(ends, tables, height);
  const lines = ends.map(({ relationship, from, to, turn }, i): PictureLine => ({
    relationship,
    from,
    to,
    turn,
    points: routes[i],
  }));
  const lowest = Math.max(height, ...routes.flat().map(({ y }) => y));
  return {
    tables,
    lines,
    width: left + right + columns.length * TABLE_WIDTH + Math.max(0, columns.length - 1) * GAP_ACROSS,
    height: lowest + MARGIN,
  };
}

const heightOf = (column: readonly PictureTable[]): number => {
  const last = column.at(-1);
  return last ? last.y + last.height : 0;
};

const columnsAt = ({ from, to }: Relationship, table: string): string[] =>
  [from, to].filter((end) => end.table === table).map(({ column }) => column);

const middleOf = ({ y, columns }: PictureTable, column: string): number =>
  y + HEAD_HEIGHT + (columns.indexOf(column) + 0.5) * ROW_HEIGHT;

/** Each table one behind the last of those that lead to it. In a circle nothing is behind: it ends after all tables. */
function rankTables(names: readonly string[], relationships: readonly Relationship[]): Map<string, number> {
  const ranks = new Map(names.map((name) => [name, 0]));
  for (let round = 0; round < names.length; round++) {
    for (const { from, to } of relationships) {
      const behind = Math.min((ranks.get(from.table) ?? 0) + 1, names.length);
      if (from.table !== to.table && behind > (ranks.get(to.table) ?? 0)) ranks.set(to.table, behind);
    }
  }
  const last = Math.max(0, ...ranks.values());
  const isPassed = new Set(relationships.map(({ from }) => from.table));
  const isReached = new Set(relationships.map(({ to }) => to.table));
  for (const name of names) if (isReached.has(name) && !isPassed.has(name)) ranks.set(name, last);
  return ranks;
}

/** The tables of a column, those that are led to from further up first, so that few lines cross. */
function orderBy(
  names: readonly string[],
  ranks: ReadonlyMap<string, number>,
  rank: number,
  relationships: readonly Relationship[],
): string[] {
  const weight = (name: string): number => {
    const leads = relationships.flatMap(({ from, to }) =>
      to.table === name ? names.indexOf(from.table) : [],
    );
    return leads.length === 0
      ? names.indexOf(name)
      : leads.reduce((sum, place) => sum + place, 0) / leads.length;
  };
  return names.filter((name) => ranks.get(name) === rank).sort((one, other) => weight(one) - weight(other));
}
