export { openEngine } from './open-engine.js';
export type {
  CustomerList,
  CustomerListItem,
  Engine,
  EngineOptions,
  ImportOptions,
  SetAsideFilter,
} from './engine.js';
