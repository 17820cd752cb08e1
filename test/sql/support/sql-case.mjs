// The oracle's generated models, varied in what SQL has to do beyond them: rows that rules join, and AlternateKey as a table.
import fc from 'fast-check';
import { generatedCase } from '../../oracle/support/generated-case.mjs';

const condition = (column, normalize = []) => ({ column, normalize });

const deduplications = {
  none: { rules: [] },
  // By the conditions of the match rules.
  byMatchRules: undefined,
  // Rows are joined over rows in common, of one rule and the other and by key.
  twoRules: {
    rules: [
      { name: 'Mail', conditions: [condition('email', ['lowercase', 'whitespace'])] },
      { name: 'Name', conditions: [condition('name')] },
    ],
    winner: { by: 'most-filled' },
  },
};

/** A customer table whose rules for rows of one record have no exceptions: SQL refuses those. */
export function withoutExceptions({ deduplication, ...table }) {
  if (!deduplication) return table;
  const rules = deduplication.rules.map(({ exceptions: _, ...rule }) => rule);
  return { ...table, deduplication: { ...deduplication, rules } };
}

/** Adds `isGiven`: whether the SQL is given AlternateKey instead of unifying customers itself. */
export const sqlCase = fc
  .record({
    generated: generatedCase,
    deduplication: fc.constantFrom(...Object.keys(deduplications)),
    mail: fc.constantFrom({}, {}, { alias: { 'A@x.org': 'b@x.org' }, bypass: ['c@x.org'] }),
    isGiven: fc.constantFrom(false, false, true),
  })
  .map(({ generated, deduplication, mail, isGiven }) => {
    const { model } = generated;
    const [people, accounts] = model.customers.tables;
    const rules = model.customers.rules.map((rule) => ({
      ...rule,
      conditions: rule.conditions.map((other) => ({ ...other, ...mail })),
    }));
    const withRules = (table) => {
      const { deduplication: _, ...rest } = table;
      const found = deduplications[deduplication];
      return found === undefined ? rest : { ...rest, deduplication: found };
    };
    return {
      ...generated,
      isGiven,
      model: {
        ...model,
        customers: {
          ...model.customers,
          rules,
          tables: [
            withRules(people),
            deduplication === 'byMatchRules'
              ? withRules(accounts)
              : isGiven
                ? accounts
                : withoutExceptions(accounts),
          ],
        },
      },
    };
  });
