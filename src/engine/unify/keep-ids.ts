import { formatId } from '../../model/ids.js';
import { compareBytes } from '../store/byte-list.js';
import type { FormerIds } from './former-ids.js';
import { placeOf } from './former-ids.js';

/** The customers before, as far as ids go. */
export interface FormerCustomers {
  /** In order, 16 bytes each. */
  ids: Uint8Array;
  formerIds: FormerIds;
  /** For each source key that was and is there: its customer now and its former one. */
  shared: { now: Int32Array; before: Int32Array };
}

/** Ids by customer, and the former ids of those that have some. */
export interface KeptIds {
  ids: Uint8Array<ArrayBuffer>[];
  formerIds: Map<number, string[]>;
}

/** Shared source keys of a customer with a former one. */
interface Overlap {
  now: number;
  before: number;
  keys: number;
}

/**
 * Gives customers their ids (D 61, 67). One keeps the former id with which it shares the most source keys (tie: the
 * smaller id; of equal claims on one id, that of whose own id it is, else of the smaller own id), each former id going to
 * one only. Others get their own id, made from their highest-ranked row; `another` makes further ones for a customer
 * whose own id belonged to somebody else.
 */
export function keepIds(
  own: readonly Uint8Array<ArrayBuffer>[],
  another: (customer: number, attempt: number) => Uint8Array<ArrayBuffer>,
  former: FormerCustomers | null,
): KeptIds {
  if (former === null) return { ids: [...own], formerIds: new Map() };
  const overlaps = countShared(former);
  const keptBy = new Int32Array(former.ids.length / 16).fill(-1);
  const keeps = new Int32Array(own.length).fill(-1);
  const idOf = (before: number): Uint8Array => former.ids.subarray(before * 16, before * 16 + 16);
  const isOwn = ({ now, before }: Overlap): boolean =>
    compareBytes(own[now], 0, 16, idOf(before), 0, 16) === 0;
  for (const overlap of byClaim(overlaps, former.ids.length / 16, own, isOwn)) {
    if (keptBy[overlap.before] >= 0 || keeps[overlap.now] >= 0) continue;
    keptBy[overlap.before] = overlap.now;
    keeps[overlap.now] = overlap.before;
  }
  const ids = own.map((id, now) => {
    if (keeps[now] >= 0) return idOf(keeps[now]).slice();
    let free = id;
    for (let attempt = 2; placeOf(former.ids, free) >= 0; attempt++) free = another(now, attempt);
    return free;
  });
  return { ids, formerIds: inherit(former, overlaps, ids, keptBy, keeps) };
}

function countShared({ ids, shared: { now, before } }: FormerCustomers): Overlap[] {
  const width = Math.max(1, ids.length / 16);
  const pairs = Float64Array.from(now, (customer, i) => customer * width + before[i]).sort();
  const overlaps: Overlap[] = [];
  for (let i = 0; i < pairs.length;) {
    let end = i + 1;
    while (end < pairs.length && pairs[end] === pairs[i]) end++;
    overlaps.push({ now: Math.floor(pairs[i] / width), before: pairs[i] % width, keys: end - i });
    i = end;
  }
  return overlaps;
}

/** The strongest claims first. Those that nobody contests, nearly all, are not sorted. */
function byClaim(
  overlaps: readonly Overlap[],
  formerCount: number,
  own: readonly Uint8Array[],
  isOwn: (overlap: Overlap) => boolean,
): Overlap[] {
  const ofNow = new Uint32Array(own.length);
  const ofBefore = new Uint32Array(formerCount);
  for (const { now, before } of overlaps) {
    ofNow[now]++;
    ofBefore[before]++;
  }
  const isContested = ({ now, before }: Overlap): boolean => ofNow[now] > 1 || ofBefore[before] > 1;
  const contested = overlaps
    .filter(isContested)
    .sort(
      (a, b) =>
        b.keys - a.keys ||
        a.before - b.before ||
        Number(isOwn(b)) - Number(isOwn(a)) ||
        compareBytes(own[a.now], 0, 16, own[b.now], 0, 16),
    );
  return [...overlaps.filter((overlap) => !isContested(overlap)), ...contested];
}

/**
 * Former ids (§ 2.3): a customer keeps those it had; of one that is gone it takes over the id and its former ones when it
 * shares the most keys with it; and one that was split off names whom it was split from.
 */
function inherit(
  former: FormerCustomers,
  overlaps: readonly Overlap[],
  ids: readonly Uint8Array[],
  keptBy: Int32Array,
  keeps: Int32Array,
): Map<number, string[]> {
  const lists = new Map<number, Set<string>>();
  const add = (now: number, added: readonly string[]): void => {
    if (added.length === 0) return;
    const list = lists.get(now) ?? new Set();
    for (const id of added) list.add(id);
    lists.set(now, list);
  };
  const textOf = (before: number): string => formatId(former.ids.subarray(before * 16, before * 16 + 16));
  const heirs = new Map<number, Overlap>();
  for (const overlap of overlaps) {
    const { now, before, keys } = overlap;
    if (keptBy[before] === now) continue;
    if (keptBy[before] >= 0) {
      if (keeps[now] < 0) add(now, [textOf(before)]);
      continue;
    }
    const heir = heirs.get(before);
    const isNearer =
      heir === undefined ||
      keys > heir.keys ||
      (keys === heir.keys && compareBytes(ids[now], 0, 16, ids[heir.now], 0, 16) < 0);
    if (isNearer) heirs.set(before, overlap);
  }
  for (const [before, { now }] of heirs) add(now, [textOf(before), ...(former.formerIds.get(before) ?? [])]);
  for (const [before, list] of former.formerIds) if (keptBy[before] >= 0) add(keptBy[before], list);
  if (lists.size === 0) return new Map();
  // An id that somebody bears again leads there, and nowhere else.
  const reborn = new Set(ids.filter((_, now) => keeps[now] < 0).map(formatId));
  return new Map(
    [...lists]
      .map(([now, list]): [number, string[]] => {
        const own = formatId(ids[now]);
        return [now, [...list].filter((id) => id !== own && !reborn.has(id)).sort()];
      })
      .filter(([, list]) => list.length > 0),
  );
}
