/** Shelves: what people say and complain about is the same for all that lies on one. */
export type Category =
  'tents' | 'packs' | 'bags' | 'mats' | 'shells' | 'layers' | 'footwear' | 'stoves' | 'lights' | 'extras';

export interface Product {
  id: string;
  name: string;
  category: Category;
  /** Pounds. */
  price: number;
}

const range: Record<Category, [name: string, price: number][]> = {
  tents: [
    ['Tarn 1 solo tent', 219],
    ['Tarn 2 trekking tent', 289],
    ['Tarn 3 family tent', 379],
    ['Bothy 4 dome tent', 459],
  ],
  packs: [
    ['Fellrun 12 running pack', 84],
    ['Fellrun 30 backpack', 119],
    ['Ridgeway 45 backpack', 149],
    ['Ridgeway 65 backpack', 189],
    ['Satchel 18 day pack', 69],
  ],
  bags: [
    ['Hollin 5 down sleeping bag', 239],
    ['Hollin 0 down sleeping bag', 319],
    ['Hollin junior sleeping bag', 119],
  ],
  mats: [
    ['Heather sleeping mat', 74],
    ['Heather insulated mat', 129],
    ['Heather wide mat', 99],
  ],
  shells: [
    ['Skerry rain jacket', 189],
    ['Gale 3-layer jacket', 279],
    ['Rill light rain jacket', 129],
  ],
  layers: [
    ['Merino base layer', 62],
    ['Merino hoody', 98],
    ['Croft fleece', 75],
    ['Croft half-zip', 68],
    ['Eider down jacket', 199],
  ],
  footwear: [
    ['Cairn leather boots', 199],
    ['Cairn light boots', 159],
    ['Beck trail shoes', 124],
    ['Beck wide trail shoes', 124],
    ['Shingle approach shoes', 134],
  ],
  stoves: [
    ['Ember gas stove', 54],
    ['Ember duo stove', 89],
  ],
  lights: [
    ['Glim head torch', 44],
    ['Glim pro head torch', 64],
    ['Glim tent lantern', 32],
  ],
  extras: [
    ['Moorland tarp', 89],
    ['Storm peg set', 18.5],
    ['Skerry rain trousers', 109],
    ['Drizzle poncho', 39],
    ['Wool beanie', 22],
    ['Trail socks, two pairs', 19.5],
    ['Gaiters', 34],
    ['Boot wax', 9.5],
    ['Dry bags, set of three', 27.5],
    ['Pack cover, large', 21],
    ['Titanium pot, 900 ml', 46],
    ['Enamel mug', 12],
    ['Gas cartridge, 230 g', 7.5],
    ['Water filter', 39],
    ['Insulated bottle, 1 l', 29],
    ['Baseplate compass', 26],
    ['Map case', 15],
    ['Trekking poles, pair', 84],
  ],
};

/** All products; ids stay the same as long as the order above does. */
export const products: readonly Product[] = (Object.keys(range) as Category[]).flatMap((category, shelf) =>
  range[category].map(([name, price], place) => ({
    id: `P-${(shelf + 1) * 100 + place + 1}`,
    name,
    category,
    price,
  })),
);
