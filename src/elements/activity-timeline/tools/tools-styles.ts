import { css, type CSSResult } from 'lit';

/** The menu, and the lines that tell of what goes on. */
export const toolsStyles: CSSResult = css`
  .menu-place {
    position: relative;
  }

  .menu-button,
  .notice-close {
    display: grid;
    place-items: center;
    inline-size: 32px;
    block-size: 32px;
    padding: 0;
    border-radius: calc(var(--_radius) / 2);
    color: var(--_text-secondary);
  }

  .menu-button:hover,
  .menu-button[aria-expanded='true'],
  .notice-close:hover {
    background: var(--_hover);
    color: var(--_text);
  }

  .menu-button > svg {
    fill: currentColor;
    stroke: none;
  }

  .menu {
    position: absolute;
    z-index: 4;
    inset-block-start: 100%;
    inset-inline-end: 0;
    min-inline-size: 176px;
    margin-block-start: 4px;
    padding: 4px;
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
    background: var(--_surface);
    box-shadow: 0 4px 16px rgb(0 0 0 / 20%);
  }

  .menu-item {
    display: block;
    inline-size: 100%;
    min-block-size: 32px;
    padding: 4px 12px;
    border-radius: calc(var(--_radius) / 2);
    white-space: nowrap;
  }

  .menu-item:hover,
  .menu-item:focus {
    background: var(--_hover);
  }

  .menu-item:focus-visible {
    outline-offset: -2px;
  }

  .notices {
    margin-block-start: 8px;
  }

  .notice + .notice {
    margin-block-start: 4px;
  }

  .notice {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 4px 8px;
    padding-block: 4px;
    padding-inline: 12px 4px;
    border-radius: calc(var(--_radius) / 2);
    background: var(--_hover);
  }

  .notice.bad > svg {
    color: var(--_danger);
  }

  /* Out of the way until it has taken its time, so that nothing jumps. */
  .notice.soon {
    position: absolute;
    z-index: 3;
    inset-inline: var(--_padding);
    box-shadow: 0 2px 8px rgb(0 0 0 / 25%);
    animation: appear 200ms ease 400ms backwards;
  }

  .notice-text {
    flex: 1 1 144px;
    min-inline-size: 0;
    overflow-wrap: anywhere;
  }

  .notice-close > svg {
    inline-size: 16px;
    block-size: 16px;
  }

  .progress {
    flex: 1 1 96px;
    min-inline-size: 0;
    block-size: 4px;
    border: 0;
    border-radius: 2px;
    appearance: none;
    background: var(--_border);
    color: var(--_primary);
    overflow: hidden;
  }

  .progress::-webkit-progress-bar {
    background: var(--_border);
  }

  .progress::-webkit-progress-value {
    background: var(--_primary);
  }

  .progress::-moz-progress-bar {
    background: var(--_primary);
  }

  @media (forced-colors: active) {
    .menu,
    .notice {
      border: 1px solid CanvasText;
    }

    .menu-item:focus {
      outline: 2px solid Highlight;
      outline-offset: -2px;
    }

    .progress {
      forced-color-adjust: none;
      background: GrayText;
      color: Highlight;
    }
  }
`;
