import { atDay, daysLater, isoDay, slashDayFirst } from '../calendar.js';
import { fakerFor } from '../seeded-faker.js';
import { pounds, type SourceTable } from '../source-table.js';
import type { Order } from './orders.js';
import { lastDay, trackingAddress } from './world.js';

interface Shipment {
  shipmentNo: string;
  order: Order;
  at: number;
}

/** What left the depot for each order: mostly one shipment, now and then two. */
export function makeShipments(orders: readonly Order[]): Shipment[] {
  const faker = fakerFor(108);
  const end = atDay(lastDay);
  const shipments = orders.flatMap((order) => {
    const count = faker.helpers.weightedArrayElement([
      { weight: 4, value: 0 },
      { weight: 85, value: 1 },
      { weight: 11, value: 2 },
    ]);
    return Array.from({ length: count }, (_, part) => ({
      shipmentNo: '',
      order,
      at: daysLater(faker, order.at, 1 + part * 3, 3 + part * 6),
    })).filter(({ at }) => at <= end);
  });
  shipments.sort((a, b) => a.at - b.at);
  shipments.forEach((shipment, index) => (shipment.shipmentNo = `SH-${820_001 + index}`));
  return shipments;
}

/** Shipments name the order alone: two relationships to the firm. Days as day/month/year. */
export function shipmentsTable(shipments: readonly Shipment[]): SourceTable {
  const faker = fakerFor(109);
  return {
    name: 'Depot_Shipments',
    columns: ['ShipmentNo', 'OrderNo', 'ShippedOn', 'Title', 'Note', 'Carrier', 'Parcels', 'TrackingUrl'],
    rows: shipments.map(({ shipmentNo, order, at }) => {
      const parcels = faker.number.int({ min: 1, max: Math.min(6, order.items.length + 2) });
      const carrier = faker.helpers.arrayElement(['Fellgate Freight', 'Own van', 'Kestrel Parcels']);
      return [
        shipmentNo,
        order.orderNo,
        slashDayFirst(at),
        `${parcels === 1 ? '1 parcel' : `${parcels} parcels`} to ${order.firm.town}`,
        `${carrier}, for order ${order.orderNo}`,
        carrier,
        String(parcels),
        `${trackingAddress}/${shipmentNo}`,
      ];
    }),
  };
}

const reasons = [
  'Machine damaged on the way',
  'Wrong blend delivered',
  'Roasting date too old',
  'Ordered twice',
  'Cups of the wrong size',
  'Part does not fit the machine',
];

/** Returns name the shipment: three relationships to the firm. */
export function returnsTable(shipments: readonly Shipment[]): SourceTable {
  const faker = fakerFor(110);
  const rows = shipments.flatMap(({ shipmentNo, order, at }) => {
    if (!faker.datatype.boolean(0.045)) return [];
    const receivedAt = daysLater(faker, at, 3, 21);
    if (receivedAt > atDay(lastDay)) return [];
    const credit = Math.min(order.amount, faker.number.int({ min: 2, max: 60 }) * 7.5);
    return [
      [
        shipmentNo,
        isoDay(receivedAt),
        faker.helpers.arrayElement(reasons),
        `${pounds(credit)} credited`,
        credit.toFixed(2),
      ],
    ];
  });
  return {
    name: 'Depot_Returns',
    columns: ['ReturnNo', 'ShipmentNo', 'ReceivedOn', 'Reason', 'Note', 'Credit'],
    rows: rows.map((row, index) => [`RT-${5001 + index}`, ...row]),
  };
}
