/** What people call about, and how it was settled. */
export const subjects: readonly (readonly [subject: string, outcomes: readonly string[]])[] = [
  ['Espresso runs too fast', ['Grinder set finer by telephone', 'Burrs replaced at a visit']],
  ['Machine shows error E4', ['Pump replaced at a visit', 'Reset by telephone, has not come back']],
  ['Steam wand drips', ['Seal sent by post', 'Tip replaced at a visit']],
  [
    'Water under the machine',
    ['Hose tightened at a visit', 'Drain was blocked, cleaned by telephone advice'],
  ],
  ['Milk foam stays thin', ['Milk system cleaned by telephone advice', 'Hose set sent by post']],
  ['How often does the water filter need changing?', ['Explained, reminder set for every three months']],
  [
    'Beans taste bitter since the last delivery',
    ['Batch exchanged', 'Brewing temperature lowered by two degrees'],
  ],
  ['Invoice names the wrong address', ['Invoice written again', 'Address corrected in the books']],
  ['Portal password does not work', ['New password sent', 'Login was spelled differently, solved']],
  ['Please add a colleague to the portal', ['Access given the same day']],
  ['Delivery came after closing time', ['Delivery window noted with the carrier']],
  [
    'Grinder makes a loud noise',
    ['A stone among the beans, removed at a visit', 'Burrs replaced at a visit'],
  ],
];

/** What technicians did and wrote into their report. */
export const works: readonly (readonly [work: string, report: string])[] = [
  ['Yearly service, espresso machine', 'Gaskets, shower screens and pump checked; all within limits'],
  ['Yearly service, bean-to-cup machine', 'Brewing unit cleaned and greased, milk system descaled'],
  ['Installed a new machine', 'Machine set up and staff shown how to clean it'],
  ['Replaced the pump', 'Pressure back at nine bar'],
  ['Replaced the grinder burrs', 'About 900 kg ground with the old pair'],
  ['Descaled the boiler', 'Water hardness is 17, filter cartridge replaced too'],
  ['Training for new staff', 'Four people, two hours, milk and dialling in'],
  ['Taste calibration', 'Dose 18 g, 36 g in 28 s; written on the card by the grinder'],
];

/** What is asked through the form on the web site. */
export const enquiries: readonly (readonly [topic: string, message: string])[] = [
  ['A second machine', 'We open another floor in spring and need a machine for about forty people.'],
  ['Decaf in larger bags', 'Is there a 12 kg bag of the decaf? We go through three small ones a week.'],
  ['Renting for an event', 'We have 200 guests on two days and no coffee. Can you help?'],
  ['Oat drink alternatives', 'Do you have a soy or almond drink that foams well?'],
  ['Compostable cups', 'Which of your cups and lids may go on the compost?'],
  ['Prices for next year', 'Please send us the new list as soon as it is there.'],
  ['Barista course', 'Two colleagues would like to learn latte art. Are there dates in autumn?'],
];
