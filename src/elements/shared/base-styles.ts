import { css, type CSSResult } from 'lit';

/** What every element starts from: box model, type, buttons without the browser's look, focus ring. */
export const baseStyles: CSSResult = css`
  :host {
    display: block;
    box-sizing: border-box;
    color: var(--_text);
    font-family: var(--_font);
    font-size: var(--_font-size);
    line-height: 1.25rem;
  }

  :host([hidden]) {
    display: none;
  }

  * {
    box-sizing: border-box;
  }

  h2,
  h3,
  p,
  ul,
  ol {
    margin: 0;
    padding: 0;
    font: inherit;
  }

  ul,
  ol {
    list-style: none;
  }

  button {
    appearance: none;
    margin: 0;
    border: 0;
    background: none;
    color: inherit;
    font: inherit;
    letter-spacing: inherit;
    text-align: inherit;
    cursor: pointer;
  }

  :focus-visible {
    outline: 2px solid var(--_primary);
    outline-offset: 2px;
  }

  svg:where(:not(.drawing)) {
    display: block;
    flex: none;
    inline-size: 20px;
    block-size: 20px;
    fill: none;
    stroke: currentColor;
    stroke-width: 1.5;
    stroke-linecap: round;
    stroke-linejoin: round;
  }

  .text-button {
    display: inline-flex;
    align-items: center;
    gap: 4px;
    min-block-size: 32px;
    padding: 4px 8px;
    border-radius: calc(var(--_radius) / 2);
    color: var(--_primary);
    font-weight: 600;
  }

  .text-button:hover {
    background: var(--_hover);
  }

  .solid-button {
    min-block-size: 32px;
    padding: 4px 16px;
    border: 1px solid transparent;
    border-radius: calc(var(--_radius) / 2);
    background: var(--_primary);
    color: var(--_on-primary);
    font-weight: 600;
  }

  .solid-button:hover {
    filter: brightness(0.92);
  }

  .visually-hidden {
    position: absolute;
    inline-size: 1px;
    block-size: 1px;
    margin: -1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }

  @media (prefers-reduced-motion: reduce) {
    *,
    *::before,
    *::after {
      animation: none !important;
      transition: none !important;
    }
  }
`;
