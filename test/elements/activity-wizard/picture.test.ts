import '../../../src/define.js';
import { expect } from 'chai';
import fc from 'fast-check';
import type { ActivityWizard } from '../../../src/elements/activity-wizard/activity-wizard.js';
import { cutText } from '../../../src/elements/activity-wizard/picture/cut-text.js';
import { drawingFile } from '../../../src/elements/activity-wizard/picture/drawing-file.js';
import {
  HEAD_HEIGHT,
  planPicture,
  ROW_HEIGHT,
  TABLE_WIDTH,
} from '../../../src/elements/activity-wizard/picture/picture-plan.js';
import type { Relationship } from '../../../src/model/model.js';
import { axeFaults } from '../support/axe.js';
import { allByRole, byRole, textOf } from '../support/by-role.js';
import { TABLES, worldAdapter } from '../support/model-world.js';
import { until } from '../support/timeline.js';

const end = fc.record({
  table: fc.constantFrom('A', 'B', 'C', 'D', 'E'),
  column: fc.constantFrom('x', 'y', 'z'),
});
const relationships = fc
  .array(fc.record({ from: end, to: end }), { maxLength: 12 })
  .map((ends) =>
    ends.map(({ from, to }, i): Relationship => ({ name: `R${i}`, from, to, cardinality: 'many-to-one' })),
  );

describe('the picture of tables and keys', () => {
  it('has every table once, no two on each other, and a line between the columns of each relationship', () => {
    fc.assert(
      fc.property(relationships, fc.subarray(['A', 'B', 'X']), (known, starts) => {
        const { tables, lines, width, height } = planPicture(starts, known, () => 'id');
        const names = new Set([...starts, ...known.flatMap(({ from, to }) => [from.table, to.table])]);
        expect(tables.map(({ name }) => name).sort()).to.deep.equal([...names].sort());
        expect(lines.map(({ relationship }) => relationship)).to.deep.equal(known);
        for (const [i, one] of tables.entries()) {
          expect(one.columns).to.include('id');
          expect(one.x + TABLE_WIDTH).to.be.at.most(width);
          expect(one.y + one.height).to.be.at.most(height);
          for (const other of tables.slice(i + 1)) {
            const isBeside = Math.abs(one.x - other.x) >= TABLE_WIDTH;
            expect(isBeside || one.y + one.height < other.y || other.y + other.height < one.y).to.equal(true);
          }
        }
        const at = new Map(tables.map((table) => [table.name, table]));
        for (const { relationship, from, to } of lines) {
          const [start, goal] = [at.get(relationship.from.table), at.get(relationship.to.table)];
          expect(from.x).to.equal(start!.x + TABLE_WIDTH);
          expect(to.x).to.equal(goal!.x);
          const row = (to.y - goal!.y - HEAD_HEIGHT) / ROW_HEIGHT - 0.5;
          expect(goal!.columns[row]).to.equal(relationship.to.column);
        }
      }),
    );
  });

  it('leads lines at right angles, within the picture and behind no table', () => {
    fc.assert(
      fc.property(relationships, (known) => {
        const { tables, lines, width, height } = planPicture([], known, () => 'id');
        for (const { from, to, points } of lines) {
          expect(points[0]).to.deep.equal(from);
          expect(points.at(-1)).to.deep.equal(to);
          for (const [i, one] of points.slice(0, -1).entries()) {
            const other = points[i + 1];
            expect(one.x === other.x || one.y === other.y).to.equal(true);
            const [left, right] = [Math.min(one.x, other.x), Math.max(one.x, other.x)];
            const [top, bottom] = [Math.min(one.y, other.y), Math.max(one.y, other.y)];
            expect(left >= 0 && top >= 0 && right <= width && bottom <= height).to.equal(true);
            for (const { x, y, height: tall } of tables) {
              const isBehind = left < x + TABLE_WIDTH && right > x && top < y + tall && bottom > y;
              expect(isBehind, JSON.stringify({ one, other, x, y, tall })).to.equal(false);
            }
          }
        }
      }),
      { numRuns: 500 },
    );
  });

  it('leads from left to right where the tables make no circle, customers last', () => {
    const forward = relationships.map((known) => known.filter(({ from, to }) => from.table < to.table));
    fc.assert(
      fc.property(forward, (known) => {
        const { tables, lines } = planPicture([], known, () => '');
        for (const { from, to } of lines) expect(from.x).to.be.below(to.x);
        const last = Math.max(...tables.map(({ rank }) => rank));
        const passed = new Set(known.map(({ from }) => from.table));
        for (const { name, rank } of tables) if (!passed.has(name)) expect(rank).to.equal(last);
      }),
    );
  });

  it('cuts what is wider than its place, by width and not by letters', () => {
    expect(cutText('Orders', 6)).to.equal('Orders');
    expect(cutText('Orders1', 6)).to.equal('Order…');
    expect(cutText('注文明細', 6)).to.equal('注文…');
  });

  describe('in the review', () => {
    let wizard: ActivityWizard;

    beforeEach(async () => {
      wizard = document.body.appendChild(document.createElement('activity-wizard'));
      const tables = TABLES.map((info) =>
        info.table === 'People' ? { ...info, table: '<b onclick="x">' } : info,
      );
      Object.assign(wizard, { locale: 'en-US', adapter: worldAdapter({ tables }) });
      await until(() => allByRole(wizard, 'heading').length > 0);
      for (let step = 0; step < 3; step++) {
        byRole(wizard, 'button', { name: 'Next' }).click();
        await wizard.updateComplete;
      }
    });

    afterEach(() => wizard.remove());

    const drawing = (): SVGElement => wizard.shadowRoot!.querySelector<SVGElement>('.drawing')!;

    it('is a list for those who do not see it', async () => {
      const region = byRole(wizard, 'region', { name: 'Tables and their keys' });
      expect([...region.querySelectorAll('li')].map((line) => textOf(line))).to.deep.equal([
        'Orders.PersonId leads to <b onclick="x">.Id, by the relationship OrderToPerson',
        'Cases.PersonId leads to <b onclick="x">.Id, by the relationship CaseToPerson',
      ]);
      expect(drawing().querySelectorAll('rect')).to.have.length(3);
      expect(await axeFaults(wizard)).to.deep.equal([]);
    });

    it('is given as a file that stands alone, whatever the names are', () => {
      const text = drawingFile(drawing());
      const file = new DOMParser().parseFromString(text, 'image/svg+xml');
      expect(file.querySelector('parsererror')).to.equal(null);
      expect(file.documentElement.namespaceURI).to.equal('http://www.w3.org/2000/svg');
      expect(text).not.to.match(/class=|<!--|style=|aria-hidden/);
      expect(file.querySelector('b, [onclick]')).to.equal(null);
      for (const box of file.querySelectorAll('rect, text')) expect(box.getAttribute('fill')).to.match(/^#/);
      expect([...file.querySelectorAll('text')].map(({ textContent }) => textContent)).to.include(
        '<b onclick="x">',
      );
    });
  });
});
