export { openEngine } from './open-engine.js';
export type {
  CustomerList,
  CustomerListItem,
  Engine,
  EngineOptions,
  ExportOptions,
  ImportOptions,
} from './engine.js';
export type { SetAsideFilter } from '../model/reports.js';
export type { OutputFormat } from '../model/output/rows.js';
