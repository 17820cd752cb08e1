// What a text is as a key, a number and a date (D 52 to 54), in SQL.

/** Blanks and control characters, and the blanks of other scripts. */
const BLANKS =
  '[\\x00-\\x20\\x{a0}\\x{1680}\\x{2000}-\\x{200a}\\x{2028}\\x{2029}\\x{202f}\\x{205f}\\x{3000}\\x{feff}]';
const NUMBER = '[+-]?(?:(?:0|[1-9][0-9]*)(?:\\.[0-9]+)?|\\.[0-9]+)(?:[eE][+-]?[0-9]{1,3})?';
const ISO =
  '^([0-9]{4})-([0-9]{2})-([0-9]{2})(?:[ Tt]([0-9]{2}):([0-9]{2})(?::([0-9]{2})(?:[.,]([0-9]{1,9}))?)?([Zz]|[+-][0-9]{2}(?::?[0-9]{2})?)?)?$';
const SLASH =
  '^([0-9]{1,2})/([0-9]{1,2})/([0-9]{4})(?: ([0-9]{1,2}):([0-9]{2})(?::([0-9]{2}))?(?: ?([AaPp])[Mm])?)?$';

export const MACROS = [
  `create macro bare(t) as regexp_replace(t, '^${BLANKS}+|${BLANKS}+$', '', 'g')`,
  `create macro bare_ascii(t) as regexp_replace(t, '^[\\x00-\\x20]+|[\\x00-\\x20]+$', '', 'g')`,
  `create macro is_number(t) as regexp_full_match(t, '${NUMBER}')`,
  // Exact for 26 digits before the point and 12 behind it, which is more than the data has.
  `create macro plain_number(t) as case when is_number(t)
     then regexp_replace(regexp_replace(ltrim(t, '+')::decimal(38, 12)::varchar, '\\.?0+$', ''), '^-0$', '0')
     else t end`,
  // The form in which keys are compared; '' is no key.
  `create macro key_form(t, type) as lower(case when type = 'number' then plain_number(bare(t)) else bare(t) end)`,
  `create macro iso_parts(t) as regexp_extract(t, '${ISO}', ['y', 'a', 'b', 'h', 'mi', 's', 'f', 'z'])`,
  `create macro slash_parts(t) as regexp_extract(t, '${SLASH}', ['a', 'b', 'y', 'h', 'mi', 's', 'half'])`,
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
];

/**
 * A query that reads the distinct values of a column as dates: value, form ('iso', 'slash' or null), first and second
 * number, has_time, has_zone, and the local milliseconds by month first (mdy) and by day first (dmy), null where the
 * calendar or the clock has no such time.
 */
export const readDates = (table, column) => `
  select value, case when i.y <> '' then 'iso' when s.y <> '' then 'slash' end as form,
    nullif(s.a, '')::integer as first, nullif(s.b, '')::integer as second,
    coalesce(nullif(i.h, ''), s.h) <> '' as has_time, i.z <> '' as has_zone,
    case when i.y <> '' then day_ms(i.y, i.a, i.b) + clock_ms(i.h, i.mi, i.s, i.f) - zone_ms(i.z)
      when s.y <> '' then day_ms(s.y, s.a, s.b) + clock_ms(case when s.h = '' then '' else hour_24(s.h, s.half) end, s.mi, s.s, '') end as mdy,
    case when i.y <> '' then day_ms(i.y, i.a, i.b) + clock_ms(i.h, i.mi, i.s, i.f) - zone_ms(i.z)
      when s.y <> '' then day_ms(s.y, s.b, s.a) + clock_ms(case when s.h = '' then '' else hour_24(s.h, s.half) end, s.mi, s.s, '') end as dmy
  from (
    select value, iso_parts(bare_ascii(value)) as i, slash_parts(bare_ascii(value)) as s
    from (select distinct ${column} as value from ${table}))`;

/** Milliseconds of a time that was read, in UTC; null outside the years 0001 to 9999. */
export const utcMs = (local, hasTime, hasZone, zone) => {
  const ms =
    zone === undefined
      ? local
      : `case when ${hasTime} and not ${hasZone} then epoch_ms(timezone('${zone}', make_timestamp(${local} * 1000))) else ${local} end`;
  return `case when (${ms}) >= -62135596800000 and (${ms}) < 253402300800000 and ${local} >= -62135596800000 and ${local} < 253402300800000 then (${ms}) end`;
};
