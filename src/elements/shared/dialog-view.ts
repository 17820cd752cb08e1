import { html, nothing, type TemplateResult } from 'lit';
import { ifDefined } from 'lit/directives/if-defined.js';
import { closeIcon } from './control-icons.js';

/** What a dialog shows around its content. */
export interface DialogFrame {
  /** `pane`: at the side of the window, as high as it; `wide-pane` for tables. `box`: in its middle. */
  readonly shape: 'pane' | 'wide-pane' | 'box';
  readonly title: string;
  /** Name of the cross. */
  readonly close: string;
  readonly content: unknown;
  readonly footer: unknown;
  readonly onClose: () => void;
  /** Nothing in the content may take the focus, so that the content itself does, to be scrolled by keys. */
  readonly isText?: boolean;
}

const CLASSES = { pane: 'pane', 'wide-pane': 'pane wide', box: 'middle' } as const;

/** A modal dialog; {@link ModalKeeper} opens it. Escape asks `onClose`, which decides. */
export function dialogView({
  shape,
  title,
  close,
  content,
  footer,
  onClose,
  isText,
}: DialogFrame): TemplateResult {
  const cancel = (event: Event): void => {
    event.preventDefault();
    onClose();
  };
  const closed = (event: Event): void => {
    // The browser closes without asking where Escape is pressed twice; one taken out of the page is closed on purpose.
    if (event.currentTarget instanceof HTMLElement && event.currentTarget.isConnected) onClose();
  };
  return html`<dialog
    class="dialog ${CLASSES[shape]}"
    part=${shape === 'box' ? 'box' : 'pane'}
    aria-labelledby="dialog-title"
    @cancel=${cancel}
    @close=${closed}
  >
    <div class="dialog-frame">
      <header class="dialog-header">
        <h2 class="dialog-title" id="dialog-title" tabindex="-1" ?autofocus=${true}>${title}</h2>
        <button class="icon-button" type="button" aria-label=${close} @click=${onClose}>${closeIcon}</button>
      </header>
      <div
        class="dialog-content"
        role=${ifDefined(isText ? 'group' : undefined)}
        tabindex=${ifDefined(isText ? 0 : undefined)}
        aria-labelledby=${isText ? 'dialog-title' : nothing}
      >
        ${content}
      </div>
      <footer class="dialog-footer">${footer}</footer>
    </div>
  </dialog>`;
}
