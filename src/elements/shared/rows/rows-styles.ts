import { css } from 'lit';

/** The pane with the rows behind a figure. */
export const rowsStyles = css`
  .row-filters {
    display: flex;
    flex-wrap: wrap;
    gap: 8px;
    margin-block: 12px;
  }

  .row-filters > select {
    flex: 0 1 auto;
    inline-size: auto;
    max-inline-size: 100%;
  }

  .row-count {
    margin-block-end: 8px;
  }

  .checked {
    container: rows / inline-size;
    overflow-x: auto;
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
  }

  .checked table {
    inline-size: max-content;
    min-inline-size: 100%;
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

  .checked .number {
    text-align: end;
    white-space: nowrap;
  }

  .checked tbody th {
    color: var(--_text-secondary);
    font-weight: 400;
  }

  .checked td {
    min-inline-size: 120px;
  }

  .checked td.asks {
    min-inline-size: 0;
    white-space: nowrap;
  }

  .asks > .link {
    min-block-size: 24px;
    color: var(--_primary);
    font-weight: 600;
  }

  .why-row > td {
    background: var(--_hover);
  }

  /* Stays in sight when the columns are scrolled. */
  .why-row > td > * {
    position: sticky;
    inset-inline-start: 12px;
    max-inline-size: calc(100cqi - 24px);
  }

  .why {
    padding-inline-start: 1.5em;
    list-style: decimal;
  }

  .why-value {
    font-weight: 600;
  }

  .checked thead th {
    white-space: nowrap;
  }

  .checked tbody tr:last-child > * {
    border-block-end: 0;
  }

  .more-rows {
    margin-block-start: 12px;
  }

  :is(.fault, .caution, .info) > .link {
    flex: none;
    min-block-size: 24px;
  }
`;
