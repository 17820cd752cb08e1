import { createContext } from '@lit/context';
import type { TimelineAdapter } from '../../model/timeline-adapter.js';
import type { ActivityStrings } from './strings.js';

/** What `<activity-provider>` hands to the elements inside it. An element's own property wins. */
export interface ActivitySettings {
  readonly adapter?: TimelineAdapter;
  readonly locale?: string;
  readonly timeZone?: string;
  readonly strings?: ActivityStrings;
}

/** Registered by name, so that two copies of the library on one page still meet. */
export const activitySettings: ReturnType<typeof createSettingsContext> = createSettingsContext();

function createSettingsContext() {
  return createContext<ActivitySettings>(Symbol.for('activity-timeline/settings'));
}
