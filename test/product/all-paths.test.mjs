// An analyst brings a table that reaches accounts in two ways, changes it, and takes it away and back: by roles and labels.
import assert from 'node:assert/strict';
import { it } from 'node:test';
import Papa from 'papaparse';
import { useDemo } from './support/use-demo.mjs';
import { fileOf, visit } from './support/visitor.mjs';

const demo = useDemo();

async function demoRows(table) {
  const text = await (await fetch(`${demo.site.url}demo-data/coffee/${table}.csv`)).text();
  return Papa.parse(text, { header: true, skipEmptyLines: true }).data;
}

/** A debtor number of the account that the demo shows first, and a shipment of an order of it. */
async function keysOfHotel() {
  const { DebtorNo } = (await demoRows('ERP_Debtors')).find(
    ({ WebDomain }) => WebDomain.trim().toLowerCase() === 'copper-swan-hotel.example',
  );
  const orders = (await demoRows('ERP_Orders')).filter((order) => order.DebtorNo === DebtorNo);
  const { ShipmentNo } = (await demoRows('Depot_Shipments')).find(({ OrderNo }) =>
    orders.some((order) => order.OrderNo === OrderNo),
  );
  return { DebtorNo, ShipmentNo };
}

it('a table goes through three relationships or one, is refreshed, deleted and brought back', async () => {
  const { context, page, faults, goTo, chooseFiles, readTable, seeTimeline } = await visit(demo.browser);
  await page.goto(`${demo.site.url}#/coffee`);
  await seeTimeline();
  const button = (name, within = page) => within.getByRole('button', { name, exact: true });
  const dialog = page.getByRole('dialog');
  const { DebtorNo, ShipmentNo } = await keysOfHotel();

  const importScans = async (...rows) => {
    await goTo('Data');
    const text = ['ScanNo,Parcel,Payer,ScannedAt,Place', ...rows, ''].join('\n');
    await chooseFiles('Import files', fileOf('Depot_Scans.csv', text));
    await button('Import 1 file', dialog).click();
    await dialog.getByText('1 file imported.').waitFor();
    await button('Done', dialog).click();
  };
  const seeScans = async (count, place) => {
    await goTo('Customers');
    await page.getByRole('searchbox', { name: 'Search customers' }).fill('AC-1024');
    await page.getByText('1 customer', { exact: true }).waitFor();
    await page.getByRole('link', { name: 'Copper Swan Hotel' }).click();
    await seeTimeline();
    const timeline = page.getByRole('region', { name: 'Activity timeline' });
    await timeline.getByRole('button', { name: `${count} Scans` }).click();
    await timeline.getByText(place).first().waitFor();
  };

  await importScans(
    `S-1,${ShipmentNo},,2026-11-02,Quayside depot`,
    `S-2,none,${DebtorNo},2026-11-03,Hill depot`,
    'S-3,none,none,2026-11-04,Lost depot',
  );
  await goTo('Activities');
  await button('Configure activities').click();
  await button('Select tables').click();
  await dialog.getByRole('searchbox', { name: 'Search tables' }).fill('scans');
  await dialog.getByRole('checkbox', { name: 'Scans' }).check();
  await button('Add', dialog).click();
  await dialog.waitFor({ state: 'detached' });
  await button('Next').click();
  await page.getByRole('heading', { name: /^Define activities/ }).waitFor();
  await page.getByLabel('Activity name').fill('ParcelScans');
  await page.getByLabel('Event activity').selectOption('Place');
  await button('Next').click();
  await page.getByRole('heading', { name: 'Configure activity relationships' }).waitFor();

  const relations = page.getByRole('region', { name: 'Scans : Depot' });
  const hop = (number) => dialog.getByRole('group', { name: `Relationship ${number}` });
  const name = (number) => hop(number).getByLabel('Relationship name');
  // What is proposed is made by hand here.
  const proposed = relations.getByRole('button', { name: /^Remove/ });
  while ((await proposed.count()) > 0) await proposed.first().click();
  await button('Add relationship', relations).click();
  await hop(1).getByLabel('Foreign key from Scans : Depot').selectOption('Parcel');
  await hop(1).getByLabel('To table name').selectOption({ label: 'Shipments : Depot' });
  await hop(1).getByLabel('To attribute').selectOption('ShipmentNo');
  await name(1).fill('ScanToShipment');
  await hop(2).getByLabel('Foreign key from Shipments : Depot').selectOption('OrderNo');
  await hop(2).getByLabel('To table name').selectOption({ label: 'Orders : ERP' });
  // Relationships that are known keep their names, and the last one to a customer table is found.
  for (const [number, known] of [
    [2, 'ShipmentToOrder'],
    [3, 'OrderToDebtor'],
  ]) {
    await hop(number).getByText('This relationship exists already and cannot be changed here.').waitFor();
    assert.equal(await name(number).inputValue(), known);
  }
  await button('Apply', dialog).click();
  await relations.getByText('Orders.DebtorNo → Debtors.DebtorNo').waitFor();
  await button('Add another relationship', relations).click();
  await hop(1).getByLabel('Foreign key from Scans : Depot').selectOption('Payer');
  await hop(1).getByLabel('To table name').selectOption({ label: 'Debtors : ERP' });
  await name(1).fill('ScanToDebtor');
  await button('Apply', dialog).click();
  await relations.getByText('Scans.Payer → Debtors.DebtorNo').waitFor();
  await button('Next').click();
  await button('Create activities').click();
  await page.getByRole('button', { name: 'See the customers' }).waitFor();
  await goTo('Activities');
  const scans = (rows) => rows.find(({ Activity }) => Activity === 'ParcelScans');
  const { Read, Shown, Orphaned } = scans(await readTable('What became of the rows'));
  assert.deepEqual([Read, Shown, Orphaned], ['3', '2', '1']);
  await seeScans(2, 'Hill depot');

  // Refresh: one row changed, one gone, one new.
  await importScans(
    `S-1,${ShipmentNo},,2026-11-02,Harbour depot`,
    'S-3,none,none,2026-11-04,Lost depot',
    `S-4,${ShipmentNo},,2026-11-05,Mill depot`,
  );
  await goTo('Activities');
  const isOutOfDate = page.getByRole('rowheader', { name: /^ParcelScans/ }).getByText('Refresh needed');
  await isOutOfDate.waitFor();
  await page.getByRole('button', { name: 'Run', exact: true }).click();
  await isOutOfDate.waitFor({ state: 'detached' });
  const { Added, Removed, Changed, Unchanged } = scans(await readTable('What changed since the run before'));
  assert.deepEqual([Added, Removed, Changed, Unchanged], ['1', '1', '1', '0']);
  await seeScans(2, 'Harbour depot');

  // Deleted and brought back, to the timeline too.
  await goTo('Activities');
  await button('Delete ParcelScans').click();
  await button('Delete', dialog).click();
  await button('Delete ParcelScans').waitFor({ state: 'detached' });
  await button('Undo').click();
  await button('Delete ParcelScans').waitFor();
  await seeScans(2, 'Mill depot');

  assert.deepEqual(faults, []);
  await context.close();
});
