import { css, type CSSResultGroup } from 'lit';
import { baseStyles } from '../shared/base-styles.js';
import { tokens } from '../shared/tokens.js';

const panelStyles = css`
  :host {
    --_panel-size: var(--activity-panel-size, 360px);
    --_backdrop: var(--activity-backdrop, rgb(0 0 0 / 40%));
    --_control: var(--activity-control, light-dark(#868482, #93908d));
    --_shift: 48px;
    display: contents;
  }

  .panel:dir(rtl) {
    --_shift: -48px;
  }

  .panel {
    position: fixed;
    inset-block: 0;
    inset-inline: auto 0;
    inline-size: var(--_panel-size);
    max-inline-size: 100vw;
    block-size: 100%;
    max-block-size: none;
    margin: 0;
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

  .panel[open] {
    animation: arrive 200ms cubic-bezier(0.1, 0.9, 0.2, 1);
  }

  .panel::backdrop {
    background: var(--_backdrop);
  }

  @keyframes arrive {
    from {
      opacity: 0;
      translate: var(--_shift);
    }
  }

  .frame {
    display: flex;
    flex-direction: column;
    block-size: 100%;
  }

  .header {
    display: flex;
    align-items: center;
    justify-content: space-between;
    gap: 8px;
    padding-block: 16px 8px;
    padding-inline: 24px 16px;
  }

  .title {
    font-size: calc(var(--_font-size) * 10 / 7);
    font-weight: 600;
    line-height: 1.75rem;
    overflow-wrap: anywhere;
  }

  .icon-button {
    display: grid;
    flex: none;
    place-items: center;
    inline-size: 32px;
    block-size: 32px;
    border-radius: calc(var(--_radius) / 2);
    color: var(--_text-secondary);
  }

  .icon-button:hover {
    background: var(--_hover);
  }

  .commands {
    display: flex;
    flex-wrap: wrap;
    gap: 4px 8px;
    padding: 0 16px 8px;
    border-block-end: 1px solid var(--_line);
  }

  .text-button[aria-disabled='true'] {
    background: none;
    color: var(--_text-secondary);
    opacity: 0.6;
    cursor: default;
  }

  .groups {
    flex: 1 1 auto;
    min-block-size: 0;
    padding: 0 24px 16px;
    overflow: hidden auto;
    overscroll-behavior: contain;
    scrollbar-width: thin;
  }

  .group {
    min-inline-size: 0;
    margin: 16px 0 0;
    padding: 0;
    border: 0;
  }

  .legend {
    padding: 0;
    font-weight: 600;
    overflow-wrap: anywhere;
  }

  /* As wide as hovered lines and focus rings, which the containment of the lines would cut. */
  .choices {
    margin: 4px -8px 0;
  }

  /* Of thousands of contacts only those in sight are laid out. */
  .choices > li {
    contain-intrinsic-block-size: auto 32px;
    content-visibility: auto;
  }

  .choice {
    display: flex;
    align-items: center;
    gap: 8px;
    min-block-size: 32px;
    margin-inline: -8px;
    padding: 4px 8px;
    border-radius: calc(var(--_radius) / 2);
    cursor: pointer;
  }

  .choices .choice {
    margin-inline: 0;
  }

  .choice:hover {
    background: var(--_hover);
  }

  .box {
    flex: none;
    inline-size: 18px;
    block-size: 18px;
    margin: 0;
    accent-color: var(--_primary);
    cursor: inherit;
  }

  .box:focus-visible {
    outline-offset: 1px;
  }

  .choice-label {
    flex: 0 1 auto;
    min-inline-size: 0;
    overflow-wrap: anywhere;
  }

  .count {
    flex: none;
    margin-inline-start: auto;
    color: var(--_text-secondary);
    font-variant-numeric: tabular-nums;
  }

  .see {
    margin-inline: -8px;
  }

  .field {
    inline-size: 100%;
    min-inline-size: 0;
    min-block-size: 32px;
    padding: 4px 8px;
    border: 1px solid var(--_control);
    border-radius: calc(var(--_radius) / 2);
    background: var(--_surface);
    color: inherit;
    font: inherit;
  }

  .field[aria-invalid='true'] {
    border-color: var(--_danger);
  }

  .field::placeholder {
    color: var(--_text-secondary);
    opacity: 1;
  }

  .search {
    position: relative;
    display: block;
    margin-block: 8px 4px;
  }

  .search > svg {
    position: absolute;
    inset-block-start: 8px;
    inset-inline-start: 8px;
    inline-size: 16px;
    block-size: 16px;
    color: var(--_text-secondary);
    pointer-events: none;
  }

  .search > .field {
    padding-inline-start: 32px;
  }

  .days {
    display: flex;
    flex-direction: column;
    align-items: flex-start;
    gap: 4px;
    padding-inline-start: 26px;
  }

  .days > .field {
    inline-size: min(100%, 192px);
  }

  .hint {
    color: var(--_text-secondary);
  }

  .fault {
    display: flex;
    gap: 4px;
    padding-inline-start: 26px;
    color: var(--_danger);
  }

  .fault > svg {
    inline-size: 16px;
    block-size: 16px;
    margin-block-start: 2px;
  }

  .footer {
    display: flex;
    flex-wrap: wrap;
    gap: 8px;
    padding: 12px 24px;
    border-block-start: 1px solid var(--_line);
  }

  .solid-button[disabled] {
    background: var(--_line);
    color: var(--_text-secondary);
    cursor: default;
    filter: none;
  }

  .outline-button {
    min-block-size: 32px;
    padding: 4px 16px;
    border: 1px solid var(--_control);
    border-radius: calc(var(--_radius) / 2);
    font-weight: 600;
  }

  .outline-button:hover {
    background: var(--_hover);
  }

  @media (forced-colors: active) {
    .panel {
      border-inline-start: 1px solid CanvasText;
    }

    .solid-button[disabled],
    .text-button[aria-disabled='true'] {
      border-color: GrayText;
      color: GrayText;
      opacity: 1;
    }
  }
`;

export const filterPanelStyles: CSSResultGroup = [tokens, baseStyles, panelStyles];
