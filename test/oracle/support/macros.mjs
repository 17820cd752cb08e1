// What a text is as a key, a number and a date (D 52 to 54), in SQL.

/** Blanks and control characters, and the blanks of other scripts. */
const BLANKS =
  '[\\x00-\\x20\\x{a0}\\x{1680}\\x{2000}-\\x{200a}\\x{2028}\\x{2029}\\x{202f}\\x{205f}\\x{3000}\\x{feff}]';
const NUMBER = '[+-]?(?:(?:0|[1-9][0-9]*)(?:\\.[0-9]+)?|\\.[0-9]+)(?:[eE][+-]?[0-9]{1,3})?';
const ISO =
  '^([0-9]{4})-([0-9]{2})-([0-9]{2})(?:[ Tt]([0-9]{2}):([0-9]{2})(?::([0-9]{2})(?:[.,]([0-9]{1,9}))?)?([Zz]|[+-][0-9]{2}(?::?[0-9]{2})?)?)?$';
const SLASH =
  '^([0-9]{1,2})/([0-9]{1,2})/([0-9]{4})(?: ([0-9]{1,2}):([0-9]{2})(?::([0-9]{2}))?(?: ?([AaPp])[Mm])?)?$';
const POINT = SLASH.replaceAll('/', '[.]');

export const MACROS = [
  // Exact for 26 digits before the point and 12 behind it, which is more than the data has.
  `create macro plain_number(t) as
     regexp_replace(regexp_replace(ltrim(t, '+')::decimal(38, 12)::varchar, '\\.?0+$', ''), '^-0$', '0')`,
  `create macro day_ms(y, month, day) as case when y <> '0000'
     then epoch_ms(try_cast(y || '-' || lpad(month, 2, '0') || '-' || lpad(day, 2, '0') as date)) end`,
  `create macro clock_ms(h, mi, s, f) as case when h = '' then 0
     when h::integer < 24 and mi::integer < 60 and coalesce(nullif(s, ''), '0')::integer < 60
     then h::integer * 3600000 + mi::integer * 60000 + coalesce(nullif(s, ''), '0')::integer * 1000
       + left(rpad(f, 3, '0'), 3)::integer end`,
  `create macro hour_24(h, half) as case when half = '' then h
     when h::integer between 1 and 12
     then (h::integer % 12 + case lower(half) when 'p' then 12 else 0 end)::varchar else '24' end`,
  `create macro zone_ms(z) as case when z in ('', 'Z', 'z') then 0
     when substr(z, 2, 2)::integer < 24 and coalesce(nullif(right(z, 2), right(z[1:3], 2)), '0')::integer < 60
     then case z[1] when '-' then -1 else 1 end
       * (substr(z, 2, 2)::integer * 3600000 + case when length(z) > 3 then right(z, 2)::integer * 60000 else 0 end)
     end`,
  `create macro in_range(ms) as case when ms >= -62135596800000 and ms < 253402300800000 then ms end`,
];

/**
 * How each different text reads. `bare`: without blanks around it (`is_blank`: none of ASCII's are left out of it);
 * `text_key` and `number_key`: the form in which keys are compared, '' for none; `number`: in plain decimals, null for
 * no number; `form`: 'iso', 'slash', 'point' or null, with `first` and `second` number; `mdy`, `dmy`: local milliseconds when
 * read month or day first, null where the calendar or the clock has no such time.
 */
export const READINGS = `create table readings (
  value varchar primary key, bare varchar, is_blank boolean, text_key varchar, number_key varchar, number varchar,
  form varchar, first integer, second integer, has_time boolean, has_zone boolean, mdy bigint, dmy bigint)`;

/** Adds the texts of `cells` that were not met before. */
export const READ_CELLS = `insert into readings
  select value, bare, ascii = '', lower(bare), lower(coalesce(plain, bare)), plain,
    case when i.y <> '' then 'iso' when is_point then 'point' when s.y <> '' then 'slash' end,
    nullif(s.a, '')::integer, nullif(s.b, '')::integer, coalesce(nullif(i.h, ''), s.h) <> '', i.z <> '',
    in_range(case when i.y <> '' then iso when is_point then day_ms(s.y, s.b, s.a) + clock when s.y <> '' then day_ms(s.y, s.a, s.b) + clock end),
    in_range(case when i.y <> '' then iso when s.y <> '' then day_ms(s.y, s.b, s.a) + clock end)
  from (
    select *, case when is_number then plain_number(bare) end as plain,
      day_ms(i.y, i.a, i.b) + clock_ms(i.h, i.mi, i.s, i.f) - zone_ms(i.z) as iso,
      clock_ms(case when s.h = '' then '' else hour_24(s.h, s.half) end, s.mi, s.s, '') as clock
    from (
      select *, regexp_full_match(bare, '${NUMBER}') as is_number,
        regexp_extract(ascii, '${ISO}', ['y', 'a', 'b', 'h', 'mi', 's', 'f', 'z']) as i,
        regexp_full_match(ascii, '${POINT}') as is_point,
        regexp_extract(case when is_point then replace(ascii, '.', '/') else ascii end, '${SLASH}', ['a', 'b', 'y', 'h', 'mi', 's', 'half']) as s
      from (
        select value, regexp_replace(value, '^${BLANKS}+|${BLANKS}+$', '', 'g') as bare,
          regexp_replace(value, '^[\\x00-\\x20]+|[\\x00-\\x20]+$', '', 'g') as ascii
        from (select distinct value from cells where value not in (select value from readings)))))`;
