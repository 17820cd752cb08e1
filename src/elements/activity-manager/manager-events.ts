import type { AdapterError } from '../../model/errors.js';
import type { RunReport } from '../../model/reports.js';

const onward = { bubbles: true, composed: true } as const;

/** What {@link ActivityConfigureEvent} asks for. */
export interface ActivityConfigureDetail {
  /** `all`: every definition, `<activity-wizard flow="all">`. `single`: one definition. */
  readonly flow: 'all' | 'single';
  /** Id of the definition to begin with; null: none, or a new one with `single`. */
  readonly activityId: string | null;
}

/** A person wants to configure activities: the host opens the wizard. */
export class ActivityConfigureEvent extends CustomEvent<ActivityConfigureDetail> {
  constructor(detail: ActivityConfigureDetail) {
    super('activityconfigure', { ...onward, detail });
  }
}

/** A definition has another name. */
export class ActivityRenameEvent extends CustomEvent<{ readonly activityId: string; readonly name: string }> {
  constructor(activityId: string, name: string) {
    super('activityrename', { ...onward, detail: { activityId, name } });
  }
}

/** Definitions were deleted. */
export class ActivityDeleteEvent extends CustomEvent<{ readonly activityIds: readonly string[] }> {
  constructor(activityIds: readonly string[]) {
    super('activitydelete', { ...onward, detail: { activityIds } });
  }
}

/** A run began. */
export class RunStartEvent extends CustomEvent<null> {
  constructor() {
    super('runstart', onward);
  }
}

/** What {@link RunEndEvent} tells: exactly one of the two is there, and neither after a cancel. */
export interface RunEndDetail {
  readonly report: RunReport | null;
  readonly error: AdapterError | null;
}

/** A run is over: finished, failed, or cancelled. */
export class RunEndEvent extends CustomEvent<RunEndDetail> {
  constructor(detail: RunEndDetail) {
    super('runend', { ...onward, detail });
  }
}

declare global {
  interface HTMLElementEventMap {
    activityconfigure: ActivityConfigureEvent;
    activityrename: ActivityRenameEvent;
    activitydelete: ActivityDeleteEvent;
    runstart: RunStartEvent;
    runend: RunEndEvent;
  }
}
