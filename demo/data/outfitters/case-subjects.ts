import type { Category } from './catalogue.js';

/** A subject, in which `{}` stands for the product, and how the service desk settled it. */
export type CaseScript = readonly [subject: string, outcomes: readonly string[]];

const repaired = [
  'Repaired in the workshop, back with the customer after six days',
  'Repaired in the store while the customer waited',
  'Beyond repair: replaced under guarantee',
] as const;
const replaced = ['Replaced under guarantee', 'Refunded in full', 'New one sent the same day'] as const;

/** What goes wrong with a kind of product. */
export const productCases: Record<Category, readonly CaseScript[]> = {
  tents: [
    ['{}: pole section is cracked', ['Spare pole section sent free of charge', ...replaced]],
    ['{}: water at the door seam', repaired],
    ['{}: two pegs are missing', ['Pegs sent by letter post']],
  ],
  packs: [
    ['{}: buckle of the hip belt broke', ['Spare buckle sent free of charge', ...repaired]],
    ['{}: how do I set the back length?', ['Explained by telephone', 'Sent the fitting guide']],
    ['{}: seam is coming apart', repaired],
  ],
  bags: [
    ['{}: down comes through the lining', replaced],
    ['{}: can it go in the washing machine?', ['Sent the care instructions']],
    ['{}: zip has lost a tooth', repaired],
  ],
  mats: [
    ['{}: slow leak at the valve', ['Repair kit sent', ...replaced]],
    ['{}: stuff sack is missing', ['Stuff sack sent by letter post']],
  ],
  shells: [
    ['{}: zip jams halfway', repaired],
    ['{}: lets water in at the shoulders', ['Proofed again in the workshop', ...replaced]],
    ['{}: cuff fastener has come off', repaired],
  ],
  layers: [
    ['{}: hole after a few weeks', ['Darned in the workshop', ...replaced]],
    ['{}: shrank in the wash', ['Advised on washing, replaced as a courtesy', 'Sent the care instructions']],
    ['{}: where does the material come from?', ['Sent the certificate of the supplier']],
  ],
  footwear: [
    ['{}: sole is coming loose', ['Resoled in the workshop', ...replaced]],
    ['{}: exchange for half a size up', ['Exchanged in the store', 'Exchanged by post']],
    [
      '{}: can they be resoled?',
      ['Booked in at the Keswick workshop', 'Not worth it: offered 20 % off a new pair'],
    ],
  ],
  stoves: [
    ['{}: does not light', ['Lighter replaced', ...replaced]],
    ['{}: which cartridge fits?', ['Explained by telephone', 'Sent a table of cartridges']],
  ],
  lights: [
    ['{}: will not charge', replaced],
    ['{}: switches on in the pack', ['Explained the travel lock', ...replaced]],
  ],
  extras: [
    ['{}: arrived damaged', replaced],
    [
      '{}: came twice',
      ['One sent back, return label included', 'Customer keeps both and paid for the second'],
    ],
    [
      '{}: when will it be back in stock?',
      ['Reserved one from the next delivery', 'Answered: within three weeks'],
    ],
  ],
};

/** What goes wrong with everything else. */
export const generalCases: readonly CaseScript[] = [
  [
    'Where is my parcel?',
    ['Found at a neighbour', 'Lost by the carrier: sent again', 'Arrived while we were talking'],
  ],
  ['Parcel arrived open', ['Contents checked, nothing missing', 'Missing part sent the same day']],
  ['Wrong size sent', ['Exchanged by post, return label included', 'Exchanged in the store']],
  [
    'Return not credited yet',
    ['Credited the same day', 'Credited after the parcel was found in our returns'],
  ],
  ['Invoice with our charity’s address, please', ['New invoice sent by e-mail']],
  ['Gift card code is not accepted', ['Code was read wrong: O for 0', 'New code sent']],
  ['Change of address', ['Changed in all our systems']],
  [
    'Club points are missing',
    ['Points added by hand', 'Bought without the card: points added from the receipt'],
  ],
  ['Please stop the printed catalogue', ['Taken off the list']],
  ['Praise for the Keswick team', ['Passed on to the store, with thanks']],
  ['Cannot sign in to my account', ['Password link sent', 'Signed up twice: accounts explained']],
  ['Is the store open on bank holidays?', ['Answered: ten to four']],
];
