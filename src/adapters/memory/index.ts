export { createMemoryAdapter, type MemoryAdapter, type MemoryData } from './memory-adapter.js';
export type { TypeSetup } from '../shared/activity-count.js';
