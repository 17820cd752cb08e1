export type Group = 'machines' | 'grinders' | 'beans' | 'consumables' | 'parts';

export interface Product {
  id: string;
  name: string;
  group: Group;
  /** Pounds. */
  price: number;
  /** How often it is in an order, against others. */
  weight: number;
}

const range: Record<Group, { weight: number; products: [name: string, price: number][] }> = {
  machines: {
    weight: 1,
    products: [
      ['Slipway 1-group espresso machine', 2190],
      ['Slipway 2-group espresso machine', 4450],
      ['Lantern bean-to-cup machine', 3290],
      ['Lantern Mini bean-to-cup machine', 1490],
      ['Harbour filter brewer', 690],
    ],
  },
  grinders: {
    weight: 2,
    products: [
      ['Pebble on-demand grinder', 640],
      ['Pebble filter grinder', 480],
    ],
  },
  beans: {
    weight: 30,
    products: [
      ['Harbour blend, 6 kg', 96],
      ['Harbour blend, 12 kg', 184],
      ['Night Tide espresso, 6 kg', 108],
      ['Night Tide espresso, 12 kg', 206],
      ['Skylark decaf, 3 kg', 57],
      ['Single farm Huila, 3 kg', 72],
      ['Single farm Sidamo, 3 kg', 75],
    ],
  },
  consumables: {
    weight: 22,
    products: [
      ['Oat drink, 24 cartons', 41],
      ['Drinking chocolate, 6 kg', 58],
      ['Paper filters, 1,000', 18],
      ['Cups 8 oz, 1,000', 64],
      ['Lids 8 oz, 1,000', 38],
      ['Cleaning tablets, 200', 34],
      ['Milk system cleaner, 6 bottles', 45],
      ['Water filter cartridge', 72],
      ['Black tea bags, 1,100', 29],
      ['Sugar sticks, 2,000', 22],
    ],
  },
  parts: {
    weight: 7,
    products: [
      ['Group gasket set', 14],
      ['Steam wand tip', 19],
      ['Grinder burrs, pair', 88],
      ['Portafilter, double', 56],
      ['Milk hose set', 24],
    ],
  },
};

/** All products; ids stay the same as long as the order above does. */
export const products: readonly Product[] = (Object.keys(range) as Group[]).flatMap((group, shelf) =>
  range[group].products.map(([name, price], place) => ({
    id: `TW-${(shelf + 1) * 100 + place + 1}`,
    name,
    group,
    price,
    weight: range[group].weight / range[group].products.length,
  })),
);
