import { css, type CSSResult } from 'lit';

/** The card: header, chips above a line, list, and what the list's end holds. */
export const frameStyles: CSSResult = css`
  :host {
    display: flex;
    flex-direction: column;
    border-radius: var(--_radius);
    background: var(--_surface);
  }

  .frame {
    position: relative;
    display: flex;
    flex: 1 1 auto;
    flex-direction: column;
    min-block-size: 0;
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
    margin-inline: auto -8px;
  }

  .chips-row {
    margin-block-start: 8px;
    padding-block-end: 8px;
    border-block-end: 1px solid var(--_line);
  }

  .body {
    position: relative;
    display: flex;
    flex: 1 1 auto;
    flex-direction: column;
    min-block-size: 0;
    margin-block-start: 8px;
  }

  /* Scrolls by itself: the page would have to be as high as all rows. Room beside the rows for their focus rings. */
  .list {
    flex: 0 1 auto;
    max-block-size: var(--_list-size);
    min-block-size: 0;
    margin-inline: -4px;
    padding-inline: 4px;
    overflow: hidden auto;
    overflow-anchor: none;
    overscroll-behavior-block: contain;
    scrollbar-width: thin;
  }

  .sort {
    position: absolute;
    z-index: 2;
    inset-block-start: 4px;
    inset-inline-end: 8px;
    background: var(--_surface);
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

  .more.failed {
    position: sticky;
    inset-block-end: 0;
    padding-block: 8px;
    background: var(--_surface);
  }

  .arrivals {
    position: absolute;
    z-index: 3;
    inset-block-start: 40px;
    inset-inline: 0;
    display: flex;
    justify-content: center;
    pointer-events: none;
  }

  .arrivals-button {
    border-radius: 999px;
    box-shadow: 0 2px 8px rgb(0 0 0 / 25%);
    pointer-events: auto;
  }

  .arrivals-button svg {
    inline-size: 16px;
    block-size: 16px;
    rotate: 180deg;
  }

  .reason {
    color: var(--_text-secondary);
  }
`;
