export { openEngine } from './open-engine.js';
export type {
  CustomerList,
  CustomerListItem,
  Engine,
  EngineOptions,
  ExportOptions,
  ImportOptions,
  SetAsideFilter,
} from './engine.js';
export type { OutputFormat } from '../model/output/rows.js';
