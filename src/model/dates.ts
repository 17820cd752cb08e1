export { formatTimestamp, parseDay } from './calendar.js';
export { DateReader, type DateReaderOptions } from './date-reader.js';
export {
  classifyDate,
  DATE_DAY_FIRST,
  DATE_FORM,
  DATE_MONTH_FIRST,
  DATE_READABLE_DMY,
  DATE_READABLE_MDY,
  DATE_SLASH,
  DATE_TIME,
  DATE_ZONE,
  DateTally,
  type DateColumnFacts,
} from './date-tally.js';
export type { TimeReader } from './time-reader.js';
export { UnixReader } from './unix-reader.js';
