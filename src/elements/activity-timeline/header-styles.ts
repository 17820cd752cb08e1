import { css, type CSSResult } from 'lit';

/** Search box, and the chips of what the panel filters by. */
export const headerStyles: CSSResult = css`
  :host {
    --_control: var(--activity-control, light-dark(#868482, #93908d));
  }

  .search-box {
    position: relative;
    flex: 1 1 144px;
    max-inline-size: 280px;
    margin-inline-start: auto;
  }

  .search-box > svg {
    position: absolute;
    inset-block-start: 8px;
    inset-inline-start: 8px;
    inline-size: 16px;
    block-size: 16px;
    color: var(--_text-secondary);
    pointer-events: none;
  }

  .search-field {
    appearance: none;
    inline-size: 100%;
    block-size: 32px;
    margin: 0;
    padding-block: 4px;
    padding-inline: 32px 28px;
    border: 1px solid var(--_control);
    border-radius: calc(var(--_radius) / 2);
    background: var(--_surface);
    color: inherit;
    font: inherit;
    text-overflow: ellipsis;
  }

  .search-field::placeholder {
    color: var(--_text-secondary);
    opacity: 1;
  }

  /* The button beside it is the same in every browser. */
  .search-field::-webkit-search-cancel-button {
    display: none;
  }

  .search-clear {
    position: absolute;
    inset-block-start: 4px;
    inset-inline-end: 4px;
    display: grid;
    place-items: center;
    inline-size: 24px;
    block-size: 24px;
    padding: 0;
    border-radius: calc(var(--_radius) / 2);
    color: var(--_text-secondary);
  }

  .search-clear:hover {
    background: var(--_hover);
  }

  .search-clear > svg {
    inline-size: 14px;
    block-size: 14px;
  }

  .applied-filters {
    display: flex;
    flex-wrap: wrap;
    gap: 4px;
    /* Room for focus rings, which a scrolling box would cut. */
    margin: 4px -4px -4px;
    padding: 4px;
    max-block-size: 128px;
    overflow-y: auto;
    scrollbar-width: thin;
  }

  .applied-filters > li {
    min-inline-size: 0;
    max-inline-size: 100%;
  }

  .applied-filter {
    display: flex;
    align-items: center;
    gap: 4px;
    max-inline-size: 100%;
    min-block-size: 28px;
    padding-block: 3px;
    padding-inline: 12px 8px;
    border: 1px solid transparent;
    border-radius: 999px;
    background: var(--_selected);
  }

  .applied-filter:hover {
    border-color: var(--_primary);
  }

  .applied-filter > svg {
    inline-size: 14px;
    block-size: 14px;
  }

  .applied-label {
    min-inline-size: 0;
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }

  .mark {
    border-radius: 2px;
    background: light-dark(#fff0b3, #463800);
    color: inherit;
  }

  @media (forced-colors: active) {
    .applied-filter {
      border-color: ButtonBorder;
    }

    .mark {
      background: Mark;
      color: MarkText;
    }
  }
`;
