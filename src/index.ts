export {
  createMemoryAdapter,
  type MemoryAdapter,
  type MemoryData,
} from './adapters/memory/memory-adapter.js';
export type { TypeSetup } from './adapters/shared/activity-count.js';
export { ActivityFilterPanel } from './elements/activity-filter-panel/activity-filter-panel.js';
export { FilterApplyEvent, FilterCancelEvent } from './elements/activity-filter-panel/filter-panel-events.js';
export type {
  ContactOption,
  FilterPanelOptions,
  TypeOption,
} from './elements/activity-filter-panel/filter-panel-options.js';
export {
  englishFilterPanel,
  type FilterPanelStrings,
} from './elements/activity-filter-panel/filter-panel-strings.js';
export { ActivityManager } from './elements/activity-manager/activity-manager.js';
export {
  ActivityConfigureEvent,
  ActivityDeleteEvent,
  ActivityRenameEvent,
  RunEndEvent,
  RunStartEvent,
  type ActivityConfigureDetail,
  type RunEndDetail,
} from './elements/activity-manager/manager-events.js';
export type { AsideChoice, AsideFigure } from './elements/activity-manager/aside-rows.js';
export { englishManager, type ManagerStrings } from './elements/activity-manager/manager-strings.js';
export { ActivityProvider } from './elements/activity-provider/activity-provider.js';
export { ActivityTimeline } from './elements/activity-timeline/activity-timeline.js';
export type {
  TimelineExportOptions,
  TimelineExportProgress,
} from './elements/activity-timeline/export/export-rows.js';
export type {
  TimelinePrintOptions,
  TimelinePrintReport,
} from './elements/activity-timeline/print/print-job.js';
export type { ShowOutcome } from './elements/activity-timeline/find/activity-finder.js';
export type { ActivityPointer } from './elements/activity-timeline/find/find-row.js';
export type { ItemLink } from './elements/activity-timeline/link/item-link.js';
export {
  ActivitiesLoadedEvent,
  ActivityErrorEvent,
  ActivityOpenEvent,
  FilterChangeEvent,
  type ActivitiesLoadedDetail,
} from './elements/activity-timeline/timeline-events.js';
export type { TimelineFilter } from './elements/activity-timeline/timeline-filter.js';
export { englishTimeline, type TimelineStrings } from './elements/activity-timeline/timeline-strings.js';
export { ActivityWizard } from './elements/activity-wizard/activity-wizard.js';
export { ModelSaveEvent, WizardCloseEvent } from './elements/activity-wizard/wizard-events.js';
export { englishWizard, type WizardStrings } from './elements/activity-wizard/wizard-strings.js';
export type { PluralForms } from './elements/shared/messages.js';
export { englishRows, type RowsStrings } from './elements/shared/rows/rows-strings.js';
export { activitySettings, type ActivitySettings } from './elements/shared/settings-context.js';
export type { ActivityStrings, Translation } from './elements/shared/strings.js';
export type { TypeLabels } from './elements/shared/type-view.js';
export type {
  Activity,
  ActivityOrder,
  ActivityPage,
  ActivityQuery,
  ActivitySummary,
  CustomerProfile,
  MonthSummary,
  ProfileField,
  SourceKey,
  SummaryQuery,
  TypeSummary,
} from './model/activity.js';
export type { ActivityExplanation, AlternateKeyEntry, HopTrace, PathTrace } from './model/explanation.js';
export { AdapterError, isAbort, type AdapterErrorCode, type AdapterErrorOptions } from './model/errors.js';
export type { ModelAdapter } from './model/model-adapter.js';
export type { OutputFormat } from './model/output/rows.js';
export type {
  CallOptions,
  DataChange,
  Persistence,
  TimelineAdapter,
  TimelineCapabilities,
} from './model/timeline-adapter.js';
