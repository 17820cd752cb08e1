import type { Engine } from '../../../src/engine/index.js';
import { describeTables } from '../../../src/model/describe-tables.js';
import { emptyModel } from '../../../src/model/model.js';

const PIECE_ROWS = 20_000;

/**
 * A table of orders whose keys are of each kind: unique numbers and texts but for the last row, texts without an order,
 * and a column of few values. A definition of it is stored.
 */
export async function oneLargeTable(engine: Engine, rows: number): Promise<void> {
  const pieces: BlobPart[] = ['OrderId,Code,Mixed,PersonId,OrderedAt,Title\n'];
  let text = '';
  for (let row = 0; row < rows; row++) {
    const key = row === rows - 1 ? 0 : row;
    const mixed = Math.imul(key + 1, 0x9e3779b1) >>> 0;
    const code = `SO-${String(key).padStart(8, '0')}`;
    const day = String((row % 28) + 1).padStart(2, '0');
    text += `${key},${code},${mixed.toString(36)}-${key},P${row % 5000},2024-03-${day},Order of a tent\n`;
    if (row % PIECE_ROWS === 0) {
      pieces.push(text);
      text = '';
    }
  }
  await engine.importTable({ source: 'Shop', table: 'Orders', data: new Blob([...pieces, text]) });
  const { revision } = await engine.loadModel();
  const orders = {
    ...{ id: 'orders', name: 'Orders', table: 'Shop_Orders', type: 'Other', primaryKey: 'Title' },
    ...{ timestamp: 'OrderedAt', event: 'Title', showInTimeline: true, paths: [] },
  };
  const model = { ...emptyModel(), activities: [orders] };
  await engine.saveModel(describeTables(model, await engine.listTables()), revision);
}
