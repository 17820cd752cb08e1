import { css, type CSSResult } from 'lit';

/** The tables with type and key: heads over columns where there is room, else a label over each field. */
export const tablesStyles: CSSResult = css`
  .rows {
    display: grid;
    gap: 16px;
  }

  .row-heads,
  .row {
    display: grid;
    grid-template-columns: repeat(3, minmax(0, 1fr)) 32px;
    gap: 8px 16px;
    padding-block-end: 12px;
    border-block-end: 1px solid var(--_line);
  }

  .row-heads {
    padding-block-end: 4px;
    font-weight: 600;
  }

  .row:last-child {
    padding-block-end: 0;
    border-block-end: 0;
  }

  .row-table {
    padding-block: 6px;
    overflow-wrap: anywhere;
  }

  .new-type {
    display: flex;
    gap: 8px;
    margin-block-start: 8px;
  }

  @container (inline-size >= 640px) {
    .row .label {
      position: absolute;
      inline-size: 1px;
      block-size: 1px;
      margin: -1px;
      overflow: hidden;
      clip-path: inset(50%);
      white-space: nowrap;
    }
  }

  @container (inline-size < 640px) {
    .row-heads {
      display: none;
    }

    .row {
      grid-template-columns: minmax(0, 1fr) 32px;
    }

    .row > .entry:not(:first-child) {
      grid-column: 1 / -1;
    }

    .row > .icon-button {
      grid-area: 1 / 2;
    }

    .row-table {
      padding-block: 0;
    }
  }
`;
