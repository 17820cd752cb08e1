import { AdapterError } from './errors.js';
import { jsonPointer, type JsonPath } from './json-pointer.js';

/** Reads a value of one form out of parsed JSON: answers a copy of it, or throws `model-invalid`. */
export interface Shape<T> {
  read(value: unknown, path: JsonPath): T;
}

/** A shape whose key may be absent. */
export interface OptionalShape<T> extends Shape<T> {
  readonly isOptional: true;
}

type Fields<T> = {
  readonly [Key in keyof T]-?: undefined extends T[Key]
    ? OptionalShape<Exclude<T[Key], undefined>>
    : Shape<T[Key]>;
};

/** The error for a wrong place of a model. `sentence` says what belongs there. */
export function invalid(path: JsonPath, sentence: string): AdapterError {
  const pointer = jsonPointer(path);
  const place = pointer === '' ? 'The model' : `The model at ${pointer}`;
  return new AdapterError('model-invalid', `${place} ${sentence}`, { detail: { pointer } });
}

/** A text; `least` is the fewest characters it may have. */
export function text(least = 0): Shape<string> {
  return {
    read(value, path): string {
      if (typeof value !== 'string') throw invalid(path, `must be a text, not ${kindOf(value)}.`);
      if (value.length < least) throw invalid(path, 'must not be empty.');
      return value;
    },
  };
}

export const flag: Shape<boolean> = {
  read(value, path): boolean {
    if (typeof value !== 'boolean') throw invalid(path, `must be true or false, not ${kindOf(value)}.`);
    return value;
  },
};

export function wholeNumber(least: number, most: number): Shape<number> {
  return {
    read(value, path): number {
      if (typeof value === 'number' && Number.isInteger(value) && value >= least && value <= most) {
        return value;
      }
      throw invalid(path, `must be a whole number from ${least} to ${most}.`);
    },
  };
}

export function oneOf<const T extends string>(...choices: readonly T[]): Shape<T> {
  return {
    read(value, path): T {
      const found = choices.find((choice) => choice === value);
      if (found === undefined) throw invalid(path, `must be one of ${choices.join(', ')}.`);
      return found;
    },
  };
}

export function list<T>(item: Shape<T>): Shape<T[]> {
  return {
    read(value, path): T[] {
      if (!Array.isArray(value)) throw invalid(path, `must be a list, not ${kindOf(value)}.`);
      // Array.from meets the holes of a sparse array too.
      return Array.from(value as unknown[], (entry, i) => item.read(entry, [...path, i]));
    },
  };
}

/** Any keys. The copy has no prototype, so `__proto__` is a key like any other. */
export function record<T>(item: Shape<T>): Shape<Record<string, T>> {
  return {
    read(value, path): Record<string, T> {
      const copy = Object.create(null) as Record<string, T>;
      for (const [key, entry] of Object.entries(asObject(value, path))) {
        copy[key] = item.read(entry, [...path, key]);
      }
      return copy;
    },
  };
}

/** Known keys. One that is not known is refused, because to leave it out would lose what somebody wrote. */
export function object<T extends object>(fields: Fields<T>): Shape<T> {
  const shapes = new Map(Object.entries<Shape<unknown>>(fields));
  return {
    read(value, path): T {
      const source = asObject(value, path);
      for (const key of Object.keys(source)) {
        if (!shapes.has(key)) throw invalid([...path, key], `is not known. Remove it.`);
      }
      const copy: Record<string, unknown> = {};
      for (const [key, shape] of shapes) {
        const entry = Object.hasOwn(source, key) ? source[key] : undefined;
        if (entry !== undefined) copy[key] = shape.read(entry, [...path, key]);
        else if (!('isOptional' in shape)) throw invalid([...path, key], 'is missing.');
      }
      return copy as T;
    },
  };
}

export function optional<T>(shape: Shape<T>): OptionalShape<T> {
  return { isOptional: true, read: (value, path) => shape.read(value, path) };
}

function asObject(value: unknown, path: JsonPath): Readonly<Record<string, unknown>> {
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) {
    return value as Record<string, unknown>;
  }
  throw invalid(path, `must be an object, not ${kindOf(value)}.`);
}

function kindOf(value: unknown): string {
  if (value === null || value === undefined) return 'nothing';
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'object') return 'an object';
  return typeof value === 'string' ? 'a text' : `a ${typeof value}`;
}
