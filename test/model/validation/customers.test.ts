import { expect } from 'chai';
import { expectIssue, issuesOf, type ExpectedIssue } from '../support/expect-issue.js';
import { accountsModel } from '../support/models.js';

function issue(
  code: ExpectedIssue['code'],
  text: string,
  path: string,
  level: ExpectedIssue['level'] = 'error',
): ExpectedIssue {
  return { code, level, text, step: 'customers', path };
}

describe('validation of the customers', () => {
  it('asks for a customer table', () => {
    const customers = { tables: [], rules: [], fields: [] };
    expect(issuesOf({ change: (model) => (model.customers = customers) })[0]).to.deep.equal(
      issue('customers-missing', 'Add at least one customer table.', '/customers/tables'),
    );
  });

  it('refuses a customer table that is listed twice', () => {
    expectIssue(
      { change: ({ customers }) => customers.tables.push(customers.tables[0]) },
      issue('customer-table-taken', 'Contacts is already a customer table.', '/customers/tables/2/table'),
    );
  });

  it('names a customer table that is gone', () => {
    expect(issuesOf({ store: (tables) => tables.splice(0, 1) })).to.deep.include(
      issue(
        'table-missing',
        'The table shop_Contacts is not there. Import it or choose another one.',
        '/customers/tables/0/table',
      ),
    );
  });

  it('asks for the key of a customer table, and names one that does not exist', () => {
    const path = '/customers/tables/0/primaryKey';
    expectIssue(
      { change: ({ customers }) => (customers.tables[0].primaryKey = '') },
      issue('pk-missing', 'Choose a primary key.', path),
    );
    expectIssue(
      { change: ({ customers }) => (customers.tables[0].primaryKey = 'Gone') },
      issue('column-missing', 'Contacts has no column Gone. Choose another one.', path),
    );
  });

  it('names a column that has a meaning and does not exist', () => {
    expectIssue(
      { change: ({ customers }) => (customers.tables[0].semantics = { 'a/b~c': 'Person.FullName' }) },
      issue(
        'column-missing',
        'Contacts has no column a/b~c. Choose another one.',
        '/customers/tables/0/semantics/a~1b~0c',
      ),
    );
  });

  it('asks for the name of a rule and refuses one twice', () => {
    expectIssue(
      { change: ({ customers }) => (customers.rules[0].name = '') },
      issue('rule-name-missing', 'Enter a name for the rule.', '/customers/rules/0/name'),
    );
    expectIssue(
      { change: ({ customers }) => customers.rules.push({ ...customers.rules[0], name: 'samemail' }) },
      issue('rule-name-taken', 'Another rule has this name.', '/customers/rules/1/name'),
    );
  });

  it('refuses a rule with a table that is not a customer table', () => {
    expectIssue(
      {
        change: ({ customers: { rules } }) => {
          rules[0] = {
            ...rules[0],
            with: 'web_Users',
            conditions: [{ column: 'Mail', withColumn: 'UserId' }],
          };
        },
      },
      issue(
        'customer-table-unknown',
        'Users is not a customer table. Add it to the customer tables.',
        '/customers/rules/0/with',
      ),
    );
  });

  it('refuses a rule whose second table is not above the first', () => {
    const text = 'Contacts can only be matched with a table above it. Choose one or change the order.';
    for (const other of ['club_Members', 'shop_Contacts']) {
      expectIssue(
        {
          change: ({ customers: { rules } }) => {
            rules[0] = { ...rules[0], table: 'shop_Contacts', with: other, conditions: [] };
            rules[0].conditions.push({
              column: 'Email',
              withColumn: other === 'club_Members' ? 'Mail' : 'Email',
            });
          },
        },
        issue('rule-order', text, '/customers/rules/0/with'),
      );
    }
  });

  it('asks for a condition', () => {
    expectIssue(
      { change: ({ customers }) => (customers.rules[0].conditions = []) },
      issue(
        'rule-conditions-missing',
        'Add at least one condition to the rule.',
        '/customers/rules/0/conditions',
      ),
    );
  });

  it('names the columns of a condition that do not exist', () => {
    const conditions = [{ column: 'Email', withColumn: 'Mail' }];
    expect(
      issuesOf({ change: ({ customers }) => (customers.rules[0].conditions = conditions) }),
    ).to.deep.equal([
      issue(
        'column-missing',
        'Members has no column Email. Choose another one.',
        '/customers/rules/0/conditions/0/column',
      ),
      issue(
        'column-missing',
        'Contacts has no column Mail. Choose another one.',
        '/customers/rules/0/conditions/0/withColumn',
      ),
    ]);
  });

  it('asks for the name of a field and refuses one twice', () => {
    expectIssue(
      { change: ({ customers }) => (customers.fields[0].name = '') },
      issue('field-name-missing', 'Enter a name for the field.', '/customers/fields/0/name'),
    );
    expectIssue(
      { change: ({ customers }) => customers.fields.push({ ...customers.fields[0], name: 'EMAIL' }) },
      issue('field-name-taken', 'Another field has this name.', '/customers/fields/1/name'),
    );
  });

  it('asks for the columns of a field and names those that do not exist', () => {
    expectIssue(
      { change: ({ customers }) => (customers.fields[0].sources = []) },
      issue(
        'field-sources-missing',
        'Choose at least one column for the field Email.',
        '/customers/fields/0/sources',
      ),
    );
    const sources = [
      { table: 'shop_Contacts', column: 'Gone' },
      { table: 'web_Users', column: 'UserId' },
    ];
    expect(issuesOf({ change: ({ customers }) => (customers.fields[0].sources = sources) })).to.deep.equal([
      issue(
        'column-missing',
        'Contacts has no column Gone. Choose another one.',
        '/customers/fields/0/sources/0/column',
      ),
      issue(
        'customer-table-unknown',
        'Users is not a customer table. Add it to the customer tables.',
        '/customers/fields/0/sources/1/table',
      ),
    ]);
  });
});

describe('validation of the contacts', () => {
  it('finds nothing wrong with a complete model', () => {
    expect(issuesOf({ model: accountsModel() })).to.deep.equal([]);
  });

  it('warns that contacts are not used with people', () => {
    expectIssue(
      { model: accountsModel(), change: (model) => (model.kind = 'individuals') },
      issue('contacts-unused', 'Contacts are used with business accounts only.', '/contacts', 'warning'),
    );
  });

  it('refuses a contact table that is listed twice', () => {
    expectIssue(
      { model: accountsModel(), change: ({ contacts }) => contacts.push(contacts[0]) },
      issue('contact-table-taken', 'Contacts is already a contact table.', '/contacts/1/table'),
    );
  });

  it('asks for the key, the required attribute and the path', () => {
    const contact = { table: 'crm_Contacts', primaryKey: '', attributes: {}, path: [] };
    expect(
      issuesOf({ model: accountsModel(), change: (model) => (model.contacts = [contact]) }),
    ).to.deep.equal([
      issue('pk-missing', 'Choose a primary key.', '/contacts/0/primaryKey'),
      issue('attribute-missing', 'Map a field to Contact ID.', '/contacts/0/attributes/ContactId'),
      issue('path-incomplete', 'Continue the path until it reaches a customer table.', '/contacts/0/path'),
    ]);
  });

  it('names what a contact table refers to and does not have', () => {
    const attributes = { ContactId: 'ContactId', FirstName: 'Gone', Nickname: 'FirstName' };
    const change = (model: ReturnType<typeof accountsModel>): void => {
      model.contacts[0] = { ...model.contacts[0], primaryKey: 'Gone', attributes, path: ['CaseToContact'] };
    };
    const missing = 'Contacts has no column Gone. Choose another one.';
    expect(issuesOf({ model: accountsModel(), change })).to.deep.equal([
      issue('column-missing', missing, '/contacts/0/primaryKey'),
      issue('column-missing', missing, '/contacts/0/attributes/FirstName'),
      issue(
        'attribute-unknown',
        'ContactProfile has no attribute Nickname. Remove its mapping.',
        '/contacts/0/attributes/Nickname',
      ),
      issue(
        'path-broken',
        'The relationship CaseToContact does not start at Contacts. Choose one that does.',
        '/contacts/0/path/0',
      ),
    ]);
  });

  it('refuses a precision for columns that are not text', () => {
    expectIssue(
      {
        change: ({ tables, customers }) => {
          tables[0].columns.push({ name: 'Age', type: 'number' });
          customers.rules[0].conditions = [{ column: 'Mail', withColumn: 'Age', precision: 80 }];
        },
        store: (tables) => {
          const age = { name: 'Age', type: 'number', empty: 0 } as const;
          tables[0] = { ...tables[0], columns: [...tables[0].columns, age] };
        },
      },
      issue(
        'precision-text-only',
        'Age is not text. Set the precision to exact.',
        '/customers/rules/0/conditions/0/precision',
      ),
    );
  });

  it('asks for a date or number to find the most recent row, and for a condition of each rule', () => {
    const path = '/customers/tables/0/deduplication';
    expectIssue(
      {
        change: ({ customers }) => {
          customers.tables[0].deduplication = { rules: [], winner: { by: 'most-recent' } };
        },
      },
      issue('rank-column-missing', 'Choose a date or number column of Contacts.', `${path}/winner/column`),
    );
    expectIssue(
      {
        change: ({ customers }) => {
          customers.tables[0].deduplication = { rules: [], winner: { by: 'least-recent', column: 'Email' } };
        },
      },
      issue(
        'rank-column-type',
        'Email has neither dates nor numbers. Choose another column.',
        `${path}/winner/column`,
      ),
    );
    expectIssue(
      {
        change: ({ customers }) => {
          customers.tables[0].deduplication = { rules: [{ name: 'Mail', conditions: [] }] };
        },
      },
      issue(
        'rule-conditions-missing',
        'Add at least one condition to the rule.',
        `${path}/rules/0/conditions`,
      ),
    );
  });

  it('refuses a pair that is always and never a match, and groups of fields that do not fit', () => {
    const pair = { table: 'shop_Contacts', key: '1', with: 'club_Members', withKey: '2' };
    expectIssue(
      {
        change: ({ customers }) => {
          customers.alwaysMatch = [pair];
          customers.neverMatch = [{ table: pair.with, key: '2', with: pair.table, withKey: '1' }];
        },
      },
      issue(
        'pair-conflict',
        '2 and 1 are set to always match and to never match. Remove one.',
        '/customers/neverMatch/0',
      ),
    );
    expectIssue(
      {
        change: ({ customers: { fields } }) => {
          fields[0].group = 'mail';
          fields.push({ name: 'Other', group: 'mail', sources: [fields[0].sources[0]] });
        },
      },
      issue(
        'group-differs',
        'All fields of the group mail need the same tables in the same order and the same merge.',
        '/customers/fields/1/group',
      ),
    );
  });
});
