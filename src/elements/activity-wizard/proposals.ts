import type { ModelAdapter } from '../../model/model-adapter.js';
import type { ActivityDefinition, ActivityModel, ColumnType, Relationship } from '../../model/model.js';
import { nameKey } from '../../model/names.js';
import type { CallOptions } from '../../model/timeline-adapter.js';
import { OTHER_TYPE } from '../../model/semantic-types.js';
import type { ColumnInfo, Row, TableInfo } from '../../model/tables.js';
import { looksLikeKey } from './column-names.js';
import { proposeIcon } from './icon-words.js';
import { blankDefinition, freeName } from './wizard-draft.js';
import { proposePath } from './propose-path.js';
import { FEW } from './wizard-issues.js';

/** Why a value was proposed: a text of the strings, with its values. */
export interface Reason {
  readonly key: 'unique' | 'nearlyUnique' | 'dates' | 'named' | 'addresses' | 'keys' | 'known';
  readonly values: Readonly<Record<string, number | string>>;
}

/** What a reason belongs to: a field of a definition. */
export type ProposedField = 'primaryKey' | 'timestamp' | 'event' | 'detail' | 'url' | 'type' | 'paths';

/** A definition made of what its table looks like. */
export interface Proposal {
  readonly definition: ActivityDefinition;
  /** Relationships of its path that the model does not have yet. */
  readonly relationships: readonly Relationship[];
  readonly reasons: Readonly<Partial<Record<ProposedField, Reason>>>;
}

/** Columns whose values are counted: a table of 2,000 columns has its key among the first ones. */
const MAX_COUNTED = 8;
const SAMPLE_ROWS = 50;

const TYPES: readonly (readonly [RegExp, ActivityDefinition['type']])[] = [
  [/review|feedback|rating|survey/i, 'Feedback'],
  [/(order|sales|invoice)_?(line|item)/i, 'SalesOrderLine'],
  [/subscri/i, 'Subscription'],
  [/loyal|points|reward/i, 'Loyalty'],
  [/order|purchase|sale|bestell|auftr[aä]g|commande|pedido/i, 'SalesOrder'],
];
const TITLE =
  /summary|subject|title|headline|event|display|basket|betreff|titel|artikel|produkt|type|name|reason|topic|action|page/i;
const DETAIL =
  /detail|descri|text|note|comment|receipt|message|subject|outcome|body|reaction|beschreib|notiz/i;

export const isDate = (type: ColumnType): boolean =>
  type !== 'text' && type !== 'number' && type !== 'boolean';

/** Reads what it needs of a table and proposes its definition; `id` is the new definition's. */
export async function proposeDefinition(
  adapter: ModelAdapter,
  info: TableInfo,
  context: { readonly model: ActivityModel; readonly tables: readonly TableInfo[]; readonly id: string },
  options: CallOptions = {},
): Promise<Proposal> {
  const { model, id } = context;
  const rows = await adapter.sampleRows(info.name, SAMPLE_ROWS, options);
  const key = await proposeKey(adapter, info, options);
  const path = await proposePath(adapter, info, context, options);
  const taken = new Set([key?.column ?? '', path?.hops[0]?.from.column ?? '']);
  const timestamp = proposeTimestamp(info);
  const url = info.columns.find((column) => isAddress(column, rows))?.name;
  const texts = info.columns.filter(
    ({ name, type, empty }) =>
      type === 'text' && empty < info.rows && !taken.has(name) && name !== url && !looksLikeKey(name),
  );
  const event = byPattern(texts, TITLE) ?? texts[0]?.name ?? key?.column ?? info.columns[0]?.name ?? '';
  const detail = byPattern(
    texts.filter(({ name }) => name !== event),
    DETAIL,
  );
  const type = TYPES.find(([pattern]) => pattern.test(info.table))?.[1] ?? OTHER_TYPE;
  const icon = type === OTHER_TYPE ? proposeIcon(info.table) : undefined;
  const named = (column: string): Reason => ({ key: 'named', values: { column } });
  const definition: ActivityDefinition = {
    id,
    name: nameOf(info, model),
    table: info.name,
    type,
    primaryKey: key?.column ?? '',
    timestamp: timestamp?.name ?? '',
    event,
    ...(url !== undefined && { url }),
    ...(detail !== undefined && { detail }),
    ...(icon !== undefined && { icon }),
    showInTimeline: true,
    paths: path ? [path.hops.map(({ name }) => name)] : [],
  };
  return {
    definition,
    relationships: path?.hops ?? [],
    reasons: {
      ...(key && { primaryKey: key.reason }),
      ...(timestamp && {
        timestamp: { key: 'dates', values: { n: timestamp.dates?.readable ?? info.rows - timestamp.empty } },
      }),
      event: named(event),
      ...(detail !== undefined && { detail: named(detail) }),
      ...(url !== undefined && { url: { key: 'addresses', values: {} } }),
      ...(type !== OTHER_TYPE && { type: named(info.table) }),
      ...(path && { paths: path.reason }),
    },
  };
}

/** A definition of which only table and name are known. */
export function bareProposal(
  info: TableInfo,
  { model, id }: { readonly model: ActivityModel; readonly id: string },
): Proposal {
  return {
    definition: { ...blankDefinition(id), name: nameOf(info, model), table: info.name },
    relationships: [],
    reasons: {},
  };
}

/** The model with these definitions after its own (D 17), and with the relationships that it lacks for them. */
export function withProposals(model: ActivityModel, proposals: readonly Proposal[]): ActivityModel {
  const activities = [...model.activities, ...proposals.map(({ definition }) => definition)];
  const relationships = new Map(model.relationships.map((known) => [known.name, known]));
  for (const relationship of proposals.flatMap((proposal) => proposal.relationships)) {
    if (!relationships.has(relationship.name)) relationships.set(relationship.name, relationship);
  }
  return { ...model, activities, relationships: [...relationships.values()] };
}

const nameOf = ({ table }: TableInfo, { activities }: ActivityModel): string =>
  freeName(table, (name) => activities.some((known) => nameKey(known.name) === nameKey(name)));

/** The first column whose values are there and differ in every row; else the one that comes closest. */
async function proposeKey(
  adapter: ModelAdapter,
  { name: table, columns, primaryKey }: TableInfo,
  options: CallOptions,
): Promise<{ column: string; reason: Reason } | undefined> {
  const rank = ({ name }: ColumnInfo): number => (name === primaryKey ? 2 : Number(looksLikeKey(name)));
  const candidates = columns
    .filter(({ type }) => type === 'text' || type === 'number')
    .sort((one, other) => rank(other) - rank(one))
    .slice(0, MAX_COUNTED);
  let best: { column: string; distinct: number } | undefined;
  for (const { name } of candidates) {
    const { rows, distinct, empty } = await adapter.profileColumn(table, name, options);
    if (empty === 0 && distinct === rows)
      return { column: name, reason: { key: 'unique', values: { n: rows } } };
    if (distinct >= rows * (1 - FEW) && distinct > (best?.distinct ?? 0)) best = { column: name, distinct };
  }
  return best && { column: best.column, reason: { key: 'nearlyUnique', values: { n: best.distinct } } };
}

function proposeTimestamp({ columns, rows }: TableInfo): ColumnInfo | undefined {
  const misfit = ({ name, empty, dates }: ColumnInfo): number =>
    (empty + (dates?.unreadable ?? 0)) / Math.max(1, rows) +
    (/birth|start|end|due|expir|valid/i.test(name) ? 1 : 0);
  return columns.filter(({ type }) => isDate(type)).sort((one, other) => misfit(one) - misfit(other))[0];
}

function isAddress({ name, type }: ColumnInfo, rows: readonly Row[]): boolean {
  if (type !== 'text') return false;
  const values = rows.flatMap((row) => row[name] || []);
  return values.length > 0 && values.every((value) => /^https?:\/\/\S+$/i.test(value));
}

/** By the pattern's own order: the word that stands first in it is the best. */
function byPattern(columns: readonly ColumnInfo[], pattern: RegExp): string | undefined {
  for (const word of pattern.source.split('|')) {
    const found = columns.find(({ name }) => name.toLowerCase().includes(word));
    if (found) return found.name;
  }
  return undefined;
}
