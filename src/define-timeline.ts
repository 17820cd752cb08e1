import { prepareWhenIdle } from './elements/activity-timeline/first-use.js';
import { loadLocaleWhenIdle } from './elements/shared/locale.js';
import { register, registerLater } from './elements/shared/register.js';
import type { ActivityFilterPanel } from './elements/activity-filter-panel/activity-filter-panel.js';
import { ActivityProvider } from './elements/activity-provider/activity-provider.js';
import { ActivityTimeline } from './elements/activity-timeline/activity-timeline.js';

declare global {
  interface HTMLElementTagNameMap {
    'activity-filter-panel': ActivityFilterPanel;
    'activity-provider': ActivityProvider;
    'activity-timeline': ActivityTimeline;
  }
}

// Providers first: an element that is upgraded before the provider around it would not find it.
register({
  'activity-provider': ActivityProvider,
  'activity-timeline': ActivityTimeline,
});
registerLater('activity-filter-panel', async () => {
  const panel = await import('./elements/activity-filter-panel/activity-filter-panel.js');
  return panel.ActivityFilterPanel;
});

loadLocaleWhenIdle();
prepareWhenIdle();
