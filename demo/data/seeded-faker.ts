import { Faker, base, en, en_GB } from '@faker-js/faker';

/** Root of all seeds: another number makes other worlds. */
const worldSeed = 4711;

/** A faker of its own for each part of the worlds, so that one part can grow without changing another. */
export function fakerFor(part: number): Faker {
  return new Faker({ locale: [en_GB, en, base], seed: worldSeed + part });
}
