import { css, type CSSResult } from 'lit';

/** The drawing of tables and keys in the colours of the page. */
export const pictureStyles: CSSResult = css`
  .picture {
    min-inline-size: 0;
    margin: 0 0 16px;
  }

  .picture-head {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: 8px;
  }

  .picture > .scroller {
    max-block-size: 36rem;
    overflow: auto;
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
    background: var(--_hover);
  }

  .drawing {
    stroke: none;
  }

  .picture-box {
    fill: var(--_surface);
    stroke: var(--_border);
  }

  .picture-text {
    fill: var(--_text);
  }

  .picture-note {
    fill: var(--_text-secondary);
  }

  .picture-name {
    stroke: var(--_hover);
  }

  .picture-rule {
    stroke: var(--_line);
  }

  .picture-key {
    stroke: var(--_warn);
  }

  .picture-line {
    stroke: var(--_primary);
  }

  .picture-tip {
    fill: var(--_primary);
  }
`;
