import type { Faker } from '@faker-js/faker';

export const industries = [
  'Hotels',
  'Cafés',
  'Legal services',
  'Architecture',
  'Software',
  'Manufacturing',
  'Health care',
  'Education',
  'Accounting',
  'Media',
] as const;
export type Industry = (typeof industries)[number];

const colours = [
  'Copper',
  'Silver',
  'White',
  'Amber',
  'Scarlet',
  'Hazel',
  'Ivory',
  'Blue',
  'Golden',
  'Black',
];
const signs = [
  'Swan',
  'Anchor',
  'Heron',
  'Lantern',
  'Otter',
  'Bell',
  'Oak',
  'Compass',
  'Falcon',
  'Wheel',
  'Harp',
];
const things = [
  'Kiln',
  'Loft',
  'Quay',
  'Meadow',
  'Signal',
  'Juniper',
  'Basalt',
  'Tandem',
  'Orbit',
  'Paper',
  'Maple',
];

/** A firm's name as its sign says it, after the custom of its trade. */
export function firmName(faker: Faker, industry: Industry, town: string): string {
  const pick = (names: readonly string[]): string => faker.helpers.arrayElement(names);
  const last = (): string => faker.person.lastName().replaceAll("'", '’');
  switch (industry) {
    case 'Hotels':
      return `${pick(colours)} ${pick(signs)} ${pick(['Hotel', 'Inn', 'House Hotel'])}`;
    case 'Cafés':
      return `${pick([...colours, ...things])} ${pick(['Café', 'Coffee House', 'Bakery', 'Kitchen'])} ${town}`;
    case 'Legal services':
      return `${last()} & ${last()} ${pick(['Solicitors', 'Law'])}`;
    case 'Architecture':
      return `${last()} ${pick(['Architects', 'Partners Architects', 'Studio'])}`;
    case 'Software':
      return `${pick(things)} ${pick(['Software', 'Systems', 'Labs', 'Digital'])} ${town}`;
    case 'Manufacturing':
      return `${last()} ${pick(['Engineering', 'Tooling', 'Packaging', 'Castings'])}`;
    case 'Health care':
      return `${town} ${pick(things)} ${pick(['Dental Practice', 'Clinic', 'Surgery'])}`;
    case 'Education':
      return `${last()} ${pick(['College', 'School', 'Academy'])} ${town}`;
    case 'Accounting':
      return `${last()} & ${last()} ${pick(['Accountants', 'Advisers'])}`;
    case 'Media':
      return `${pick(colours)} ${pick(things)} ${pick(['Film', 'Press', 'Radio', 'Design'])}`;
  }
}

/** What book-keeping makes of a name: capitals, the legal form, no "&". */
export function legalName(faker: Faker, name: string): string {
  const way = faker.number.float();
  const form = faker.helpers.arrayElement(['Ltd', 'Ltd.', 'Limited', 'LLP']);
  if (way < 0.45) return `${name} ${form}`;
  if (way < 0.6) return `${name.toUpperCase()} ${form.toUpperCase()}`;
  if (way < 0.7) return `${name.replace('&', 'and')} ${form}`;
  if (way < 0.8) return ` ${name}`;
  return name;
}
