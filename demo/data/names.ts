import {
  base,
  da,
  de,
  en,
  en_GB,
  es,
  Faker,
  fr,
  it,
  nl,
  pl,
  sv,
  type LocaleDefinition,
} from '@faker-js/faker';

/** Who lives in Britain and hikes: mostly British names, with Europe's among them. Weight, then locale. */
const origins: readonly { weight: number; locale: LocaleDefinition }[] = [
  { weight: 76, locale: en_GB },
  { weight: 5, locale: pl },
  { weight: 4, locale: de },
  { weight: 3, locale: fr },
  { weight: 3, locale: es },
  { weight: 3, locale: it },
  { weight: 2, locale: nl },
  { weight: 2, locale: sv },
  { weight: 2, locale: da },
];

export interface PersonName {
  first: string;
  last: string;
}

/** A source of names; the same faker state gives the same names. */
export function nameSource(faker: Faker): () => PersonName {
  const choices = origins.map(({ weight, locale }, index) => ({
    weight,
    value: new Faker({ locale: [locale, en, base], seed: index + 1 }),
  }));
  return () => {
    const of = faker.helpers.weightedArrayElement(choices);
    // One given and one family name: a card has room for two words.
    return { first: firstWord(of.person.firstName()), last: firstWord(of.person.lastName()) };
  };
}

function firstWord(name: string): string {
  const [first = name] = name.split(' ');
  // "de", "van", "di" and the like belong to the word behind them.
  return first.length > 2 && first.toLowerCase() !== 'van' ? first : name;
}

/** Letters of an e-mail address: `Łukasz Müller` → `lukasz.muller`. */
export function mailName({ first, last }: PersonName): string {
  return `${first}.${last}`
    .toLowerCase()
    .replaceAll('ł', 'l')
    .replaceAll('ø', 'o')
    .replaceAll('æ', 'ae')
    .replaceAll('ß', 'ss')
    .normalize('NFD')
    .replace(/[^a-z.]/g, '');
}
