import { around, characterClass, TEXT, type CharacterSet, type FunctionDefinitions } from './definition.js';

/** Blanks of other scripts, as JavaScript trims them: beside ASCII's those of Unicode and the byte order mark. */
const WIDE_BLANKS: CharacterSet = [
  [0x09, 0x0d],
  0x20,
  0xa0,
  0x1680,
  [0x2000, 0x200a],
  [0x2028, 0x2029],
  0x202f,
  0x205f,
  0x3000,
  0xfeff,
];

/** All of {@link WIDE_BLANKS} in one text. */
const BLANKS: string = WIDE_BLANKS.flatMap((range) => {
  const [first, last] = typeof range === 'number' ? [range, range] : range;
  return Array.from({ length: last - first + 1 }, (_, i) => String.fromCodePoint(first + i));
}).join('');

/** Control characters that JSON writes by a number with a letter in it. */
const LETTERED: readonly number[] = [0x0b, 0x0e, 0x0f, 0x1a, 0x1b, 0x1c, 0x1d, 0x1e, 0x1f];

const INTEGER = '^(0|[1-9][0-9]*)$';
const NUMBER = '^[+-]?((0|[1-9][0-9]*)([.][0-9]+)?|[.][0-9]+)([eE][+-]?[0-9]{1,3})?$';

/** Keys and numbers (D 53, 54), each behind those that it calls. */
export const TEXT_FUNCTIONS: FunctionDefinitions<
  'at_trim' | 'at_bare' | 'at_blank' | 'at_shifted' | 'at_number' | 'at_lower' | 'at_unspaced' | 'at_json'
> = {
  at_trim: {
    about: 'Without the blanks of any script around it.',
    parameters: TEXT,
    returns: 'text',
    body: (d) => d.strip('t', around(d, WIDE_BLANKS)),
  },
  at_bare: {
    about: 'Without control characters and blanks around it: those of ASCII, then those of any script.',
    parameters: TEXT,
    returns: 'text',
    body: (d) => {
      const [ascii, wide] = [characterClass(d, [[0x01, 0x20]]), characterClass(d, WIDE_BLANKS)];
      return d.strip('t', `^${ascii}*${wide}*|${wide}*${ascii}*$`);
    },
  },
  at_blank: {
    about: 'True for a key that is none (D 50).',
    parameters: TEXT,
    returns: 'boolean',
    body: (d) => `${d.strip('t', around(d, [[0x01, 0x20]]))} = ''`,
  },
  at_shifted: {
    about: 'Digits with a point behind so many of them.',
    parameters: { digits: 'text', point: 'integer' },
    returns: 'text',
    body: () =>
      `rpad(left(digits, greatest(point, 0)), greatest(point, 0), '0') || '.' || repeat('0', greatest(-point, 0)) || substr(digits, greatest(point, 0) + 1)`,
  },
  at_number: {
    about: 'Plain decimals without needless zeros; what is no number stays as it is (D 54).',
    parameters: TEXT,
    returns: 'text',
    body: (d, f) => {
      const part = (n: number): string => `split_part(lower(t), 'e', ${n})`;
      const mantissa = `trim(leading '+-' from ${part(1)})`;
      const point = `cast(length(split_part(${mantissa}, '.', 1)) as ${d.types.integer}) + coalesce(${d.integer(`nullif(${part(2)}, '')`)}, 0)`;
      const shifted = f('at_shifted', `replace(${mantissa}, '.', '')`, `(${point})`);
      return `case when ${d.matches('t', INTEGER)} then t
    when ${d.matches('t', NUMBER)} then case when ${d.matches('t', '^-[^eE]*[1-9]')} then '-' else '' end
      || ${d.replace(`trim(trailing '.' from trim(both '0' from ${shifted}))`, '^([.]|$)', '0')}
    else t end`;
    },
  },
  at_lower: {
    about: 'In small letters.',
    parameters: TEXT,
    returns: 'text',
    // Of all letters only this one becomes two.
    body: (d) => d.lower(`replace(t, ${d.text('\u0130')}, ${d.text('i\u0307')})`),
  },
  at_unspaced: {
    about: 'Without any blanks.',
    parameters: TEXT,
    returns: 'text',
    body: (d) => `translate(t, ${d.text(BLANKS)}, '')`,
  },
  at_json: {
    about:
      'As a JSON string, with the numbers of control characters in small letters as the engine writes them.',
    parameters: TEXT,
    returns: 'text',
    body: (d) => {
      // JSON holds no control character itself: one stands for a backslash of the text meanwhile.
      const [doubled, held] = [d.text('\\\\'), d.text('\u0001')];
      const lowered = LETTERED.reduce(
        (json, code) => {
          const number = code.toString(16).padStart(4, '0');
          return `replace(${json}, ${d.text(`\\u${number.toUpperCase()}`)}, ${d.text(`\\u${number}`)})`;
        },
        `replace(${d.json('t')}, ${doubled}, ${held})`,
      );
      // Nearly no text has any of them, and that is quickly seen.
      return `case when position(${d.text('\\u00')} in ${d.json('t')}) = 0 then ${d.json('t')}
    else replace(${lowered}, ${held}, ${doubled}) end`;
    },
  },
};
