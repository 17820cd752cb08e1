import { storageCorrupt } from './storage-error.js';
import { WordWriter, type WordReader } from './words.js';

/*
 * Times of rows: [unit, base as a double in two words], a vector of how many units each lies behind the base, and
 * one of the milliseconds behind that where the unit is a second. Times that are no whole milliseconds, or too far apart, are
 * doubles as they are, behind a unit of 0.
 */
const SECOND = 1000;
const UNITS = [86_400_000, 60_000, SECOND];

export function packTimes(times: Float64Array): Uint32Array<ArrayBuffer> {
  const writer = new WordWriter();
  const { base, unit } = measure(times);
  writer.word(unit);
  if (unit === 0) {
    for (const time of times) writeDouble(writer, time);
    return writer.words;
  }
  writeDouble(writer, base);
  const steps = new Uint32Array(times.length);
  const rests = new Uint32Array(unit === SECOND ? times.length : 0);
  for (let i = 0; i < times.length; i++) {
    const distance = times[i] - base;
    const step = Math.floor(distance / unit);
    steps[i] = step;
    if (unit === SECOND) rests[i] = distance - step * SECOND;
  }
  writer.vector(steps);
  if (unit === SECOND) writer.vector(rests);
  return writer.words;
}

export function unpackTimes(reader: WordReader, count: number): Float64Array<ArrayBuffer> {
  const unit = reader.word();
  const times = new Float64Array(count);
  if (unit === 0) {
    for (let i = 0; i < count; i++) times[i] = readDouble(reader);
    return times;
  }
  if (!UNITS.includes(unit)) throw storageCorrupt();
  const base = readDouble(reader);
  const steps = reader.vector(count);
  for (let i = 0; i < count; i++) times[i] = base + steps[i] * unit;
  if (unit === SECOND) {
    const rests = reader.vector(count);
    for (let i = 0; i < count; i++) times[i] += rests[i];
  }
  return times;
}

/** The earliest time, and the largest unit of which all times are multiples from there on. */
function measure(times: Float64Array): { base: number; unit: number } {
  let base = times.length === 0 ? 0 : times[0];
  let last = base;
  for (let i = 0; i < times.length; i++) {
    const time = times[i];
    if (time < base) base = time;
    else if (time > last) last = time;
  }
  let unit = 0;
  for (let i = 0; i < times.length; i++) {
    if (!Number.isSafeInteger(times[i])) return { base, unit: 0 };
    const distance = times[i] - base;
    while (unit < UNITS.length - 1 && Math.floor(distance / UNITS[unit]) * UNITS[unit] !== distance) unit++;
  }
  return { base, unit: (last - base) / UNITS[unit] < 2 ** 32 ? UNITS[unit] : 0 };
}

const double = new Float64Array(1);
const words = new Uint32Array(double.buffer);

function writeDouble(writer: WordWriter, value: number): void {
  double[0] = value;
  writer.word(words[0]);
  writer.word(words[1]);
}

function readDouble(reader: WordReader): number {
  words[0] = reader.word();
  words[1] = reader.word();
  return double[0];
}
