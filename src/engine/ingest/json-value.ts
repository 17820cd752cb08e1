import { canonicalNumber } from './canonical-number.js';

/**
 * The text of a value in a row object. Strings stay as they are, numbers become plain decimals, dates and other
 * values that say how they stand in JSON (`toJSON`) become that, what is nested becomes its JSON text. Nothing, and
 * what JSON knows no text for (NaN, functions), is empty. Throws where a nested value has no JSON text.
 */
export function valueText(value: unknown): string {
  switch (typeof value) {
    case 'string':
      return value;
    case 'number':
      return Number.isFinite(value) ? numberText(value) : '';
    case 'boolean':
    case 'bigint':
      return String(value);
    case 'object':
      return value === null ? '' : objectText(value);
    default:
      return '';
  }
}

/** What JavaScript writes is plain and shortest but for exponents, and those are rare. */
function numberText(value: number): string {
  const text = String(value);
  return text.includes('e') ? canonicalNumber(text) : text;
}

function objectText(value: object): string {
  if (!saysItsJson(value)) return JSON.stringify(value);
  const plain = value.toJSON('');
  // Not valueText for objects: one may answer itself.
  return typeof plain === 'object' && plain !== null ? JSON.stringify(plain) : valueText(plain);
}

function saysItsJson(value: object): value is { toJSON(key: string): unknown } {
  return 'toJSON' in value && typeof value.toJSON === 'function';
}
