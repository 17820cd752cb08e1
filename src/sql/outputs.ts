import { UNIFIED_ACTIVITY_COLUMNS } from '../model/output/activity-rows.js';
import { displayTypeName } from '../model/semantic-types.js';
import type { DefinitionStep } from './activities.js';
import type { Scope } from './scope.js';

/** The activities of all definitions in one query; null where there are none. */
export function unifiedActivity(scope: Scope, definitions: readonly DefinitionStep[]): string | null {
  const shown = definitions.filter(
    ({ definition }) => scope.options.includeHidden === true || definition.showInTimeline,
  );
  return shown.length === 0 ? null : shown.map((step) => activitiesOf(scope, step)).join('\nunion all\n');
}

function activitiesOf(scope: Scope, { definition, step, attributes }: DefinitionStep): string {
  const { dialect } = scope;
  const id = `md5(${scope.text(`${definition.table}|${definition.id}|`)} || r.source_key)`;
  const typeName = scope.text(displayTypeName(definition.type));
  const values: Record<(typeof UNIFIED_ACTIVITY_COLUMNS)[number], string> = {
    CustomerId: 'r.customer',
    ActivityId: id,
    SourceTableName: scope.text(definition.table),
    SourceActivityId: 'r.source_key',
    ActivityType: scope.text(definition.type),
    ActivityTimeStamp: 'r.stamp',
    Title: `case when r.title = '' then ${typeName} else r.title end`,
    Description: 'r.detail',
    URL: 'r.url',
    SemanticData: semanticData(scope, attributes),
    RangeIndex: `cast(r.ms as ${dialect.types.text})`,
    UnifiedActivityId: id,
    ActivityTypeDisplay: typeName,
    ContactId: 'r.contact',
  };
  return [
    `select`,
    UNIFIED_ACTIVITY_COLUMNS.map((column) => `  ${values[column]} as ${dialect.name(column)}`).join(',\n'),
    `from ${step} r`,
    `where r.fate in ('written', 'no-valid-date')`,
  ].join('\n');
}

/** A JSON object of the attributes that have a value (D 2). */
function semanticData(scope: Scope, attributes: DefinitionStep['attributes']): string {
  if (attributes.length === 0) return `'{}'`;
  const members = attributes.map(
    ([key, column]) =>
      `case when r.${column} <> '' then ${scope.text(`${JSON.stringify(key)}:`)} || ${scope.json(`r.${column}`)} end`,
  );
  return `'{' || concat_ws(',',\n      ${members.join(',\n      ')}) || '}'`;
}

/** Writes UnifiedActivity anew, or only what is new in it. */
export function writeActivities(scope: Scope, definitions: readonly DefinitionStep[]): void {
  const { dialect, script, options } = scope;
  const name = scope.outputName('UnifiedActivity');
  const query = unifiedActivity(scope, definitions) ?? noActivities(scope);
  const order = [
    `Newest first on a timeline: order by cast(RangeIndex as bigint) desc, ActivityType, SourceTableName, SourceActivityId`,
    `(texts by their bytes); rows without a RangeIndex have no valid date and are not shown.`,
  ].join('\n');
  if (options.write !== 'merge') {
    script.add(`All activities of all customers\n${order}`, ...dialect.output(name, query));
    return;
  }
  const step = 'at_unified_activity';
  scope.made.add(step);
  script.add('All activities as they should be', ...dialect.step(step, query));
  script.add('', dialect.ensure(name, `select * from ${step}`));
  script.add(
    `Only rows that came, went or became others are written (D 60)\n${order}`,
    mergeInto(scope, name, step),
  );
}

function mergeInto({ dialect }: Scope, target: string, step: string): string {
  const id = dialect.name('ActivityId');
  const others = UNIFIED_ACTIVITY_COLUMNS.filter((column) => column !== 'ActivityId').map((column) =>
    dialect.name(column),
  );
  const all = UNIFIED_ACTIVITY_COLUMNS.map((column) => dialect.name(column));
  return [
    `merge into ${target} t using ${step} s on t.${id} = s.${id}`,
    `when matched and (${others.map((column) => `t.${column} is distinct from s.${column}`).join('\n  or ')})`,
    `  then update set ${others.map((column) => `${column} = s.${column}`).join(', ')}`,
    `when not matched then insert (${all.join(', ')})`,
    `  values (${all.map((column) => `s.${column}`).join(', ')})`,
    `when not matched by source then delete`,
  ].join('\n');
}

function noActivities({ dialect }: Scope): string {
  const columns = UNIFIED_ACTIVITY_COLUMNS.map(
    (column) => `cast(null as ${dialect.types.text}) as ${dialect.name(column)}`,
  );
  return `select ${columns.join(', ')} where 1 = 0`;
}

/** Rows that did not become what they should, and why (D 50, 51, 57). */
export function writeSetAside(
  scope: Scope,
  definitions: readonly DefinitionStep[],
  more: readonly string[],
): void {
  const { dialect } = scope;
  const { text } = dialect.types;
  const as = (x: string, column: string): string => `${x} as ${dialect.name(column)}`;
  const parts = definitions.map(({ definition, step }) =>
    [
      `select ${[
        as(scope.text(definition.id), 'Definition'),
        as(scope.text(definition.table), 'Table'),
        as('r.line', 'Line'),
        as('r.fate', 'Reason'),
        as(`cast(r.failed_hop as ${text})`, 'Hop'),
        as('r.tried_key', 'TriedKey'),
        as('r.source_key', 'Key'),
      ].join(', ')}`,
      `from ${step} r`,
      `where r.fate <> 'written'`,
    ].join('\n'),
  );
  scope.script.add(
    'Rows that became no activity, or one without a date: orphans with the hop that failed, rejected rows',
    ...dialect.output(scope.outputName('SetAside'), [...parts, ...more].join('\nunion all\n')),
  );
}

/** One row for each definition: what became of its rows. Read = Shown + Hidden + Undated + Rejected + Orphaned. */
export function writeReport(scope: Scope, definitions: readonly DefinitionStep[]): void {
  const { dialect } = scope;
  const count = (condition: string): string => `count(case when ${condition} then 1 end)`;
  const parts = definitions.map(({ definition, step, isOrderAssumed }) => {
    const longest = Math.max(...definition.paths.map((path) => path.length));
    const hops = Array.from(
      { length: longest },
      (_, i) => `cast(${count(`r.failed_hop = ${i + 1}`)} as ${dialect.types.text})`,
    );
    const written = count(`r.fate = 'written'`);
    const columns: Record<string, string> = {
      Definition: scope.text(definition.id),
      Name: scope.text(definition.name),
      Table: scope.text(definition.table),
      Read: 'count(*)',
      Shown: definition.showInTimeline ? written : 'cast(0 as bigint)',
      Hidden: definition.showInTimeline ? 'cast(0 as bigint)' : written,
      Undated: count(`r.fate = 'no-valid-date'`),
      Rejected: count(`r.fate in ('key-empty', 'key-duplicate')`),
      Orphaned: count(`r.fate = 'orphan'`),
      OrphanedByHop: `'[' || concat_ws(',', ${hops.join(', ')}) || ']'`,
      Conflicting: count('r.is_conflicting'),
      DateOrderAssumed: String(isOrderAssumed),
    };
    const list = Object.entries(columns).map(([name, x]) => `  ${x} as ${dialect.name(name)}`);
    return `select\n${list.join(',\n')}\nfrom ${step} r`;
  });
  scope.script.add(
    'What became of the rows of each definition: Read = Shown + Hidden + Undated + Rejected + Orphaned',
    ...dialect.output(scope.outputName('RunReport'), parts.join('\nunion all\n')),
  );
}
