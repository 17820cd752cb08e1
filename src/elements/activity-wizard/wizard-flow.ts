import type { ModelIssue } from '../../model/validate/issues.js';

/** The steps of each flow: every definition at once (§ 4), or one (§ 5). */
export const FLOWS = {
  all: ['tables', 'fields', 'relationships', 'review'],
  single: ['data', 'relationship', 'unification', 'type', 'review'],
} as const;

export type WizardFlow = keyof typeof FLOWS;
export type WizardStep = (typeof FLOWS)[WizardFlow][number];

export const isError = ({ level }: ModelIssue): boolean => level === 'error';

/** Mended in the wizard, not on another screen. */
export function isOwn({ step }: ModelIssue): boolean {
  return step === 'tables' || step === 'fields' || step === 'relationships';
}

/** The step of a flow in which a person mends an issue; undefined: none. */
export function stepOf(flow: WizardFlow, issue: ModelIssue): WizardStep | undefined {
  const { step, path } = issue;
  if (step !== 'tables' && step !== 'fields' && step !== 'relationships') return undefined;
  if (flow === 'all') return step;
  if (step === 'relationships') return 'relationship';
  const field = path.split('/')[3];
  if (field === 'type' || field === 'attributes') return 'type';
  return field === 'name' || field === 'table' || field === 'primaryKey' || field === undefined
    ? 'data'
    : 'unification';
}

/** Issues that stop a step; what is mended elsewhere stops none. */
export function stepErrors(
  issues: readonly ModelIssue[],
  step: WizardStep,
  flow: WizardFlow = 'all',
): ModelIssue[] {
  return issues.filter(
    (issue) => isError(issue) && (step === 'review' ? isOwn(issue) : stepOf(flow, issue) === step),
  );
}
