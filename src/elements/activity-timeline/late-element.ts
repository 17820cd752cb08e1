import { LitElement } from 'lit';

/** An element whose first rendering waits for what can be had at once. */
export abstract class LateElement extends LitElement {
  /** Begins what the first rendering needs; resolves when it is there, or soon without it. */
  protected abstract prepare(): Promise<void>;

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
}
