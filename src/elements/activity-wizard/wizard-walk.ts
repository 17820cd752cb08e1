import type { ModelIssue } from '../../model/validate/issues.js';
import { afterFrame } from './first-frame.js';
import { FLOWS, stepErrors, stepOf, type WizardFlow, type WizardStep } from './wizard-flow.js';

/** What a walk needs of the element that it leads through. */
export interface WizardWalkHost {
  readonly issues: () => readonly ModelIssue[];
  readonly update: () => void;
  /** Draws what is left of a step. */
  readonly draw: () => void;
  /** Puts the focus on the element of this id, once it is drawn. */
  readonly focus: (id: string) => Promise<void>;
}

/** Where a person is in the steps of a flow, and where they have been. */
export class WizardWalk {
  flow: WizardFlow = 'all';
  step: WizardStep = 'tables';
  visited: ReadonlySet<WizardStep> = new Set(['tables']);
  /** Steps that a person tried to leave: what is missing in them is said. */
  tried: ReadonlySet<WizardStep> = new Set();
  /** Id of the definition whose fields are shown. */
  chosen = '';
  /** The step has only just been changed: it need not be drawn to its end. */
  isFirstFrame = false;
  readonly #host: WizardWalkHost;

  constructor(host: WizardWalkHost) {
    this.#host = host;
  }

  /** @param isKnown What there is was configured before: every step can be reached. */
  begin(flow: WizardFlow, isKnown: boolean): void {
    this.flow = flow;
    this.step = FLOWS[flow][0];
    this.visited = new Set(isKnown ? FLOWS[flow] : [this.step]);
    this.tried = new Set();
  }

  async go(step: WizardStep): Promise<void> {
    this.step = step;
    this.visited = new Set([...this.visited, step]);
    this.isFirstFrame = true;
    afterFrame(() => {
      this.isFirstFrame = false;
      this.#host.draw();
    });
    this.#host.update();
    await this.#host.focus('heading');
  }

  /**
   * Next validates the present step only (D 16).
   * @param to Another step than the next one.
   */
  async next(to: WizardStep = this.#beside(1)): Promise<void> {
    const [first] = stepErrors(this.#host.issues(), this.step, this.flow);
    if (!first) return this.go(to);
    this.tried = new Set([...this.tried, this.step]);
    this.#host.update();
    await this.focusIssue(first);
  }

  back(): Promise<void> {
    return this.go(this.#beside(-1));
  }

  /** Shows the fields of a definition. */
  async choose(id: string, step: WizardStep): Promise<void> {
    this.chosen = id;
    if (step === this.step) this.#host.update();
    else await this.go(step);
  }

  async focusIssue(issue: ModelIssue): Promise<void> {
    if (issue.activity !== undefined) this.chosen = issue.activity;
    this.step = stepOf(this.flow, issue) ?? this.step;
    this.isFirstFrame = false;
    this.#host.update();
    await this.#host.focus(issue.path);
  }

  #beside(by: number): WizardStep {
    const steps: readonly WizardStep[] = FLOWS[this.flow];
    return steps[steps.indexOf(this.step) + by] ?? this.step;
  }
}
