import { DateReader, UnixReader, type TimeReader } from '../../model/dates.js';
import type { ColumnType } from '../../model/model.js';
import { timeZone } from '../../model/time-zone.js';
import type { LoadedColumn } from '../store/column-chunk.js';
import type { TimeForm } from '../store/records.js';

/** Numbers that count from 1970; only when chosen (D 52). */
export function usesUnixTime(type: ColumnType): type is 'unix-seconds' | 'unix-milliseconds' {
  return type === 'unix-seconds' || type === 'unix-milliseconds';
}

/** Reads the timestamps of a column. */
export function makeTimeReader({ type, order, timeZone: zone }: TimeForm): TimeReader {
  if (usesUnixTime(type)) return new UnixReader(type);
  return new DateReader(zone === undefined ? { order } : { order, zone: timeZone(zone) });
}

/** Timestamps of a whole column, one for each of its values; NaN where there is no valid date (D 51). */
export interface ReadTimes {
  times: Float64Array;
  hasTimes: Uint8Array;
}

export function readTimes({ values }: Pick<LoadedColumn, 'values'>, reader: TimeReader): ReadTimes {
  const times = new Float64Array(values.length);
  const hasTimes = new Uint8Array(values.length);
  const { bytes, offsets } = values;
  for (let item = 0; item < values.length; item++) {
    if (reader.read(bytes, offsets[item], offsets[item + 1])) {
      times[item] = reader.time;
      hasTimes[item] = reader.hasTime ? 1 : 0;
    } else {
      times[item] = Number.NaN;
    }
  }
  return { times, hasTimes };
}
