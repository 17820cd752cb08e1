import './define-timeline.js';
import { ActivityFilterPanel } from './elements/activity-filter-panel/activity-filter-panel.js';
import { ActivityManager } from './elements/activity-manager/activity-manager.js';
import { ActivityWizard } from './elements/activity-wizard/activity-wizard.js';
import { register } from './elements/shared/register.js';

declare global {
  interface HTMLElementTagNameMap {
    'activity-manager': ActivityManager;
    'activity-wizard': ActivityWizard;
  }
}

register({
  'activity-filter-panel': ActivityFilterPanel,
  'activity-manager': ActivityManager,
  'activity-wizard': ActivityWizard,
});
