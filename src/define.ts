import { ActivityFilterPanel } from './elements/activity-filter-panel/activity-filter-panel.js';
import { ActivityProvider } from './elements/activity-provider/activity-provider.js';
import { ActivityTimeline } from './elements/activity-timeline/activity-timeline.js';

/** Providers first: an element that is upgraded before the provider around it would not find it. */
const elements = {
  'activity-provider': ActivityProvider,
  'activity-timeline': ActivityTimeline,
  'activity-filter-panel': ActivityFilterPanel,
};

declare global {
  interface HTMLElementTagNameMap {
    'activity-filter-panel': ActivityFilterPanel;
    'activity-provider': ActivityProvider;
    'activity-timeline': ActivityTimeline;
  }
}

// Lit brings a registry of its own to Node in some bundles and none in others.
if (typeof customElements !== 'undefined') {
  for (const [name, element] of Object.entries(elements)) {
    if (!customElements.get(name)) {
      customElements.define(name, element);
    }
  }
}
