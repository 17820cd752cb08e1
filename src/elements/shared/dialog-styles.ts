import { css, type CSSResult } from 'lit';

/** Dialogs of the elements in which a person configures something. */
export const dialogStyles: CSSResult = css`
  :host {
    --_panel-size: var(--activity-panel-size, 360px);
    --_backdrop: var(--activity-backdrop, rgb(0 0 0 / 40%));
  }

  .dialog {
    margin: auto;
    padding: 0;
    border: 0;
    overflow: hidden;
    background: var(--_surface);
    color: var(--_text);
    font-family: var(--_font);
    font-size: var(--_font-size);
    line-height: 1.25rem;
    box-shadow: 0 0 32px rgb(0 0 0 / 24%);
  }

  .dialog::backdrop {
    background: var(--_backdrop);
  }

  .dialog.middle {
    inline-size: 440px;
    max-inline-size: calc(100vw - 32px);
    /* Of the window as it is seen; WebKitGTK does not keep dvh at that. */
    max-block-size: calc(100% - 32px);
    overflow: auto;
    border-radius: var(--_radius);
  }

  .dialog.middle .dialog-content {
    overflow: visible;
  }

  .dialog.pane {
    position: fixed;
    inset-block: 0;
    inset-inline: auto 0;
    inline-size: calc(var(--_panel-size) + 80px);
    max-inline-size: 100vw;
    block-size: 100%;
    max-block-size: none;
    margin: 0;
  }

  .dialog.pane.wide {
    inline-size: max(50vw, var(--_panel-size) + 80px);
  }

  .dialog-frame {
    display: flex;
    flex-direction: column;
    block-size: 100%;
  }

  /* A box is as high as what is in it, and scrolls as a whole. */
  .dialog.middle .dialog-frame {
    display: block;
    block-size: auto;
  }

  .dialog-header {
    display: flex;
    align-items: center;
    justify-content: space-between;
    gap: 8px;
    padding-block: 16px 8px;
    padding-inline: 24px 16px;
  }

  .dialog-title {
    font-size: calc(var(--_font-size) * 10 / 7);
    font-weight: 600;
    line-height: 1.75rem;
    outline: none;
    overflow-wrap: anywhere;
  }

  .dialog-content {
    flex: 1 1 auto;
    min-block-size: 0;
    padding: 4px 24px 16px;
    overflow: hidden auto;
    overscroll-behavior: contain;
    scrollbar-width: thin;
  }

  .dialog-footer {
    display: flex;
    flex-wrap: wrap;
    gap: 8px;
    padding: 12px 24px;
    border-block-start: 1px solid var(--_line);
  }

  @media (forced-colors: active) {
    .dialog {
      border: 1px solid CanvasText;
    }
  }
`;
