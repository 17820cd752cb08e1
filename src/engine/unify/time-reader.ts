import { DateReader, UnixReader, type TimeReader } from '../../model/dates.js';
import type { ColumnType } from '../../model/model.js';
import type { LoadedColumn } from '../store/column-chunk.js';
import { ByteList } from '../store/byte-list.js';
import { NumberedTexts } from '../store/numbered-texts.js';
import type { TimeForm } from '../store/records.js';
import { formOf, readNumberedTimes, zoneOf } from './numbered-times.js';

/** Numbers that count from 1970; only when chosen (D 52). */
export function usesUnixTime(type: ColumnType): type is 'unix-seconds' | 'unix-milliseconds' {
  return type === 'unix-seconds' || type === 'unix-milliseconds';
}

/** Reads the timestamps of a column. */
export function makeTimeReader(form: TimeForm): TimeReader {
  const { type, order } = form;
  if (usesUnixTime(type)) return new UnixReader(type);
  const zone = zoneOf(form);
  return new DateReader(zone === undefined ? { order } : { order, zone });
}

/** Timestamps of a whole column, one for each of its values; NaN where there is no valid date (D 51). */
export interface ReadTimes {
  times: Float64Array;
  hasTimes: Uint8Array;
}

export function readTimes(column: Pick<LoadedColumn, 'packed' | 'values'>, form: TimeForm): ReadTimes {
  const { packed } = column;
  const times = new Float64Array(packed.length);
  const hasTimes = new Uint8Array(packed.length);
  const reader = makeTimeReader(form);
  const numbered = packed instanceof NumberedTexts && !usesUnixTime(form.type) ? packed : null;
  const formOfNumbers = numbered === null ? null : formOf(numbered.template, form.order);
  const readItem = (item: number, bytes: Uint8Array, start: number, end: number): void => {
    const isRead = reader.read(bytes, start, end);
    times[item] = isRead ? reader.time : Number.NaN;
    hasTimes[item] = isRead && reader.hasTime ? 1 : 0;
  };
  if (numbered === null || formOfNumbers === null) {
    const { bytes, offsets, length } = column.values;
    for (let item = 0; item < length; item++) readItem(item, bytes, offsets[item], offsets[item + 1]);
    return { times, hasTimes };
  }
  const others = readNumberedTimes(numbered, formOfNumbers, zoneOf(form), times);
  if (formOfNumbers.clock > 0) {
    for (let item = 0; item < times.length; item++) hasTimes[item] = Number.isNaN(times[item]) ? 0 : 1;
  }
  const text = new ByteList();
  for (const item of others) {
    text.clear();
    packed.appendTo(text, item);
    readItem(item, text.bytes, 0, text.size);
  }
  return { times, hasTimes };
}
