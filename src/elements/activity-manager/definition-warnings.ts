import type { DefinitionReport, SetAsideReason } from '../../model/reports.js';
import { numberFormat } from '../shared/formatters.js';
import { fill, plural, type PluralForms } from '../shared/messages.js';
import type { ManagerStrings } from './manager-strings.js';

/** What a run says of the rows of a definition that a person may want to mend, a sentence each. */
export function definitionWarnings(
  definition: DefinitionReport,
  strings: ManagerStrings,
  locale: string,
): string[] {
  const write = (
    forms: PluralForms,
    count: number,
    values: Readonly<Record<string, string>> = {},
  ): string[] =>
    count > 0
      ? [fill(plural(forms, count, locale), { count: numberFormat(locale).format(count), ...values })]
      : [];
  const setAside = (reason: SetAsideReason): number =>
    definition.setAside.find((known) => known.reason === reason)?.count ?? 0;
  return [
    ...write(strings.warnKeyEmpty, setAside('key-empty')),
    ...write(strings.warnKeyDuplicate, setAside('key-duplicate')),
    ...write(strings.warnUndated, definition.undated),
    ...definition.orphanedByHop.flatMap((count, hop) =>
      write(strings.warnOrphans, count, { hop: numberFormat(locale).format(hop + 1) }),
    ),
    ...write(strings.warnConflicts, definition.conflicting),
    ...definition.keys.flatMap(({ table, column, notUnique }) =>
      write(strings.warnNotUnique, notUnique.count, { table, column }),
    ),
    ...(definition.dateOrderAssumed ? [strings.warnDateOrder] : []),
  ];
}
