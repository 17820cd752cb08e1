import type { Category } from './catalogue.js';

/** Where a product was tried. Each can begin a review of anything. */
export const settings = [
  'Took it along the Cumbria Way in October',
  'Six days on the West Highland Way',
  'Used it every weekend since the spring',
  'Bought it for a wet week on Skye',
  'A fortnight in the Cairngorms with it',
  'Had it with me on the Pennine Way',
  'Mostly used for dog walks, once for Snowdon in sleet',
  'Two summers of camping with the children',
  'Tried it on a quick overnight trip to the Brecon Beacons',
  'First outing was a windy ridge above Keswick',
  'Carried it from Ravenglass to Newcastle',
  'My partner borrowed it for the Dales and did not want to give it back',
  'Needed something for a winter skills course',
  'Had a long, muddy day on Kinder Scout',
  'On the coast path in Pembrokeshire',
  'Used on a bike tour through the Borders',
  'Thirty nights out so far',
  'Was a present for my sixtieth birthday',
  'Replaced one that had lasted me eleven years',
  'Test walk in the garden, then three days in Knoydart',
] as const;

type Mood = 'good' | 'mixed' | 'bad';

/** What people say about a kind of product: a headline and a sentence that goes with it. */
export const verdicts: Record<
  Category,
  Record<Mood, readonly (readonly [headline: string, text: string])[]>
> = {
  tents: {
    good: [
      ['stood up to a gale', 'It did not move an inch in a gale, and the porch kept two wet packs dry.'],
      ['up in four minutes', 'I can pitch it in four minutes, alone and with cold hands.'],
      ['dry inside and out', 'No condensation to speak of, even by the lake.'],
      ['room to sit up', 'At last something in which I can sit up and put my boots on.'],
    ],
    mixed: [
      ['good, but heavy', 'Everything works, but it weighs a little more than the label says.'],
      ['mind the pegs', 'Well made; the pegs that come with it bend on stony ground, so I bought others.'],
    ],
    bad: [
      ['seam let water in', 'A seam above the door dripped all night. Back to the store it goes.'],
      ['pole broke early', 'One pole split on the third night. The repair sleeve saved the trip.'],
    ],
  },
  packs: {
    good: [
      ['carries like nothing', 'With twelve kilos in it my shoulders felt nothing in the evening.'],
      [
        'pockets in the right places',
        'The side pockets can be reached while walking, which is rarer than it should be.',
      ],
      ['still like new', 'Dragged over gritstone, rained on, sat on: still like new.'],
    ],
    mixed: [
      ['fine for day trips', 'Comfortable up to eight kilos; above that the hip belt gives way.'],
      ['could use a cover', 'A fine bag, but a rain cover should be included at this price.'],
    ],
    bad: [
      ['strap came loose', 'The left strap slipped on every descent, however much I tightened it.'],
      ['zip jams', 'The main zip catches on its own flap. Annoying with gloves on.'],
    ],
  },
  bags: {
    good: [
      ['slept like at home', 'Minus three outside, and I slept until the sun was up.'],
      ['warm and tiny', 'Packs down to the size of a loaf and is warm at once.'],
      ['nothing caught in the zip', 'The zip runs past the lining without biting into it, even half asleep.'],
    ],
    mixed: [
      ['a bit short', 'Lovely material. At 1.88 m my feet touch the end.'],
      ['warm, wide, heavy', 'Warm and roomy, which the scales notice.'],
    ],
    bad: [
      ['lost its loft', 'After one wash, done as the label says, the down sits in lumps.'],
      ['colder than it says', 'Well above the temperature on the label I lay awake in all my clothes.'],
    ],
  },
  mats: {
    good: [
      ['the cold floor is gone', 'For the first time the cold did not creep up from the ground.'],
      ['ten breaths and flat', 'Ten breaths to fill it, one to let the air out.'],
      ['kind to old hips', 'I sleep on my side, and for once nothing hurt in the morning.'],
    ],
    mixed: [
      ['warm but noisy', 'Warm, but it rustles at every turn; my tent mate was not amused.'],
      ['slides on the floor', 'Comfortable, if only it stayed where I put it.'],
    ],
    bad: [
      ['flat by morning', 'It was flat by four in the morning, and I could not find a hole.'],
      ['valve leaks', 'The valve has to be opened and closed three times until it holds.'],
    ],
  },
  shells: {
    good: [
      ['dry for three days', 'It rained for three days and my shirt stayed dry. That is all I ask.'],
      ['hood that works', 'The hood turns with the head and fits over a helmet.'],
      ['breathes well', 'Uphill in drizzle I hardly noticed that I was wearing it.'],
      ['worth every penny', 'Not cheap, but I have stopped looking at the forecast.'],
    ],
    mixed: [
      ['sleeves run long', 'Keeps the rain out; the sleeves are made for a taller person.'],
      ['good, needs proofing', 'Good jacket, though it had to be proofed again after one season.'],
    ],
    bad: [
      ['soaked through', 'Wet at the shoulders after two hours under a pack. Disappointing.'],
      ['zip gave up', 'The zip parted below my hand on a summit. In hail.'],
    ],
  },
  layers: {
    good: [
      ['no smell, no itch', 'Five days in a row, and nobody complained.'],
      ['I live in it', 'I wear it at home, at work, and under a jacket in the hills.'],
      ['fits beautifully', 'Long enough at the back, snug at the wrists. I bought a second one.'],
    ],
    mixed: [
      ['order a size up', 'Very soft, very warm, and a full size too small.'],
      ['pills a little', 'Warm, but under the straps of a pack it soon begins to pill.'],
    ],
    bad: [
      ['hole after a month', 'A hole beside the seam after a month, without any accident.'],
      ['colour ran', 'The blue came out in the first wash and took two shirts with it.'],
    ],
  },
  footwear: {
    good: [
      ['no blisters', 'Out of the box, fifteen miles, not one blister.'],
      ['grip on wet rock', 'They hold on wet rock where my old pair sent me sliding.'],
      ['resoled and back', 'Had them resoled in the Keswick store and they are as good as new.'],
      ['feet stayed dry', 'Stood in a bog up to the ankle. Dry socks all the same.'],
    ],
    mixed: [
      ['wait with long walks', 'They want thirty miles of patience before they are friends with your heels.'],
      ['good grip, thin sole', 'Great grip, but on sharp stones I feel every one of them.'],
    ],
    bad: [
      ['sole came off', 'The sole began to come off at the toe after ten weeks.'],
      ['too narrow for me', 'Even a size larger they pinch. The staff were kind about the exchange.'],
    ],
  },
  stoves: {
    good: [
      ['tea in three minutes', 'Tea in three minutes, in wind, at 900 metres.'],
      ['simple and solid', 'Nothing to break, nothing to lose, easy to clean with a handful of grass.'],
      ['small flame, big flame', 'It simmers. I have cooked a real risotto on it.'],
    ],
    mixed: [
      ['works, takes its time', 'Does what it should, just not in a hurry.'],
      ['a bit wobbly', 'Burns well; with a full pot on it I would not turn my back.'],
    ],
    bad: [
      ['lighter failed', 'The lighter stopped after a week. I carry matches now.'],
      ['gave out in the cold', 'Below zero it goes out, exactly when one wants a soup.'],
    ],
  },
  lights: {
    good: [
      ['bright and kind', 'Bright enough for a descent, dim enough for the tent.'],
      ['a winter on one charge', 'I have charged it twice since November.'],
      ['found the way home', 'Fog on the top, and it brought me back to the car park to the metre.'],
    ],
    mixed: [
      ['button is too small', 'Good, but the button is nothing for gloved fingers.'],
      ['fine, but no case', 'I like it. It ought to come with a small case.'],
    ],
    bad: [
      ['switches itself on', 'It switches itself on in the pack and is empty when I need it.'],
      ['dead after rain', 'One proper shower, and that was that.'],
    ],
  },
  extras: {
    good: [
      ['small thing, big help', 'One of those things that one misses only after having had it.'],
      ['does what it should', 'It does what it should, and I have stopped thinking about it.'],
      ['well made', 'Clean work, good material, and it looks as if it would last.'],
      ['light enough to forget', 'Weighs next to nothing, so it always comes along.'],
    ],
    mixed: [
      ['good, a bit dear', 'I like it, though two thirds of the price would have been enough.'],
      ['smaller than expected', 'Good, but smaller than it looks in the picture.'],
    ],
    bad: [
      ['broke on day two', 'It broke on the second day, and I had not been rough with it.'],
      [
        'not as described',
        'Not what the page in the shop promises. The photograph is kinder than the thing.',
      ],
    ],
  },
};

/** How people end. */
export const closings: Record<Mood, readonly string[]> = {
  good: [
    'Would buy it again.',
    'My sister has ordered one too.',
    'Thank you to the woman in the Leeds store who talked me into it.',
    'Best thing I bought this year.',
    'Recommended, also for beginners.',
    'No complaints.',
    'Delivery took two days, and the parcel had no plastic in it.',
    'Let us see how it does next winter.',
  ],
  mixed: [
    'All in all I shall keep it.',
    'Four weeks in, I am still undecided.',
    'With a small change it would be perfect.',
    'At a lower price I would say yes.',
    'Others may be happy with it.',
  ],
  bad: [
    'Service was quick, I must say.',
    'I had expected more of this brand.',
    'Sent back; the money came within a week.',
    'A pity, because the rest of it is good.',
    'Hope it was only mine.',
  ],
};

/** Some add a second paragraph, which makes a line break inside a quoted field. */
export const postscripts = [
  'Edit: after another month I have nothing to add.',
  'PS: sizes are generous, so try it on first.',
  'Update: the store replaced it without asking for the receipt, "no questions", as they said.',
  'For scale: I am 1.72 m and wear an M.',
  'Edit: one star more, because the answer from the shop came on a Sunday.',
] as const;
