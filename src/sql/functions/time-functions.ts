import type { DateOrder } from '../../model/model.js';
import type { Dialect } from '../dialects/dialect.js';
import { around, TEXT, type CallFunction, type FunctionDefinitions } from './definition.js';

const ISO =
  '^[0-9]{4}-[0-9]{2}-[0-9]{2}([Tt ][0-9]{2}:[0-9]{2}(:[0-9]{2}([.,][0-9]{1,9})?)?([Zz]|[+-][0-9]{2}(:?[0-9]{2})?)?)?$';
const SLASH = '^[0-9]{1,2}/[0-9]{1,2}/[0-9]{4}( [0-9]{1,2}:[0-9]{2}(:[0-9]{2})?( ?[AaPp][Mm])?)?$';
const POINT = SLASH.replaceAll('/', '[.]');
const SLASH_DAY = '^[0-9]{1,2}/[0-9]{1,2}/[0-9]{4}$';
/** Fifteen digits reach beyond the year 9999 in either unit. */
const UNIX = '^-?0*[0-9]{1,15}([.][0-9]+)?$';

/** Times (D 52), each behind those that it calls. */
export const TIME_FUNCTIONS: FunctionDefinitions<
  | 'at_clock'
  | 'at_hour'
  | 'at_zone'
  | 'at_in_range'
  | 'at_day'
  | 'at_iso'
  | 'at_slash'
  | 'at_unblank'
  | 'at_time_mdy'
  | 'at_time_dmy'
  | 'at_offset'
  | 'at_by_offsets'
  | 'at_in_zone'
  | 'at_unix'
  | 'at_stamp'
> = {
  at_clock: {
    about: 'Milliseconds from midnight; null where no clock shows it.',
    parameters: { hour: 'text', minute: 'text', second: 'text', fraction: 'text' },
    returns: 'whole',
    body: (
      d,
    ) => `case when ${d.integer('hour')} < 24 and ${d.integer('minute')} < 60 and ${d.integer(`'0' || second`)} < 60
    then ${d.integer('hour')} * 3600000 + ${d.integer('minute')} * 60000 + ${d.integer(`'0' || second`)} * 1000
      + ${d.integer(`rpad(left(fraction, 3), 3, '0')`)} end`,
  },
  at_hour: {
    about: 'The hour of 24 from one of 12 with AM or PM; 24, which is none, where there is no such hour.',
    parameters: { hour: 'text', half: 'text' },
    returns: 'text',
    body: (d) => `case when half = '' then hour
    when ${d.integer('hour')} between 1 and 12
    then cast(${d.integer('hour')} % 12 + case when lower(half) = 'p' then 12 else 0 end as ${d.types.text})
    else '24' end`,
  },
  at_zone: {
    about: 'Milliseconds by which a written zone such as +05:30 is before UTC; null for none that there is.',
    parameters: { sign: 'text', hour: 'text', minute: 'text' },
    returns: 'whole',
    body: (d) => `case when sign = '' then 0
    when ${d.integer('hour')} < 24 and ${d.integer(`'0' || minute`)} < 60
    then case when sign = '-' then -1 else 1 end * (${d.integer('hour')} * 3600000 + ${d.integer(`'0' || minute`)} * 60000) end`,
  },
  at_in_range: {
    about: 'Years 0001 to 9999.',
    parameters: { ms: 'whole' },
    returns: 'whole',
    body: () => 'case when ms between -62135596800000 and 253402300799999 then ms end',
  },
  at_day: {
    about: 'Milliseconds since 1970 of the midnight of a day YYYY-MM-DD.',
    parameters: { day: 'text' },
    returns: 'whole',
    body: (d) =>
      `case when left(day, 4) <> '0000' then cast(${d.days('day')} as ${d.types.whole}) * 86400000 end`,
  },
  at_iso: {
    about: 'Milliseconds since 1970 of a time of ISO 8601; one without a zone is taken as UTC.',
    parameters: TEXT,
    returns: 'whole',
    body: (d, f) => {
      const rest = 'substr(t, 17)';
      const zone = (group: string): string => d.extract(rest, group);
      return `case when length(t) = 10 then ${f('at_day', 't')} else ${f('at_day', 'left(t, 10)')}
    + ${f('at_clock', 'substr(t, 12, 2)', 'substr(t, 15, 2)', d.extract(rest, '^:([0-9]{2})'), d.extract(rest, '[.,]([0-9]+)'))}
    - ${f('at_zone', zone('([+-])'), zone('[+-]([0-9]{2})'), zone('[+-][0-9]{2}:?([0-9]{2})$'))} end`;
    },
  },
  at_slash: {
    about:
      'Milliseconds since 1970 of a day in three parts and a time such as 9:05 PM, or nothing, as if in UTC.',
    parameters: { year: 'text', month: 'text', day: 'text', clock: 'text' },
    returns: 'whole',
    body: (d, f) => {
      const hour = f('at_hour', `split_part(clock, ':', 1)`, d.extract('clock', '([AaPp])[Mm]$'));
      return `${f('at_day', `left(year, 4) || '-' || lpad(month, 2, '0') || '-' || lpad(day, 2, '0')`)}
    + case when clock = '' then 0 else ${f('at_clock', hour, `left(split_part(clock, ':', 2), 2)`, `left(split_part(clock, ':', 3), 2)`, `''`)} end`;
    },
  },
  at_unblank: {
    about: 'Without blanks and line breaks around it, as times may have them.',
    parameters: TEXT,
    returns: 'text',
    body: (d) => d.strip('t', around(d, [[0x09, 0x0d], 0x20])),
  },
  at_time_mdy: {
    about: 'Milliseconds since 1970 of a written time (D 52), month before day; null for what is none.',
    parameters: TEXT,
    returns: 'whole',
    body: (d, f) => timeBody(d, f, 'mdy'),
  },
  at_time_dmy: {
    about: 'Milliseconds since 1970 of a written time (D 52), day before month; null for what is none.',
    parameters: TEXT,
    returns: 'whole',
    body: (d, f) => timeBody(d, f, 'dmy'),
  },
  at_offset: {
    about: 'Milliseconds that the clocks of a zone are ahead of UTC at an instant.',
    parameters: { ms: 'whole', zone: 'text' },
    returns: 'whole',
    body: (d) => d.offset('ms', 'zone'),
  },
  at_by_offsets: {
    about:
      'Of a time that clocks show twice the first instant; one that they skip moves on by the gap. The offsets are those of a day before and a day after.',
    parameters: { ms: 'whole', zone: 'text', early: 'whole', late: 'whole' },
    returns: 'whole',
    body: (_, f) => {
      const [first, last] = ['ms - greatest(early, late)', 'ms - least(early, late)'];
      return `case when ${f('at_offset', first, 'zone')} = greatest(early, late) then ${first}
    when ${f('at_offset', last, 'zone')} = least(early, late) then ${last}
    else ms - early end`;
    },
  },
  at_in_zone: {
    about: 'The instant at which the clocks of a zone show a time.',
    parameters: { ms: 'whole', zone: 'text' },
    returns: 'whole',
    // Only what an instant shows is asked of the engines: of a time shown twice each takes another one.
    body: (_, f) =>
      f(
        'at_by_offsets',
        'ms',
        'zone',
        f('at_offset', 'ms - 86400000', 'zone'),
        f('at_offset', 'ms + 86400000', 'zone'),
      ),
  },
  at_unix: {
    about: 'Milliseconds since 1970 of a count of seconds (unit 1000) or milliseconds (unit 1).',
    parameters: { t: 'text', unit: 'whole' },
    returns: 'whole',
    body: (d) => {
      const whole = `cast(${d.extract('t', '^-?0*([0-9]+)')} as ${d.types.whole}) * unit`;
      const fraction = `case when unit = 1000 then ${d.integer(`rpad(left(${d.extract('t', '[.]([0-9]+)')}, 3), 3, '0')`)} else 0 end`;
      return `case when ${d.matches('t', UNIX)}
    then case when left(t, 1) = '-' then -1 else 1 end * (${whole} + ${fraction}) end`;
    },
  },
  at_stamp: {
    about: 'A time as activities carry it (D 37): a day alone, or UTC with milliseconds.',
    parameters: { ms: 'whole', has_time: 'boolean' },
    returns: 'text',
    body: (d) => `case when has_time then ${d.stamp('ms')} else ${d.dayOf('ms')} end`,
  },
};

function timeBody(d: Dialect, f: CallFunction, order: DateOrder): string {
  const parts = (separator: string, [month, day]: readonly [number, number]): string => {
    const part = (n: number): string => `split_part(t, '${separator}', ${n})`;
    return f('at_slash', part(3), part(month), part(day), `substr(${part(3)}, 6)`);
  };
  const quick = d.slashDay('t', order);
  return `case ${quick === null ? '' : `when ${d.matches('t', SLASH_DAY)} then ${quick}\n    `}when ${d.matches('t', ISO)} then ${f('at_iso', 't')}
    when ${d.matches('t', SLASH)} then ${parts('/', order === 'dmy' ? [2, 1] : [1, 2])}
    when ${d.matches('t', POINT)} then ${parts('.', [2, 1])} end`;
}
