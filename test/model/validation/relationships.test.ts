import { expect } from 'chai';
import type { ActivityModel } from '../../../src/model/model.js';
import { validateModel } from '../../../src/model/validation.js';
import { expectIssue, issuesOf, type ExpectedIssue } from '../support/expect-issue.js';
import { accountsModel, peopleModel } from '../support/models.js';

function issue(
  code: ExpectedIssue['code'],
  text: string,
  path: string,
  activity: string | undefined = 'reviews',
): ExpectedIssue {
  return { code, level: 'error', text, step: 'relationships', activity, path };
}

function withoutActivity({ activity: _, ...rest }: ExpectedIssue): ExpectedIssue {
  return rest;
}

const withPaths = (paths: string[][]) => ({
  change: ({ activities }: ActivityModel): void => {
    activities[1].paths = paths;
  },
});

/** A model whose reviews reach the members over a number of relationships. */
function chain(length: number): ActivityModel {
  const model = peopleModel();
  const names = Array.from({ length: length - 1 }, (_, i) => `chain_T${i}`);
  const columns = [{ name: 'Id', type: 'text' as const }];
  model.tables.push(...names.map((name, i) => ({ name, source: 'chain', table: `T${i}`, columns })));
  const ends = [
    { table: 'web_Reviews', column: 'UserId' },
    ...names.map((table) => ({ table, column: 'Id' })),
    { table: 'club_Members', column: 'MemberId' },
  ];
  const links = ends
    .slice(1)
    .map((to, i) => ({ name: `Hop${i}`, from: ends[i], to, cardinality: 'many-to-one' as const }));
  model.relationships.push(...links);
  model.activities[1].paths = [links.map(({ name }) => name)];
  return model;
}

function errorsOf(model: ActivityModel): string[] {
  return validateModel(model)
    .filter(({ level }) => level === 'error')
    .map(({ text }) => text);
}

describe('validation of the relationships', () => {
  it('asks for a path', () => {
    expectIssue(
      withPaths([]),
      issue('relationship-missing', 'Add a relationship for Reviews.', '/activities/1/paths'),
    );
  });

  it('refuses a path that ends before a customer table', () => {
    const text = 'Continue the path until it reaches a customer table.';
    for (const names of [[], ['ReviewToUser']]) {
      expectIssue(withPaths([names]), issue('path-incomplete', text, '/activities/1/paths/0'));
    }
  });

  it('refuses a table that is met twice on a path', () => {
    expectIssue(
      {
        change: (model) => {
          model.relationships.push({
            name: 'UserToReview',
            from: { table: 'web_Users', column: 'UserId' },
            to: { table: 'web_Reviews', column: 'UserId' },
            cardinality: 'many-to-one',
          });
          model.activities[1].paths = [['ReviewToUser', 'UserToReview', 'ReviewToUser', 'UserToMember']];
        },
      },
      issue('path-cycle', 'Reviews is already on this path.', '/activities/1/paths/0/1'),
    );
  });

  it('refuses a path that turns round in its middle', () => {
    const back = { table: 'club_Members', column: 'MemberId' };
    expectIssue(
      {
        change: ({ relationships, activities }) => {
          relationships.push({
            ...relationships[2],
            name: 'MemberToUser',
            from: back,
            to: relationships[2].from,
          });
          activities[1].paths = [['ReviewToUser', 'UserToMember', 'MemberToUser', 'UserToMember']];
        },
      },
      issue('path-cycle', 'Users is already on this path.', '/activities/1/paths/0/2'),
    );
  });

  it('refuses a path of no relationship even where a customer table has activities itself', () => {
    const model = peopleModel();
    model.tables[1].columns.push({ name: 'JoinedOn', type: 'date' });
    const reviews = {
      table: 'club_Members',
      primaryKey: 'MemberId',
      timestamp: 'JoinedOn',
      event: 'FullName',
    };
    model.activities[1] = { ...model.activities[1], ...reviews, detail: undefined, paths: [[]] };
    expectIssue(
      { model },
      issue(
        'path-incomplete',
        'Continue the path until it reaches a customer table.',
        '/activities/1/paths/0',
      ),
    );
  });

  it('takes a path of 20 relationships and refuses one of 21', () => {
    expect(errorsOf(chain(20))).to.deep.equal([]);
    expect(errorsOf(chain(21))).to.deep.equal(['A path can have up to 20 relationships.']);
    expect(validateModel(chain(21)).find(({ level }) => level === 'error')).to.include({
      code: 'path-too-long',
      path: '/activities/1/paths/0',
    });
  });

  it('refuses a path that does not start at the table of its activity', () => {
    expectIssue(
      withPaths([['OrderToContact']]),
      issue(
        'path-broken',
        'The relationship OrderToContact does not start at Reviews. Choose one that does.',
        '/activities/1/paths/0/0',
      ),
    );
  });

  it('refuses a path whose relationships do not meet', () => {
    expectIssue(
      withPaths([
        ['ReviewToUser', 'UserToMember'],
        ['ReviewToUser', 'OrderToContact'],
      ]),
      issue(
        'path-broken',
        'The relationship OrderToContact does not start at Users. Choose one that does.',
        '/activities/1/paths/1/1',
      ),
    );
  });

  it('names a relationship that does not exist, in its own spelling', () => {
    expectIssue(
      withPaths([['reviewToUser', 'UserToMember']]),
      issue(
        'relationship-unknown',
        'There is no relationship reviewToUser. Add it or choose another one.',
        '/activities/1/paths/0/0',
      ),
    );
  });

  it('refuses a relationship name that breaks the rule of names', () => {
    for (const name of ['', '1st', 'Order to contact']) {
      const text = 'Start with a letter. Use letters and numbers only.';
      const issues = issuesOf({
        change: (model) => {
          model.relationships[0].name = name;
          model.activities[0].paths = [[name]];
        },
      });
      expect(issues).to.deep.equal([
        withoutActivity(issue('relationship-name-invalid', text, '/relationships/0/name')),
      ]);
    }
  });

  it('refuses a name that another relationship has, and takes one that differs in case', () => {
    const named = (name: string) => ({
      change: (model: ActivityModel): void => {
        model.relationships.push({ ...model.relationships[0], name });
      },
    });
    expectIssue(
      named('OrderToContact'),
      withoutActivity(
        issue('relationship-name-taken', 'Another relationship has this name.', '/relationships/3/name'),
      ),
    );
    expect(issuesOf(named('ordertocontact'))).to.deep.equal([]);
  });

  it('names the ends of a relationship that do not exist', () => {
    const issues = issuesOf({
      change: ({ relationships }) => {
        relationships.push({
          name: 'Loose',
          from: { table: 'shop_Orders', column: 'Gone' },
          to: { table: 'shop_Gone', column: 'Id' },
          cardinality: 'one-to-one',
        });
      },
    });
    expect(issues).to.deep.equal(
      [
        issue(
          'column-missing',
          'Orders has no column Gone. Choose another one.',
          '/relationships/3/from/column',
        ),
        issue(
          'table-undefined',
          'The model does not describe the table shop_Gone. Add it to the tables of the model.',
          '/relationships/3/to/table',
        ),
      ].map(withoutActivity),
    );
  });

  it('needs a contact table for a path through contacts', () => {
    expectIssue(
      { model: accountsModel(), change: (model) => (model.contacts = []) },
      issue(
        'contact-table-missing',
        'Unify contacts before you add contact activities.',
        '/activities/0/paths/0',
        'cases',
      ),
    );
  });

  it('needs none for accounts reached directly, nor for people', () => {
    const direct = accountsModel();
    direct.contacts = [];
    direct.relationships.push({
      ...direct.relationships[1],
      name: 'Direct',
      from: { table: 'desk_Cases', column: 'ContactId' },
    });
    direct.activities[0].paths = [['Direct']];
    expect(issuesOf({ model: direct })).to.deep.equal([]);
    const people = accountsModel();
    people.kind = 'individuals';
    people.contacts = [];
    expect(issuesOf({ model: people })).to.deep.equal([]);
  });
});
