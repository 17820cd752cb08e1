export { createODataAdapter, type ODataAdapter, type ODataOptions } from './odata-adapter.js';
export {
  ODATA_SERVICES,
  type AlternateKeyColumns,
  type CustomerColumns,
  type ODataService,
  type ODataServiceName,
} from './odata-service.js';
export { ACTIVITY_COLUMNS, type ActivityColumns } from '../../model/unified-activity.js';
export type { TypeSetup } from '../shared/activity-count.js';
