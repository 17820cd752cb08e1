import { css, type CSSResult } from 'lit';

/** On paper: every row laid out, months with their rows, nothing that can be operated. */
export const printStyles: CSSResult = css`
  .print-fact {
    margin-block-end: 4px;
    color: var(--_text-secondary);
  }

  @media screen {
    .print-copy,
    .print-fact {
      display: none;
    }
  }

  @media print {
    :host {
      display: block !important;
      block-size: auto !important;
      max-block-size: none !important;
      overflow: visible !important;
      background: none;
      color-scheme: light;
    }

    .frame,
    .body {
      display: block;
      padding: 0;
    }

    .header > :not(.title),
    .applied-filters,
    .chips-row,
    .density,
    .notices,
    .sort,
    .arrivals,
    .more,
    .message button,
    .chevron,
    .space,
    .item-toggle,
    .why-button,
    .copy-link,
    .link-field,
    activity-filter-panel {
      display: none !important;
    }

    .list {
      max-block-size: none;
      overflow: visible;
    }

    /* Keeps its place on the screen, where it is scrolled to. */
    .list.copied {
      position: absolute;
      max-block-size: var(--_list-size);
      overflow: hidden;
      visibility: hidden;
    }

    .body:has(.copied) {
      overflow: clip;
    }

    .month-heading {
      position: static;
      break-after: avoid;
      background: none;
    }

    .month-button {
      padding: 0;
      margin: 0;
    }

    .item {
      break-inside: avoid;
    }

    .item-disc {
      print-color-adjust: exact;
    }

    .long {
      display: inline;
      overflow: visible;
    }

    .detail {
      --_behind: 0px;
      border: 1px solid var(--_border);
      background: none;
    }
  }
`;
