import { expect } from 'chai';
import { openEngine, type Engine } from '../../src/engine/index.js';
import type { KeyProfile, RowCheck } from '../../src/model/tables.js';
import { csv, uniqueName } from './support/workspace.js';

describe('the rows behind the figure of a check', () => {
  let engine: Engine;

  before(async () => {
    engine = await openEngine({ name: uniqueName(), mode: 'inline' });
    const tables = {
      Orders:
        'Id,Buyer,At\n1,b1,2024-01-02\n,b2,13/2/2024\n2,,2/13/2024\n1,b9,soon\n 1,B1 ,\n1,b3,2024-02-30\n',
      Buyers: 'Id,Firm\nb1,f1\nb2,f9\nb3,\n',
      Firms: 'Id\nf1\n',
    };
    for (const [table, text] of Object.entries(tables)) {
      await engine.importTable({ source: 'S', table, data: csv(text) });
    }
  });

  after(() => engine.destroy());

  const linesOf = async (check: RowCheck, limit = 100): Promise<number[]> =>
    (await engine.checkRows!(check, limit)).rows.map(({ line }) => line);

  it('refuses tables, columns and paths that are not there', async () => {
    for (const check of [
      { kind: 'key-empty', table: 'S_None', column: 'Id' },
      { kind: 'key-empty', table: 'S_Orders', column: 'None' },
      { kind: 'orphan', hops: [] },
    ] as RowCheck[]) {
      const failed = await engine.checkRows!(check, 1).then(
        () => null,
        (error: unknown) => error,
      );
      expect(failed, JSON.stringify(check)).to.be.an('error');
    }
  });

  it('are as many as the profile counts, in the order of the table', async () => {
    const table = 'S_Orders';
    const { empty, duplicates, dates } = await engine.profileColumn(table, 'Id').then(async (profile) => ({
      ...profile,
      dates: (await engine.profileColumn(table, 'At')).dates,
    }));
    const cases: [RowCheck, number, number[]][] = [
      [{ kind: 'key-empty', table, column: 'Id' }, empty, [3]],
      [{ kind: 'key-duplicate', table, column: 'Id' }, duplicates, [5, 7]],
    ];
    for (const [check, figure, lines] of cases) {
      expect(await linesOf(check)).to.deep.equal(lines);
      expect((await engine.checkRows!(check, 0)).total).to.equal(figure);
    }
    const byOrder = async (dateOrder?: 'dmy'): Promise<number[]> =>
      linesOf({ kind: 'date-unreadable', table, column: 'At', ...(dateOrder && { dateOrder }) });
    expect(await byOrder('dmy')).to.deep.equal([4, 5, 7]);
    expect((await byOrder()).length).to.equal(dates?.unreadable);
  });

  it('name the relationship at which an orphan fails', async () => {
    const hops = [
      { from: { table: 'S_Orders', column: 'Buyer' }, to: { table: 'S_Buyers', column: 'Id' } },
      { from: { table: 'S_Buyers', column: 'Firm' }, to: { table: 'S_Firms', column: 'Id' } },
    ];
    const { rows, total } = await engine.checkRows!({ kind: 'orphan', hops }, 2);
    expect(rows.map(({ line, hop }) => [line, hop])).to.deep.equal([
      [3, 2],
      [4, 1],
    ]);
    const profiles = await engine.profilePath!(hops);
    const failed = (profile: KeyProfile): number => profile.empty + profile.missing;
    expect(total).to.equal(profiles.reduce((sum, profile) => sum + failed(profile), 0));
    expect(rows[1].values.Buyer).to.equal('');
  });
});
