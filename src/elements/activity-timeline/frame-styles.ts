import { css, type CSSResult } from 'lit';

/** The card: header, chips above a line, list, and what the list's end holds. */
export const frameStyles: CSSResult = css`
  :host {
    border-radius: var(--_radius);
    background: var(--_surface);
  }

  .frame {
    position: relative;
    padding: var(--_padding);
  }

  .header {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: 4px 8px;
    min-block-size: 32px;
  }

  .title {
    min-inline-size: 0;
    font-size: calc(var(--_font-size) * 8 / 7);
    font-weight: 600;
    line-height: 1.5rem;
    overflow-wrap: anywhere;
  }

  .actions {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 4px;
    margin-inline-end: -8px;
  }

  .chips-row {
    margin-block-start: 8px;
    padding-block-end: 8px;
    border-block-end: 1px solid var(--_line);
  }

  .list {
    position: relative;
    margin-block-start: 8px;
  }

  /* No size of its own: it only marks where the rows begin. */
  .top-mark {
    position: absolute;
    inset-block-start: 0;
    inline-size: 1px;
    block-size: 1px;
  }

  .sort {
    position: absolute;
    z-index: 2;
    inset-block-start: 4px;
    inset-inline-end: -8px;
    font-weight: 400;
  }

  .sort svg {
    inline-size: 16px;
    block-size: 16px;
    transition: rotate 150ms ease;
  }

  .sort.oldest svg {
    rotate: 180deg;
  }

  /* A quick answer replaces the rows before anything fades. */
  .rows {
    transition: opacity 150ms ease 150ms;
  }

  .rows.changing {
    opacity: 0.5;
  }

  .more {
    display: flex;
    flex-direction: column;
    align-items: center;
    gap: 4px;
    padding-block-start: 8px;
    text-align: center;
  }

  .more-button[aria-disabled='true'] {
    color: var(--_text-secondary);
    cursor: default;
  }

  .reason {
    color: var(--_text-secondary);
  }
`;
