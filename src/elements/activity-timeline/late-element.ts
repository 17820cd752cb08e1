import { LitElement } from 'lit';
import { noteUse } from './first-use.js';
import { LateParts } from './late-parts.js';

/**
 * An element whose first rendering waits for what can be had at once, and of whose code a part comes later. An update
 * is complete when that part is rendered too.
 */
export abstract class LateElement extends LitElement {
  protected readonly parts: LateParts = new LateParts(this);

  /** Begins what the first rendering needs; resolves when it is there, or soon without it. */
  protected abstract prepare(): Promise<void>;

  override connectedCallback(): void {
    super.connectedCallback();
    if (this.isConnected) noteUse();
  }

  /** What is there at once is rendered at once: a skeleton would be built for nobody to see. */
  protected override async scheduleUpdate(): Promise<void> {
    if (!this.hasUpdated) await this.prepare();
    await super.scheduleUpdate();
  }

  /** Renders now what would be rendered soon. */
  protected readonly renderNow = (): void => {
    this.requestUpdate();
    this.performUpdate();
  };

  protected override async getUpdateComplete(): Promise<boolean> {
    const isComplete = await super.getUpdateComplete();
    if (!(await this.parts.settle())) return isComplete;
    return this.getUpdateComplete();
  }
}
