import { expect } from 'chai';
import { validateModel } from '../../../src/model/validation.js';
import { expectIssue, issuesOf, type ExpectedIssue } from '../support/expect-issue.js';
import { peopleModel, profile, storedTables } from '../support/models.js';

function issue(code: ExpectedIssue['code'], text: string, path: string, activity = 'reviews'): ExpectedIssue {
  return { code, level: 'error', text, step: 'tables', activity, path };
}

describe('validation of the activity tables', () => {
  it('asks for a table when there is none', () => {
    expectIssue(
      { change: (model) => (model.activities = []) },
      {
        code: 'no-tables',
        level: 'error',
        text: 'Select at least one table.',
        step: 'tables',
        path: '/activities',
      },
    );
  });

  it('asks for the table of an activity that has none', () => {
    expect(issuesOf({ change: ({ activities }) => (activities[1].table = '') })).to.deep.include(
      issue('no-tables', 'Select at least one table.', '/activities/1/table'),
    );
  });

  it('refuses a table without a date field', () => {
    expectIssue(
      {
        change: ({ tables }) => (tables[3].columns[1].type = 'text'),
        store: (tables) =>
          (tables[3] = { ...tables[3], columns: tables[3].columns.map((c) => ({ ...c, type: 'text' })) }),
      },
      issue(
        'no-date-field',
        'Reviews has no date field. Choose a table with at least one date field.',
        '/activities/1/table',
      ),
    );
  });

  it('takes a column that was declared a Unix time for a date field', () => {
    expect(
      issuesOf({
        change: ({ tables }) => (tables[3].columns[1].type = 'unix-seconds'),
        store: (tables) =>
          (tables[3] = { ...tables[3], columns: tables[3].columns.map((c) => ({ ...c, type: 'text' })) }),
      }),
    ).to.deep.equal([]);
  });

  it('asks for a type', () => {
    expectIssue(
      { change: ({ activities }) => (activities[1].type = '') },
      issue('type-missing', 'Choose an activity type.', '/activities/1/type'),
    );
  });

  it('refuses a type name that breaks the rule of names', () => {
    for (const type of ['1st', 'web review', 'web_review', '<b>']) {
      expectIssue(
        { change: ({ activities }) => (activities[1].type = type) },
        issue(
          'type-name-invalid',
          'Start with a letter. Use letters and numbers only.',
          '/activities/1/type',
        ),
      );
    }
  });

  it('refuses a type that differs from an existing one by upper and lower case only', () => {
    for (const type of ['feedback', 'OTHER', 'salesOrderLine']) {
      expectIssue(
        { change: ({ activities }) => (activities[1].type = type) },
        issue('type-name-taken', 'This activity type already exists.', '/activities/1/type'),
      );
    }
    expectIssue(
      {
        change: ({ activities }) => {
          activities[0] = { ...activities[0], type: 'Visit', attributes: undefined };
          activities[1].type = 'visit';
        },
      },
      issue('type-name-taken', 'This activity type already exists.', '/activities/1/type'),
    );
  });

  it('lets two activities share a custom type', () => {
    const change = ({ activities }: ReturnType<typeof peopleModel>): void => {
      activities[0] = { ...activities[0], type: 'Visit', attributes: undefined };
      activities[1].type = 'Visit';
    };
    expect(issuesOf({ change })).to.deep.equal([]);
  });

  it('asks for a key', () => {
    expectIssue(
      { change: ({ activities }) => (activities[1].primaryKey = '') },
      issue('pk-missing', 'Choose a primary key.', '/activities/1/primaryKey'),
    );
  });

  it('tells how many values of the key are duplicates', () => {
    expectIssue(
      { profiles: { 'web_Reviews.ReviewId': profile({ duplicates: 7, distinct: 93 }) } },
      issue(
        'pk-duplicate',
        'ReviewId has 7 duplicate values. Choose a column with unique values.',
        '/activities/1/primaryKey',
      ),
    );
  });

  it('tells in how many rows the key is empty', () => {
    expectIssue(
      { profiles: { 'web_Reviews.ReviewId': profile({ empty: 3 }) } },
      issue(
        'pk-empty',
        'ReviewId is empty in 3 rows. Choose a column without empty values.',
        '/activities/1/primaryKey',
      ),
    );
  });

  it('knows from the import alone that the key is empty in some rows', () => {
    const model = peopleModel();
    const tables = storedTables(model).map((table) => ({
      ...table,
      columns: table.columns.map((c) => (c.name === 'ReviewId' ? { ...c, empty: 4 } : c)),
    }));
    const texts = validateModel(model, tables).map(({ text }) => text);
    expect(texts).to.include('ReviewId is empty in 4 rows. Choose a column without empty values.');
  });

  it('says that a key was not checked while nobody has looked at its values', () => {
    const model = peopleModel();
    const unchecked = {
      code: 'pk-unchecked',
      level: 'info',
      text: 'The key could not be checked before the run.',
    };
    for (const issues of [validateModel(model), validateModel(model, storedTables(model))]) {
      expect(issues.map(({ code, level, text }) => ({ code, level, text }))).to.deep.equal([
        unchecked,
        unchecked,
      ]);
    }
  });

  it('names a table that is gone', () => {
    expect(issuesOf({ store: (tables) => tables.splice(3, 1) })).to.deep.include(
      issue(
        'table-missing',
        'The table web_Reviews is not there. Import it or choose another one.',
        '/activities/1/table',
      ),
    );
  });

  it('names a table that the model does not describe', () => {
    expect(issuesOf({ change: ({ tables }) => tables.splice(3, 1) })).to.deep.include(
      issue(
        'table-undefined',
        'The model does not describe the table web_Reviews. Add it to the tables of the model.',
        '/activities/1/table',
      ),
    );
  });

  it('names a key column that is gone', () => {
    expectIssue(
      { store: (tables) => (tables[3] = { ...tables[3], columns: tables[3].columns.slice(1) }) },
      issue(
        'column-missing',
        'Reviews has no column ReviewId. Choose another one.',
        '/activities/1/primaryKey',
      ),
    );
  });
});
