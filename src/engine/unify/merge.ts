import type { ByteList } from '../store/byte-list.js';
import type { LoadedColumn } from '../store/column-chunk.js';
import type { Job } from './job.js';
import { rankRows } from './row-rank.js';
import type { FieldPlan } from './unified-fields.js';

/** A source of a field: column and rank of a row, the highest of which wins. */
interface LoadedSource {
  table: number;
  column: LoadedColumn;
  rank: ((row: number) => number) | null;
}

/** Fields whose values come from the same source: those of a group, or one alone. */
interface FieldGroup {
  fields: number[];
  /** By source, then by field of the group. */
  sources: LoadedSource[][];
}

/**
 * Chooses the values of a customer (§ 9.5): of the sources with a value in the winner's row, the most important one,
 * or the one with the most or the least recent date. The fields of a group come from one source together.
 */
export class Merge {
  readonly #groups: readonly FieldGroup[];
  readonly #winners: readonly Int32Array[];

  constructor(groups: readonly FieldGroup[], winners: readonly Int32Array[]) {
    this.#groups = groups;
    this.#winners = winners;
  }

  /** `winners` holds for each table the winner's row of each customer, -1 for none. */
  static async load(job: Job, plans: readonly FieldPlan[], winners: readonly Int32Array[]): Promise<Merge> {
    const groups: FieldGroup[] = [];
    for (const members of grouped(plans)) {
      const [first] = members;
      const sources: LoadedSource[][] = [];
      for (const i of plans[first].sources.keys()) {
        sources.push(
          await Promise.all(members.map((field) => loadSource(job, plans[field], i, plans[first]))),
        );
      }
      groups.push({ fields: members, sources });
    }
    return new Merge(groups, winners);
  }

  /** Appends a customer's value to each field. */
  push(fields: readonly ByteList[], customer: number): void {
    for (const group of this.#groups) {
      const sources = this.#choose(group, customer);
      group.fields.forEach((field, i) => {
        const row = sources === null ? -1 : this.#winners[sources[i].table][customer];
        if (sources === null || row < 0) {
          fields[field].pushText('');
          return;
        }
        const { codes, values } = sources[i].column;
        const item = codes === null ? row : codes[row];
        fields[field].push(values.bytes, values.offsets[item], values.offsets[item + 1]);
      });
    }
  }

  #choose({ sources }: FieldGroup, customer: number): LoadedSource[] | null {
    let best: LoadedSource[] | null = null;
    let bestRank = 0;
    for (const candidates of sources) {
      const isFilled = candidates.some(({ table, column: { codes, values } }) => {
        const row = this.#winners[table][customer];
        return row >= 0 && !values.isEmpty(codes === null ? row : codes[row]);
      });
      if (!isFilled) continue;
      const [{ rank, table }] = candidates;
      if (rank === null) return candidates;
      const found = rank(this.#winners[table][customer]);
      if (best !== null && found <= bestRank) continue;
      best = candidates;
      bestRank = found;
    }
    return best;
  }
}

async function loadSource(
  job: Job,
  plan: FieldPlan,
  position: number,
  leader: FieldPlan,
): Promise<LoadedSource> {
  const { table, column } = plan.sources[position];
  const { table: name } = job.model.customers.tables[table];
  const { merge = 'importance' } = leader;
  const { by } = leader.sources[position];
  return {
    table,
    column: await job.sources.load(name, column),
    rank: merge === 'importance' || by === undefined ? null : await rankRows(job, name, by, merge),
  };
}

function grouped(plans: readonly FieldPlan[]): number[][] {
  const groups = new Map<string, number[]>();
  plans.forEach(({ group }, field) => {
    const key = group === undefined ? `field ${field}` : `group ${group}`;
    groups.set(key, [...(groups.get(key) ?? []), field]);
  });
  return [...groups.values()];
}
