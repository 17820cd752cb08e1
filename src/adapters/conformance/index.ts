export { ConformanceError, type ConformanceLaw, type ConformanceSetup } from './law.js';
export { sampleActivities } from './samples.js';
export { checkTimelineAdapter, timelineLaws, type LawOutcome } from './timeline-laws.js';
