import { css, type CSSResult } from 'lit';

/** Rows that are collapsed to one. */
export const repeatStyles: CSSResult = css`
  .repeat-toggle {
    display: inline-flex;
    align-items: center;
    gap: 4px;
    min-block-size: 24px;
    margin-block: -2px;
    margin-inline-start: 4px;
    padding-inline: 10px 6px;
    border-radius: 12px;
    background: var(--_hover);
    color: var(--_primary);
    font-size: calc(var(--_font-size) * 6 / 7);
    font-weight: 600;
    line-height: 1rem;
    white-space: nowrap;
  }

  .repeat-toggle:hover {
    background: var(--_line);
  }

  .repeat-toggle > .chevron {
    inline-size: 12px;
    block-size: 12px;
  }

  /* Another disc behind it: there are more of these. */
  .item.collapsed > .item-disc {
    box-shadow:
      3px 3px 0 -1px var(--_surface),
      4px 4px 0 -1px var(--_border);
  }

  @media (forced-colors: active) {
    .repeat-toggle {
      border: 1px solid ButtonText;
    }
  }
`;
