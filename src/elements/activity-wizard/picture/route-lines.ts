/** A place of the picture, in pixels. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

/** A table in the way of lines; `rank` is its column of the picture, counted from the left. */
export interface Obstacle {
  readonly rank: number;
  readonly y: number;
  readonly height: number;
}

/** A line that leaves the right side of a table and arrives at the left side of another, or of the same one. */
export interface LineEnds {
  readonly from: Point;
  readonly to: Point;
  /** Columns of the picture of both tables. */
  readonly start: number;
  readonly end: number;
}

/** Room between a line that passes a table and this table. */
const CLEARANCE = 6;
/** Room between lines that run beside each other. */
const APART = 8;
/** Places of lines down a gap lie within so much of each of its sides. */
const TRACKS = 32;
const BEFORE_TRACKS = 12;
/** An arrow stands between them and the table. */
const BEHIND_TRACKS = 16;

/** A line that passes tables, on its way across. */
interface Passage {
  readonly line: LineEnds;
  readonly y: number;
  readonly columns: readonly [number, number];
}

/**
 * Leads lines at right angles: down in the gaps between the columns of tables, and across at a height at which no table
 * stands in the way, below all of them at the worst. Lines that leave or reach the same place share the way there.
 *
 * @param bottom Where the lowest table ends.
 */
export function routeLines(
  lines: readonly LineEnds[],
  tables: readonly Obstacle[],
  bottom: number,
): Point[][] {
  const leaving = tracksOf(
    lines.filter(passes),
    ({ start }) => start,
    ({ from }) => from,
  );
  const arriving = tracksOf(
    lines,
    ({ end }) => end,
    ({ to }) => to,
  );
  const passages: Passage[] = [];
  return lines.map((line) => {
    const { from, to } = line;
    const turnIn = to.x - BEHIND_TRACKS - arriving(line);
    if (!passes(line)) return [from, { x: turnIn, y: from.y }, { x: turnIn, y: to.y }, to];
    const turnOut = from.x + BEFORE_TRACKS + leaving(line);
    const y = passageOf(line, tables, passages, bottom);
    passages.push({ line, y, columns: passed(line) });
    return [from, { x: turnOut, y: from.y }, { x: turnOut, y }, { x: turnIn, y }, { x: turnIn, y: to.y }, to];
  });
}

/** True for a line that cannot stay in the gap where it begins. */
const passes = ({ start, end }: LineEnds): boolean => end !== start + 1;

/** The first and last column that a line passes: back to the left those of its tables too. */
const passed = ({ start, end }: LineEnds): readonly [number, number] =>
  end > start ? [start + 1, end - 1] : [end, start];

const isSame = (one: Point, other: Point): boolean => one.x === other.x && one.y === other.y;

/** How far from the side of its gap each line runs, one place for all lines of a point. */
function tracksOf(
  lines: readonly LineEnds[],
  gapOf: (line: LineEnds) => number,
  pointOf: (line: LineEnds) => Point,
): (line: LineEnds) => number {
  const points = new Map<number, Point[]>();
  for (const line of lines) {
    const known = points.get(gapOf(line)) ?? [];
    if (!known.some((point) => isSame(point, pointOf(line)))) known.push(pointOf(line));
    points.set(gapOf(line), known);
  }
  return (line) => {
    const known = points.get(gapOf(line)) ?? [];
    const place = known.findIndex((point) => isSame(point, pointOf(line)));
    return place * Math.min(APART, TRACKS / known.length);
  };
}

/** The height at which a line passes tables: the one with the shortest way that is free. */
function passageOf(
  line: LineEnds,
  tables: readonly Obstacle[],
  passages: readonly Passage[],
  bottom: number,
): number {
  const { from, to } = line;
  const [first, last] = passed(line);
  const inTheWay = tables.filter(({ rank }) => rank >= first && rank <= last);
  const isFree = (y: number): boolean =>
    y >= CLEARANCE &&
    inTheWay.every((table) => y <= table.y - CLEARANCE || y >= table.y + table.height + CLEARANCE) &&
    passages.every(
      (other) =>
        Math.abs(other.y - y) >= APART ||
        other.columns[1] < first ||
        other.columns[0] > last ||
        isSame(other.line.from, from) ||
        isSame(other.line.to, to),
    );
  const edges = inTheWay.flatMap(({ y, height }) => [y - CLEARANCE, y + height + CLEARANCE]);
  const length = (y: number): number => Math.abs(y - from.y) + Math.abs(y - to.y);
  const [best] = [from.y, to.y, ...edges].filter(isFree).sort((one, other) => length(one) - length(other));
  if (best !== undefined) return best;
  let y = bottom + APART;
  while (!isFree(y)) y += APART;
  return y;
}
