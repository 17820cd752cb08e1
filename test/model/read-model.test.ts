import { expect } from 'chai';
import fc from 'fast-check';
import { AdapterError } from '../../src/model/errors.js';
import { emptyModel } from '../../src/model/model.js';
import { readModel } from '../../src/model/read-model.js';
import { anyModel } from './support/any-model.js';
import { accountsModel, peopleModel } from './support/models.js';

function errorOf(value: unknown): AdapterError {
  try {
    readModel(value);
  } catch (error) {
    expect(error).to.be.instanceOf(AdapterError);
    return error as AdapterError;
  }
  return expect.fail('The model was accepted.');
}

/** A complete model in which somebody changed something that its type forbids. */
function broken(change: (model: ReturnType<typeof loose>) => void): unknown {
  const model = loose();
  change(model);
  return model;
}

function loose() {
  type Loose = Record<string, unknown>;
  return structuredClone(peopleModel()) as unknown as Loose & {
    tables: Loose[];
    customers: Loose & { rules: { conditions: Loose[] }[] };
    activities: (Loose & { paths: unknown[] })[];
  };
}

describe('reading a model', () => {
  it('refuses the format of another release, and says which it reads', () => {
    const error = errorOf({ ...peopleModel(), format: 'activity-model/9' });
    expect(error.code).to.equal('model-format');
    expect(error.message).to.equal(
      'The model has the format "activity-model/9". This release reads activity-model/1; a newer one may read yours.',
    );
    expect(error.detail).to.deep.equal({ format: 'activity-model/9', known: ['activity-model/1'] });
  });

  it('refuses a model that does not say its format', () => {
    for (const format of [undefined, null, 1, {}, ['activity-model/1']]) {
      expect(errorOf({ ...peopleModel(), format }).code).to.equal('model-format');
    }
  });

  it('refuses what is no model at all', () => {
    for (const value of [undefined, null, 7, true, [], [peopleModel()], 'null', '[]', '"text"']) {
      const error = errorOf(value);
      expect(error.code).to.equal('model-invalid');
      expect(error.message).to.equal('The model must be an object.');
      expect(error.detail).to.deep.equal({ pointer: '' });
    }
  });

  it('refuses a text that is not JSON', () => {
    for (const text of ['', '{', '{"format": "activity-model/1",}']) {
      const error = errorOf(text);
      expect(error.code).to.equal('model-invalid');
      expect(error.message).to.equal('The model is not valid JSON. Check the file or export it again.');
      expect(error.cause).to.be.instanceOf(SyntaxError);
    }
  });

  const wrong: Record<string, [pointer: string, sentence: string, change: Parameters<typeof broken>[0]]> = {
    'a key that is missing': [
      '/activities/1/paths',
      'is missing.',
      ({ activities }) => delete (activities[1] as { paths?: unknown }).paths,
    ],
    'a key that is not known': [
      '/tables/0/colour',
      'is not known. Remove it.',
      ({ tables }) => (tables[0].colour = 'red'),
    ],
    'a number in place of a text': [
      '/activities/0/name',
      'must be a text, not a number.',
      ({ activities }) => (activities[0].name = 7),
    ],
    'nothing in place of a text': [
      '/activities/0/url',
      'must be a text, not nothing.',
      ({ activities }) => (activities[0].url = null),
    ],
    'a text in place of yes or no': [
      '/activities/0/showInTimeline',
      'must be true or false, not a text.',
      ({ activities }) => (activities[0].showInTimeline = 'yes'),
    ],
    'an object in place of a list': [
      '/activities/0/paths',
      'must be a list, not an object.',
      ({ activities }) => ((activities[0] as Record<string, unknown>).paths = {}),
    ],
    'a text in place of a path': [
      '/activities/0/paths/1',
      'must be a list, not a text.',
      ({ activities }) => activities[0].paths.push('OrderToContact'),
    ],
    'a list in place of an object': [
      '/customers',
      'must be an object, not a list.',
      (model) => ((model as Record<string, unknown>).customers = []),
    ],
    'a value that is none of the choices': [
      '/activities/0/dateOrder',
      'must be one of mdy, dmy.',
      ({ activities }) => (activities[0].dateOrder = 'ymd'),
    ],
    'a precision above 100': [
      '/customers/rules/0/conditions/0/precision',
      'must be a whole number from 1 to 100.',
      ({ customers }) => (customers.rules[0].conditions[0].precision = 101),
    ],
    'a precision with a fraction': [
      '/customers/rules/0/conditions/0/precision',
      'must be a whole number from 1 to 100.',
      ({ customers }) => (customers.rules[0].conditions[0].precision = 80.5),
    ],
    'an empty id': ['/activities/0/id', 'must not be empty.', ({ activities }) => (activities[0].id = '')],
    'a key with a slash and a tilde': [
      '/activities/0/attributes/a~1b~0c',
      'must be a text, not a list.',
      ({ activities }) => (activities[0].attributes = { 'a/b~c': [] }),
    ],
  };
  for (const [what, [pointer, sentence, change]] of Object.entries(wrong)) {
    it(`points at ${what}`, () => {
      for (const value of [broken(change), JSON.stringify(broken(change))]) {
        const error = errorOf(value);
        expect(error.code).to.equal('model-invalid');
        expect(error.message).to.equal(`The model at ${pointer} ${sentence}`);
        expect(error.detail).to.deep.equal({ pointer });
      }
    });
  }

  it('gives back every model it is given, as text or parsed', () => {
    fc.assert(
      fc.property(anyModel, (model) => {
        const json = JSON.stringify(model);
        expect(JSON.stringify(readModel(json)).length).to.equal(json.length);
        expect(JSON.parse(JSON.stringify(readModel(json)))).to.deep.equal(JSON.parse(json));
        expect(readModel(readModel(model))).to.deep.equal(readModel(json));
      }),
    );
  });

  it('takes a model that is not finished', () => {
    for (const model of [emptyModel(), peopleModel(), accountsModel()]) {
      expect(readModel(model)).to.deep.equal(model);
    }
  });

  it('answers a copy that shares nothing with what it was given', () => {
    const model = peopleModel();
    const copy = readModel(model);
    copy.activities[0].paths[0].push('Other');
    copy.activities[0].attributes = {};
    copy.customers.tables[0].primaryKey = '';
    expect(model).to.deep.equal(peopleModel());
  });

  it('takes a key with the value undefined for one that is absent, as JSON does', () => {
    const model = peopleModel();
    model.activities[0].url = undefined;
    expect(readModel(model).activities[0]).not.to.have.property('url');
  });

  it('keeps a column that is named __proto__ and changes no prototype', () => {
    const json = JSON.stringify(peopleModel()).replace('"SalesOrderId":', '"__proto__":');
    const { attributes } = readModel(json).activities[0];
    expect(Object.entries(attributes ?? {})).to.deep.include(['__proto__', 'OrderId']);
    expect(Object.keys(attributes ?? {})).to.have.lengthOf(3);
    expect(({} as Record<string, unknown>).OrderId).to.equal(undefined);
  });

  it('does not take an inherited key for one of the model', () => {
    const heir: unknown = Object.create(peopleModel());
    expect(errorOf(heir).code).to.equal('model-format');
    const halfHeir: unknown = Object.assign(Object.create(peopleModel()), { format: 'activity-model/1' });
    expect(errorOf(halfHeir).detail).to.deep.equal({ pointer: '/kind' });
    expect(
      errorOf(JSON.parse('{"format":"activity-model/1","__proto__":{"kind":"accounts"}}')).detail,
    ).to.deep.equal({
      pointer: '/__proto__',
    });
  });
});
