import './define-timeline.js';
import { ActivityManager } from './elements/activity-manager/activity-manager.js';
import { register } from './elements/shared/register.js';

declare global {
  interface HTMLElementTagNameMap {
    'activity-manager': ActivityManager;
  }
}

register({ 'activity-manager': ActivityManager });
