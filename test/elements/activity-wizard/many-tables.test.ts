import '../../../src/define.js';
import { expect } from 'chai';
import type { ActivityWizard } from '../../../src/elements/activity-wizard/activity-wizard.js';
import type { ActivityModel } from '../../../src/model/model.js';
import { axeFaults } from '../support/axe.js';
import { allByRole, byRole } from '../support/by-role.js';
import { TABLES, tableInfo, worldAdapter, worldModel } from '../support/model-world.js';
import { until } from '../support/timeline.js';

const COUNT = 40;
const places = Array.from({ length: COUNT }, (_, place) => place);

/** So many tables with a definition each; the last one of these leads nowhere where it is said so. */
function manyModel(isLastLoose: boolean): ActivityModel {
  const model = worldModel();
  return {
    ...model,
    relationships: places.map((place) => ({
      ...model.relationships[0],
      name: `T${place}ToPerson`,
      from: { table: `Shop_T${place}`, column: 'PersonId' },
    })),
    activities: places.map((place) => ({
      ...model.activities[0],
      ...{ id: `t${place}`, name: `Orders${place}`, table: `Shop_T${place}` },
      paths: isLastLoose && place === COUNT - 1 ? [] : [[`T${place}ToPerson`]],
    })),
  };
}

describe('a wizard of many tables', () => {
  let wizard: ActivityWizard;

  const show = async (isLastLoose = false): Promise<void> => {
    const own = places.map((place) =>
      tableInfo('Shop', `T${place}`, 'OrderId PersonId OrderedAt:date Summary'),
    );
    wizard = document.body.appendChild(document.createElement('activity-wizard'));
    const adapter = worldAdapter({ model: manyModel(isLastLoose), tables: [TABLES[0], ...own] });
    Object.assign(wizard, { locale: 'en-US', adapter });
    await until(() => allByRole(wizard, 'heading').length > 0);
  };
  const go = async (step: string): Promise<void> => {
    byRole(wizard, 'button', { name: new RegExp(`^${step}`) }).click();
    await wizard.updateComplete;
  };
  const drawn = (selector: string): number => wizard.shadowRoot!.querySelectorAll(selector).length;

  afterEach(() => wizard.remove());

  it('draws each step to its end, what is far below after its first frame', async () => {
    await show();
    const steps = [
      ['Relationships', '.relations'],
      ['Review', '.review'],
      ['Activity tables', '.row'],
    ] as const;
    for (const [step, selector] of steps) {
      await go(step);
      expect(drawn(selector)).to.be.within(1, COUNT - 1);
      await until(() => drawn(selector) === COUNT);
    }
  });

  it('draws the picture and says its lines', async () => {
    await show();
    await go('Review');
    expect(drawn('.picture li')).to.equal(COUNT);
    await until(() => drawn('.picture-box') === COUNT + 1);
    expect(drawn('.picture-line')).to.equal(COUNT);
    expect(await axeFaults(wizard)).to.deep.equal([]);
  });

  it('leads to what is to be mended at the end of a step that has only just come', async () => {
    await show(true);
    await go('Relationships');
    await go('Next');
    expect(wizard.shadowRoot!.activeElement?.id).to.equal(`/activities/${COUNT - 1}/paths`);
  });
});
