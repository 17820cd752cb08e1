import { expect } from 'chai';
import fc from 'fast-check';
import { openEngine, type Engine } from '../../src/engine/index.js';
import { foldText, searchText } from '../../src/model/search-text.js';
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
    (await engine.checkRows!(check, { limit })).rows.map(({ line }) => line);

  it('refuses tables, columns and paths that are not there', async () => {
    for (const check of [
      { kind: 'key-empty', table: 'S_None', column: 'Id' },
      { kind: 'key-empty', table: 'S_Orders', column: 'None' },
      { kind: 'orphan', hops: [] },
    ] as RowCheck[]) {
      const failed = await engine.checkRows!(check, { limit: 1 }).then(
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
      expect((await engine.checkRows!(check, { limit: 1 })).total).to.equal(figure);
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
    const { rows, total } = await engine.checkRows!({ kind: 'orphan', hops }, { limit: 2 });
    expect(rows.map(({ line, hop }) => [line, hop])).to.deep.equal([
      [3, 2],
      [4, 1],
    ]);
    const profiles = await engine.profilePath!(hops);
    const failed = (profile: KeyProfile): number => profile.empty + profile.missing;
    expect(total).to.equal(profiles.reduce((sum, profile) => sum + failed(profile), 0));
    expect(rows[1].values.Buyer).to.equal('');
  });

  it('refuse a page that is none', async () => {
    const check: RowCheck = { kind: 'key-duplicate', table: 'S_Orders', column: 'Id' };
    for (const [query, code] of [
      [{ limit: 0 }, 'query-invalid'],
      [{ limit: 1001 }, 'query-invalid'],
      [{ limit: 1, cursor: 'elsewhere' }, 'cursor-invalid'],
      [{ limit: 1, cursor: '-1' }, 'cursor-invalid'],
    ] as const) {
      const failed = await engine.checkRows!(check, query).catch((error: unknown) => error);
      expect(failed).to.have.property('code', code);
    }
  });

  it('come page by page, those alone that the relationship and the text let through', async () => {
    const cell = fc.constantFrom('', 'k1', 'K1', 'k2', 'Straße', 'ΣΑΣ', 'Kiel', 'no');
    const row = fc.record({ id: cell, key: cell, note: cell });
    const texts = fc.constantFrom('', ' ', 'k', 'STRASSE', 'straße', 'σας', 'ı', '1');
    await fc.assert(
      fc.asyncProperty(
        fc.array(row, { minLength: 1, maxLength: 12 }),
        fc.array(fc.record({ id: cell, key: cell }), { minLength: 1, maxLength: 5 }),
        texts,
        fc.constantFrom(undefined, 1, 2),
        fc.integer({ min: 1, max: 5 }),
        async (rows, middle, text, hop, limit) => {
          await engine.importTable({ source: 'L', table: 'Rows', data: rows });
          await engine.importTable({ source: 'L', table: 'Middle', data: middle });
          await engine.importTable({ source: 'L', table: 'Ends', data: [{ id: 'k1' }] });
          const hops = [
            { from: { table: 'L_Rows', column: 'key' }, to: { table: 'L_Middle', column: 'id' } },
            { from: { table: 'L_Middle', column: 'key' }, to: { table: 'L_Ends', column: 'id' } },
          ];
          const checks: RowCheck[] = [
            { kind: 'key-empty', table: 'L_Rows', column: 'id' },
            { kind: 'key-duplicate', table: 'L_Rows', column: 'id' },
            { kind: 'orphan', hops },
          ];
          for (const check of checks) {
            const whole = await engine.checkRows!(check, { limit: 1000 });
            const wanted = whole.rows.filter(
              (found) =>
                (hop === undefined || found.hop === hop) &&
                Object.values(found.values).some((value) => foldText(value).includes(searchText(text))),
            );
            const found: unknown[] = [];
            let cursor: string | undefined;
            do {
              const page = await engine.checkRows!(check, {
                limit,
                text,
                ...(hop && { hop }),
                ...(cursor && { cursor }),
              });
              expect(page.total).to.equal(wanted.length);
              expect(page.rows.length).to.be.at.most(limit);
              found.push(...page.rows);
              cursor = page.next;
            } while (cursor !== undefined);
            expect(found).to.deep.equal(wanted);
          }
        },
      ),
      { numRuns: 40 },
    );
  });
});
