import { css, html, LitElement, type CSSResultGroup, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { ContextConsumer, ContextProvider } from '@lit/context';
import type { TimelineAdapter } from '../../model/timeline-adapter.js';
import { activitySettings, type ActivitySettings } from '../shared/settings-context.js';
import type { ActivityStrings } from '../shared/strings.js';

/**
 * Gives its settings to all elements of this library inside it, however deep. What it does not set it takes
 * from the next provider around it. It has no box of its own.
 *
 * @summary Settings for all elements inside it.
 * @tag activity-provider
 *
 * @slot - Any content.
 */
export class ActivityProvider extends LitElement {
  static override styles: CSSResultGroup = css`
    :host {
      display: contents;
    }
  `;

  /** BCP 47 tag. */
  @property() locale?: string;

  /** IANA name of a time zone. */
  @property({ attribute: 'time-zone' }) timeZone?: string;

  /** Where activities come from. */
  @property({ attribute: false }) adapter?: TimelineAdapter;

  /** Replacements for texts, by element. */
  @property({ attribute: false }) strings?: ActivityStrings;

  readonly #outer = new ContextConsumer(this, { context: activitySettings, subscribe: true });
  readonly #inner = new ContextProvider(this, { context: activitySettings, initialValue: {} });

  protected override willUpdate(): void {
    const outer: ActivitySettings = this.#outer.value ?? {};
    this.#inner.setValue({
      adapter: this.adapter ?? outer.adapter,
      locale: this.locale ?? outer.locale,
      timeZone: this.timeZone ?? outer.timeZone,
      strings: this.strings ?? outer.strings,
    });
  }

  protected override render(): TemplateResult {
    return html`<slot></slot>`;
  }
}
