import { expect } from 'chai';
import { mergeModels } from '../../../src/elements/activity-wizard/merge-models.js';
import { setPath } from '../../../src/elements/activity-wizard/wizard-draft.js';
import type { ActivityModel, Relationship } from '../../../src/model/model.js';
import { worldModel } from '../support/model-world.js';

const base = worldModel();

/** A relationship of the visits; people give the same name to different ones. */
const visitsTo = (column: string, to: string): Relationship => ({
  name: 'VisitsToPeople',
  from: { table: 'Web_Visits', column },
  to: { table: 'Crm_People', column: to },
  cardinality: 'many-to-one',
});

/** The world with a definition of visits that takes this way. */
function withVisits(id: string, hop: Relationship): ActivityModel {
  const [orders] = base.activities;
  const visits = { ...orders, id, name: id, table: 'Web_Visits', primaryKey: 'VisitId', paths: [] };
  return setPath({ ...base, activities: [...base.activities, visits] }, id, null, [hop]);
}

/** Columns that the definition's first path leads from and to. */
const endsOf = ({ activities, relationships }: ActivityModel, id: string): string[] => {
  const [path = []] = activities.find((known) => known.id === id)?.paths ?? [];
  return path.flatMap((name) =>
    relationships
      .filter((known) => known.name === name)
      .flatMap(({ from, to }) => [`${from.table} ${from.column}`, `${to.table} ${to.column}`]),
  );
};

const WAYS = [visitsTo('PersonId', 'Id'), visitsTo('Page', 'Email')];

describe('edits on top of what somebody else saved', () => {
  for (const mine of WAYS) {
    for (const theirs of WAYS) {
      it(`lead where each of both led: ${mine.from.column} beside ${theirs.from.column}`, () => {
        const [edited, stored] = [withVisits('Mine', mine), withVisits('Theirs', theirs)];
        const { model } = mergeModels(base, edited, stored);
        expect(endsOf(model, 'Mine')).to.deep.equal(endsOf(edited, 'Mine'));
        expect(endsOf(model, 'Theirs')).to.deep.equal(endsOf(stored, 'Theirs'));
        const names = model.relationships.map(({ name }) => name);
        expect(names).to.have.length(base.relationships.length + (mine === theirs ? 1 : 2));
        expect(new Set(names)).to.have.property('size', names.length);
        expect(mergeModels(base, edited, model).model).to.deep.equal(model);
      });
    }
  }

  it('follow a relationship that only somebody else changed', () => {
    const relationships = base.relationships.map((known) =>
      known.name === 'OrderToPerson' ? { ...known, to: { ...known.to, column: 'Email' } } : known,
    );
    const [orders, ...others] = base.activities;
    const edited = { ...base, activities: [{ ...orders, name: 'Mine' }, ...others] };
    const { model } = mergeModels(base, edited, { ...base, relationships });
    expect(model.activities[0].name).to.equal('Mine');
    expect(model.relationships).to.deep.equal(relationships);
  });
});
