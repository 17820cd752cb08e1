import './define-timeline.js';
import { ActivityManager } from './elements/activity-manager/activity-manager.js';
import { ActivityWizard } from './elements/activity-wizard/activity-wizard.js';
import { register } from './elements/shared/register.js';

declare global {
  interface HTMLElementTagNameMap {
    'activity-manager': ActivityManager;
    'activity-wizard': ActivityWizard;
  }
}

register({ 'activity-manager': ActivityManager, 'activity-wizard': ActivityWizard });
