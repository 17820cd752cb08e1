import { expect } from 'chai';
import { fillText, ISSUE_TEXTS } from '../../../src/model/messages.js';
import { emptyModel } from '../../../src/model/model.js';
import { blocksRun, createIssue, validateModel } from '../../../src/model/validation.js';
import { expectIssue, issuesOf, type ExpectedIssue } from '../support/expect-issue.js';
import { accountsModel, dates, peopleModel, profile } from '../support/models.js';

function issue(code: ExpectedIssue['code'], text: string, path: string): ExpectedIssue {
  return { code, level: 'error', text, step: 'model', path };
}

describe('validation of a model', () => {
  it('finds nothing wrong with a complete one', () => {
    expect(issuesOf()).to.deep.equal([]);
  });

  it('asks an empty one for customers and activities', () => {
    expect(validateModel(emptyModel()).map(({ code }) => code)).to.deep.equal([
      'customers-missing',
      'no-tables',
    ]);
  });

  it('changes nothing and answers the same when asked twice', () => {
    const model = accountsModel();
    model.activities[0].name = '';
    const before = structuredClone(model);
    expect(validateModel(model)).to.deep.equal(validateModel(model));
    expect(model).to.deep.equal(before);
  });

  it('refuses a table whose name is not made of its source and table', () => {
    expectIssue(
      { change: ({ tables }) => (tables[4].table = 'Logins') },
      issue('table-name-invalid', 'This table must be named web_Logins.', '/tables/4/name'),
    );
  });

  it('refuses two tables of one name and two columns of one name', () => {
    expectIssue(
      { change: ({ tables }) => tables.push(tables[4]) },
      issue('table-taken', 'Another table has this name.', '/tables/5/name'),
    );
    expectIssue(
      { change: ({ tables }) => tables[4].columns.push({ name: 'UserId', type: 'number' }) },
      issue('column-taken', 'Users has two columns named UserId. Rename one.', '/tables/4/columns/2/name'),
    );
  });

  it('refuses a key that is not a column of its table', () => {
    expectIssue(
      { change: ({ tables }) => (tables[4].primaryKey = 'Gone') },
      issue('column-missing', 'Users has no column Gone. Choose another one.', '/tables/4/primaryKey'),
    );
  });

  it('refuses two activities of one id', () => {
    expect(issuesOf({ change: ({ activities }) => (activities[1].id = 'orders') })).to.deep.equal([
      { ...issue('id-taken', 'Another activity has this id.', '/activities/1/id'), activity: 'orders' },
    ]);
  });
});

describe('an issue', () => {
  it('stops a run when the model is wrong, and not when rows are', () => {
    const model = peopleModel();
    const broken = profile({ empty: 1, duplicates: 1, dates: dates({ unreadable: 100 }) });
    const aboutRows = validateModel(model, undefined, () => broken);
    expect(aboutRows.filter(({ level }) => level === 'error')).to.have.lengthOf(6);
    expect(aboutRows.filter(blocksRun)).to.deep.equal([]);
    model.activities[0].timestamp = '';
    expect(
      validateModel(model)
        .filter(blocksRun)
        .map(({ code }) => code),
    ).to.deep.equal(['timestamp-missing']);
  });

  it('can be made for what only a join of the rows tells', () => {
    const place = { step: 'relationships', activity: 'reviews' } as const;
    expect(createIssue('orphans', place, ['activities', 1, 'paths'], { n: 3, m: 100 })).to.deep.equal({
      code: 'orphans',
      level: 'warning',
      text: '3 of 100 rows do not reach a customer.',
      values: { n: 3, m: 100 },
      step: 'relationships',
      activity: 'reviews',
      path: '/activities/1/paths',
    });
  });

  it('can be written in another language with the numbers of that language', () => {
    const model = peopleModel();
    const lookup = () => profile({ rows: 20_000, dates: dates({ readable: 8_500, unreadable: 1_500 }) });
    const [found] = validateModel(model, undefined, lookup).filter(
      ({ code }) => code === 'timestamp-unreadable',
    );
    const german = new Intl.NumberFormat('de-DE');
    expect(
      fillText('{n} von {m} Werten in {column} sind kein Datum.', found.values, (number) =>
        german.format(number),
      ),
    ).to.equal('1.500 von 10.000 Werten in BoughtOn sind kein Datum.');
  });

  it('leaves a place without a value as it is and does not fill twice', () => {
    expect(fillText('{a} {b} {toString}', { a: '{b}' })).to.equal('{b} {b} {toString}');
  });

  it('never has the name of a place left in its text', () => {
    const model = peopleModel();
    model.tables = [];
    model.relationships = [];
    const issues = validateModel(model);
    expect(issues).not.to.be.empty;
    for (const { text, code } of issues) {
      expect(text).not.to.match(/\{\w+\}/);
      expect(ISSUE_TEXTS).to.have.property(code);
    }
  });
});
