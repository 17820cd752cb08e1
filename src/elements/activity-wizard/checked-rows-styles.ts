import { css } from 'lit';

/** The table of rows behind a figure. */
export const checkedRowsStyles = css`
  .checked {
    overflow-x: auto;
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
  }

  .checked table {
    inline-size: 100%;
    border-collapse: collapse;
  }

  .checked :is(th, td) {
    max-inline-size: 240px;
    padding: 6px 12px;
    border-block-end: 1px solid var(--_line);
    overflow-wrap: anywhere;
    text-align: start;
    vertical-align: top;
  }

  .checked th {
    white-space: nowrap;
  }

  :is(.fault, .caution, .info) > .link {
    flex: none;
    min-block-size: 24px;
  }
`;
