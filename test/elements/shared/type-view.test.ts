import { expect } from 'chai';
import fc from 'fast-check';
import { typeName, viewTypes, viewUnknownType } from '../../../src/elements/shared/type-view.js';
import type { TypeSummary } from '../../../src/model/activity.js';

const table = (name: string): TypeSummary['sourceTables'][number] => ({
  name: `Source_${name}`,
  table: name,
});

function summary(type: string, fields: Partial<TypeSummary> = {}): TypeSummary {
  return { type, count: 2, sourceTables: [table('One'), table('Two')], ...fields };
}

function labelOf(
  type: TypeSummary,
  count: number,
  labels = {},
  locale = 'en',
  names = {},
): string | undefined {
  return viewTypes([type], labels, names, locale).get(type.type)?.label(count);
}

describe('activity types for people', () => {
  it('have the label that the host gives, in the plural form of its language', () => {
    const labels = { Case: { one: 'Fall', other: 'Fälle' }, Mail: 'Post' };
    expect(labelOf(summary('Case'), 1, labels, 'de')).to.equal('Fall');
    expect(labelOf(summary('Case'), 57, labels, 'de')).to.equal('Fälle');
    expect(labelOf(summary('Mail'), 2, labels, 'de')).to.equal('Post');
  });

  it('else have the name of their only source table, unchanged', () => {
    expect(labelOf(summary('SalesOrder', { sourceTables: [table('webReviews')] }), 5)).to.equal('webReviews');
  });

  it('else have their own name, in the plural in English only', () => {
    expect(labelOf(summary('SalesOrderLine'), 1)).to.equal('Order line');
    expect(labelOf(summary('SalesOrderLine'), 2)).to.equal('Order lines');
    expect(labelOf(summary('Delivery'), 2)).to.equal('Deliveries');
    expect(labelOf(summary('Delivery'), 2, {}, 'de')).to.equal('Delivery');
  });

  it('have the name of the language before their own, and behind the name of their only source table', () => {
    const names = { SalesOrder: { one: 'Bestellung', other: 'Bestellungen' } };
    expect(labelOf(summary('SalesOrder'), 2, {}, 'de', names)).to.equal('Bestellungen');
    expect(labelOf(summary('SalesOrder'), 2, { SalesOrder: 'Kauf' }, 'de', names)).to.equal('Kauf');
    const orders = summary('SalesOrder', { sourceTables: [table('Orders')] });
    expect(labelOf(orders, 2, {}, 'de', names)).to.equal('Orders');
    expect(typeName('SalesOrder', {}, names, 'de')).to.equal('Bestellung');
    expect(typeName('SalesOrder', { SalesOrder: 'Kauf' }, names, 'de')).to.equal('Kauf');
    expect(typeName('SalesOrder', {}, {}, 'de')).to.equal('Order');
  });

  it('are not confused by types named like parts of every object', () => {
    expect(labelOf(summary('constructor', { sourceTables: [] }), 1)).to.equal('constructor');
    expect(viewUnknownType('__proto__').label(1)).to.equal('__proto__');
  });

  it('stand in the order of their labels, each with a place of its own, whatever order they come in', () => {
    const types = ['Case', 'Ärger', 'Zoll', 'Order 2', 'Order 10', 'Mail'].map((name) =>
      summary(name, { sourceTables: [table(name)] }),
    );
    fc.assert(
      fc.property(fc.shuffledSubarray(types, { minLength: types.length }), (shuffled) => {
        const views = [...viewTypes(shuffled, {}, {}, 'de').values()];
        expect(views.map(({ type }) => type)).to.deep.equal([
          'Ärger',
          'Case',
          'Mail',
          'Order 2',
          'Order 10',
          'Zoll',
        ]);
        expect(views.map(({ position }) => position)).to.deep.equal([0, 1, 2, 3, 4, 5]);
      }),
    );
  });

  it('have the icon that is configured, else the one of the type, else a document', () => {
    const iconOf = (type: TypeSummary): string | undefined =>
      viewTypes([type], {}, {}, 'en').get(type.type)?.icon;
    expect(iconOf(summary('Case', { icon: 'headset' }))).to.equal('headset');
    expect(iconOf(summary('Feedback', { icon: 'no such icon' }))).to.equal('star');
    expect(iconOf(summary('Case'))).to.equal('document');
    expect(iconOf(summary('Case', { icon: 'constructor' }))).to.equal('document');
  });
});
