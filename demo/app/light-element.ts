import { LitElement } from 'lit';

/** Base of the workbench's own parts: they share the page's style sheet and its ids, so no shadow root. */
export class LightElement extends LitElement {
  protected override createRenderRoot(): HTMLElement {
    return this;
  }
}
