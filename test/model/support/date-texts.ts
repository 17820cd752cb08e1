import fc from 'fast-check';

const digits = (least: number, most: number, width: number): fc.Arbitrary<string> =>
  fc.integer({ min: least, max: most }).map((number) => String(number).padStart(width, '0'));

const year = fc.oneof(
  digits(1, 9999, 4),
  fc.constantFrom('0000', '0001', '1900', '2000', '2024', '9999', '24'),
);
/** Mostly real, and a little past both ends. */
const month = (width: number): fc.Arbitrary<string> => digits(0, 13, width);
const day = (width: number): fc.Arbitrary<string> => digits(0, 32, width);
const minute = fc.oneof(digits(0, 59, 2), fc.constant('60'));
const width = fc.constantFrom(1, 2);

const fraction = fc.stringMatching(/^[.,]\d{1,10}$/);
const zone = fc.oneof(
  fc.constantFrom('', 'Z', 'z', '+00', '-00:00', '+24:00', '+01:60'),
  fc
    .tuple(fc.constantFrom('+', '-'), digits(0, 15, 2), fc.constantFrom('', ':'), minute)
    .map((p) => p.join('')),
);

const isoTime = fc
  .tuple(
    fc.constantFrom('T', ' ', 't'),
    digits(0, 24, 2),
    minute,
    fc.option(fc.tuple(minute, fc.option(fraction, { nil: '' })), { nil: undefined }),
    zone,
  )
  .map(([separator, hour, minutes, seconds, offset]) =>
    [separator, hour, ':', minutes, ...(seconds ? [':', ...seconds] : []), offset].join(''),
  );

const iso = fc
  .tuple(year, month(2), day(2), fc.option(isoTime, { nil: '' }))
  .map(([y, m, d, time]) => `${y}-${m}-${d}${time}`);

const dialTime = fc
  .tuple(
    width.chain((w) => digits(0, 24, w)),
    minute,
    fc.option(minute, { nil: undefined }),
    fc.constantFrom('', ' AM', 'PM', ' pm', 'am', ' P'),
  )
  .map(([hour, minutes, seconds, half]) => ` ${hour}:${minutes}${seconds ? `:${seconds}` : ''}${half}`);

const parts = (separator: string): fc.Arbitrary<string> =>
  fc
    .tuple(width.chain(day), width.chain(day), year, fc.option(dialTime, { nil: '' }))
    .map(([first, second, y, time]) => `${first}${separator}${second}${separator}${y}${time}`);

const blanks = fc.constantFrom('', '', ' ', '  ', '\t', '\r\n');

/** Texts in the forms of dates, real ones and such that miss by little. */
export const dateText = fc
  .tuple(blanks, fc.oneof(iso, parts('/'), parts('.')), blanks)
  .map(([before, text, after]) => before + text + after);

/** The same with a character or two changed, put in or taken out. */
export const damagedDateText = fc
  .tuple(
    dateText,
    fc.array(fc.tuple(fc.nat(30), fc.nat(1), fc.constantFrom(...'0159-/:TZ+., APMé', '')), {
      minLength: 1,
      maxLength: 2,
    }),
  )
  .map(([text, edits]) =>
    edits.reduce((damaged, [at, taken, put]) => damaged.slice(0, at) + put + damaged.slice(at + taken), text),
  );
