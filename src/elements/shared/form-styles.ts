import { css, type CSSResult } from 'lit';

/** Buttons, fields and tables of the elements in which a person configures something. */
export const formStyles: CSSResult = css`
  :host {
    --_control: var(--activity-control, light-dark(#868482, #93908d));
    --_good: var(--activity-good, light-dark(#0e7a3c, #6fcf97));
    --_warn: var(--activity-warn, light-dark(#8a5a00, #e8b95c));
    --_warn-surface: var(--activity-warn-surface, light-dark(#fff6e5, #3a2f1b));
    --_danger-surface: var(--activity-danger-surface, light-dark(#fdf0f1, #43272a));
  }

  .icon-button {
    display: grid;
    flex: none;
    place-items: center;
    inline-size: 32px;
    block-size: 32px;
    padding: 0;
    border-radius: calc(var(--_radius) / 2);
    color: var(--_text-secondary);
  }

  .outline-button {
    min-block-size: 32px;
    padding: 4px 16px;
    border: 1px solid var(--_control);
    border-radius: calc(var(--_radius) / 2);
    font-weight: 600;
  }

  .danger-button {
    background: var(--_danger);
    color: var(--_surface);
  }

  .icon-button:hover,
  .outline-button:hover {
    background: var(--_hover);
  }

  button:is([disabled], [aria-disabled='true']),
  button:is([disabled], [aria-disabled='true']):hover {
    border-color: transparent;
    background: none;
    color: var(--_text-secondary);
    opacity: 0.65;
    cursor: default;
    filter: none;
  }

  .solid-button[disabled],
  .solid-button[disabled]:hover {
    background: var(--_line);
    opacity: 1;
  }

  .outline-button[disabled] {
    border-color: var(--_line);
  }

  .field {
    display: block;
    inline-size: 100%;
    min-inline-size: 0;
    min-block-size: 32px;
    margin: 0;
    padding: 4px 8px;
    border: 1px solid var(--_control);
    border-radius: calc(var(--_radius) / 2);
    background: var(--_surface);
    color: inherit;
    font: inherit;
    text-overflow: ellipsis;
  }

  .field[aria-invalid='true'] {
    border-color: var(--_danger);
  }

  .field::placeholder {
    color: var(--_text-secondary);
    opacity: 1;
  }

  .field[readonly] {
    border-color: var(--_line);
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

  .hint {
    color: var(--_text-secondary);
    font-size: calc(var(--_font-size) * 13 / 14);
  }

  .fault,
  .caution,
  .info {
    display: flex;
    gap: 4px;
    color: var(--_danger);
    overflow-wrap: anywhere;
  }

  .caution {
    color: var(--_warn);
  }

  .info {
    color: var(--_text-secondary);
  }

  :is(.fault, .caution, .info) > svg {
    inline-size: 16px;
    block-size: 16px;
    margin-block-start: 2px;
  }

  .search {
    position: relative;
    display: block;
    flex: 0 1 240px;
    min-inline-size: 0;
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

  .notice {
    display: flex;
    flex-wrap: wrap;
    align-items: flex-start;
    gap: 4px 8px;
    padding: 8px 12px;
    border-radius: calc(var(--_radius) / 2);
    background: var(--_selected);
  }

  .notice > svg {
    color: var(--_primary);
  }

  .notice > .grow {
    flex: 1 1 0;
    min-inline-size: 12rem;
    padding-block: 1px;
    overflow-wrap: anywhere;
  }

  .notice > .text-button {
    min-block-size: 24px;
    padding-block: 0;
  }

  .notice.bad {
    background: var(--_danger-surface);
  }

  .notice.bad > svg {
    color: var(--_danger);
  }

  .notice.warn {
    background: var(--_warn-surface);
  }

  .notice.warn > svg {
    color: var(--_warn);
  }

  .badge {
    display: inline-block;
    padding: 0 8px;
    border-radius: 10px;
    background: var(--_line);
    font-size: calc(var(--_font-size) * 12 / 14);
    font-weight: 400;
    white-space: nowrap;
  }

  .badge.warn {
    background: var(--_warn-surface);
    color: var(--_warn);
  }

  .badge.bad {
    background: var(--_danger-surface);
    color: var(--_danger);
  }

  .scroller {
    position: relative;
    overflow-x: auto;
    scrollbar-width: thin;
  }

  table {
    inline-size: 100%;
    border-collapse: collapse;
  }

  th,
  td {
    padding: 8px;
    border-block-end: 1px solid var(--_line);
    text-align: start;
    vertical-align: middle;
  }

  th {
    font-weight: 600;
  }

  .number {
    text-align: end;
    font-variant-numeric: tabular-nums;
  }

  @media (forced-colors: active) {
    .notice,
    .badge {
      border: 1px solid CanvasText;
    }

    button:is([disabled], [aria-disabled='true']) {
      color: GrayText;
      opacity: 1;
    }
  }
`;
