import { css, type CSSResultGroup } from 'lit';
import { baseStyles } from '../shared/base-styles.js';
import { dialogStyles } from '../shared/dialog-styles.js';
import { formStyles } from '../shared/form-styles.js';
import { rowsStyles } from '../shared/rows/rows-styles.js';
import { tokens } from '../shared/tokens.js';
import { progressStyles } from './progress-styles.js';

const managerStyles = css`
  :host {
    container-type: inline-size;
    background: var(--_surface);
  }

  .frame {
    display: flex;
    flex-direction: column;
    gap: 8px;
  }

  .head {
    display: flex;
    flex-wrap: wrap;
    align-items: flex-start;
    justify-content: space-between;
    gap: 4px 16px;
  }

  .titles {
    flex: 1 1 14rem;
    min-inline-size: 0;
  }

  .title {
    font-size: calc(var(--_font-size) * 10 / 7);
    font-weight: 600;
    line-height: 1.75rem;
  }

  .status {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0 8px;
  }

  .good {
    color: var(--_good);
  }

  .warn {
    color: var(--_warn);
  }

  .commands {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 4px;
    padding-block: 4px;
    border-block-end: 1px solid var(--_line);
  }

  .commands .search {
    margin-inline-start: auto;
  }

  .commands .text-button svg {
    inline-size: 18px;
    block-size: 18px;
  }

  .commands ::slotted(*) {
    flex: none;
  }

  .notices {
    display: grid;
    gap: 8px;
  }

  .notices > :empty {
    display: none;
  }

  .notice > .icon-button {
    inline-size: 22px;
    block-size: 22px;
  }

  .notice.run {
    align-items: center;
    background: none;
    border: 1px solid var(--_border);
  }

  .notice.run progress {
    display: block;
    inline-size: 100%;
    block-size: 6px;
    margin-block-start: 4px;
    accent-color: var(--_primary);
  }

  .faults {
    padding-inline-start: 1.25em;
    list-style: disc;
  }

  thead th {
    padding-block: 4px;
    white-space: nowrap;
  }

  .narrow {
    inline-size: 34px;
  }

  .sort {
    display: inline-flex;
    align-items: center;
    gap: 4px;
    min-block-size: 28px;
    margin-inline: -4px;
    padding-inline: 4px;
    border-radius: calc(var(--_radius) / 2);
    font-weight: 600;
  }

  .sort:hover {
    background: var(--_hover);
  }

  .sort svg {
    inline-size: 14px;
    block-size: 14px;
  }

  .up {
    rotate: 180deg;
  }

  tbody tr:hover {
    background: var(--_hover);
  }

  tbody tr.selected {
    background: var(--_selected);
  }

  tbody td,
  tbody th {
    padding-block: 6px;
    font-weight: 400;
    overflow-wrap: anywhere;
  }

  .name-cell {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 2px 8px;
    min-inline-size: 11rem;
  }

  .named {
    display: flex;
    align-items: center;
    gap: 8px;
  }

  .named > svg {
    flex: none;
    color: var(--_text-secondary);
  }

  .link {
    padding: 0;
    font-weight: 600;
    overflow-wrap: anywhere;
  }

  .link:hover {
    color: var(--_primary);
    text-decoration: underline;
  }

  /* A usual name is not torn apart where the list is narrow. */
  td.table,
  td.source,
  td.type {
    min-inline-size: 8em;
  }

  td.shown svg {
    color: var(--_good);
  }

  .row-commands {
    display: flex;
    opacity: 0.45;
  }

  tr:is(:hover, :focus-within) .row-commands {
    opacity: 1;
  }

  .count {
    padding-inline: 8px;
  }

  .empty {
    display: grid;
    justify-items: center;
    gap: 8px;
    padding: 32px 16px;
    text-align: center;
  }

  .empty-title {
    font-size: calc(var(--_font-size) * 8 / 7);
    font-weight: 600;
  }

  .skeleton {
    display: grid;
    gap: 12px;
    padding-block: 12px;
  }

  .bar {
    block-size: 20px;
    border-radius: calc(var(--_radius) / 2);
    background: var(--_line);
  }

  .label {
    display: block;
    margin-block-end: 4px;
    font-weight: 600;
  }

  #rename-hint {
    margin-block-start: 4px;
  }

  .names {
    margin-block-start: 8px;
    padding-inline-start: 1.25em;
    list-style: disc;
  }

  @container (inline-size < 860px) {
    th.shown .sort {
      inline-size: 8em;
      text-align: start;
      white-space: normal;
    }
  }

  @container (inline-size < 640px) {
    .source {
      display: none;
    }

    .commands .search {
      flex: 1 1 100%;
      margin: 0;
    }
  }

  @container (inline-size < 480px) {
    td.table,
    th.table {
      display: none;
    }
  }
`;

export const managerStylesheet: CSSResultGroup = [
  tokens,
  baseStyles,
  formStyles,
  dialogStyles,
  rowsStyles,
  progressStyles,
  managerStyles,
];
