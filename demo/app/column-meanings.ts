import type { ColumnInfo } from '../../src/model/tables.js';

/** What a column of customers can mean (§ 9.1), and the names that such columns have in exports. */
interface Meaning {
  readonly semantic: string;
  readonly words: string;
  /** Of a name in small letters, its words apart by blanks. */
  readonly names: RegExp;
}

/** The first whose names fit wins. */
export const personMeanings: readonly Meaning[] = [
  {
    semantic: 'Person.FirstName',
    words: 'First name',
    names: /^((first|given|fore) ?name|vorname|pr[eé]nom|nombre|voornaam|imi[eę])$/,
  },
  {
    semantic: 'Person.LastName',
    words: 'Last name',
    names:
      /^((last|family) ?name|surname|nachname|familienname|zuname|nom( de famille)?|apellidos?|achternaam|nazwisko)$/,
  },
  {
    semantic: 'Person.FullName',
    words: 'Full name',
    names:
      /^(((full|display|customer|contact|client|person) )?name|fullname|kundenname|kunde|customer|client)$/,
  },
];

export const organizationMeanings: readonly Meaning[] = [
  {
    semantic: 'Organization.Name',
    words: 'Name of the organisation',
    names:
      /^(((account|company|firm|organi[sz]ation|customer|client|business|legal) )?name( 1)?|company|firma|firmenname|kundenname|kunde|organi[sz]ation|raison sociale|soci[eé]t[eé]|empresa)$/,
  },
];

const sharedMeanings: readonly Meaning[] = [
  {
    semantic: 'Identity.Service.Email',
    words: 'E-mail',
    names: /\b(e ?mail|mail|courriel|correo)\b/,
  },
  {
    semantic: 'Identity.Service.Phone',
    words: 'Telephone',
    names: /\b(phone|telephone|mobile|telefon|handy|mobil|t[eé]l[eé]phone|tel[eé]fono|tel)\b/,
  },
  {
    semantic: 'Person.BirthDate',
    words: 'Birth date',
    names: /\b(birth ?(date|day)|date of birth|geburts(datum|tag)|dob)\b/,
  },
  {
    semantic: 'Location.Address',
    words: 'Street',
    names: /^(street( address)?|address( line)?( 1)?|stra(ß|ss)e|adresse|rue)$/,
  },
  { semantic: 'Location.City', words: 'Town', names: /^(city|town|ort|stadt|wohnort|ville|ciudad)$/ },
  {
    semantic: 'Location.PostalCode',
    words: 'Post code',
    names: /^((zip|post|postal)( ?code)?|plz|postleitzahl|code postal)$/,
  },
  { semantic: 'Location.Country', words: 'Country', names: /^(country( or region)?|land|pays|pa[ií]s)$/ },
];

export type CustomerKind = 'individuals' | 'accounts';

/** What columns can mean, for the customers of a model. */
export const meaningsOf = (kind: CustomerKind): readonly Meaning[] => [
  ...(kind === 'accounts' ? organizationMeanings : personMeanings),
  ...sharedMeanings,
];

/** `E-Mail`, `FirstName`, `Kunden_Nr` → `e mail`, `first name`, `kunden nr`. */
export const wordsOf = (name: string): string =>
  name
    .replace(/(?<=\p{Ll})(?=\p{Lu})/gu, ' ')
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{Nd}]+/gu, ' ')
    .trim();

/** Meaning of columns by their names, each meaning once: the first column that has it is the one. */
export function proposeMeanings(
  columns: readonly Pick<ColumnInfo, 'name'>[],
  meanings: readonly Meaning[],
): Record<string, string> {
  const found: Record<string, string> = {};
  const taken = new Set<string>();
  for (const { name } of columns) {
    const meaning = meanings.find(({ names }) => names.test(wordsOf(name)));
    if (!meaning || taken.has(meaning.semantic)) continue;
    taken.add(meaning.semantic);
    found[name] = meaning.semantic;
  }
  return found;
}
