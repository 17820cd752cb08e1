import { css, type CSSResult } from 'lit';

/** The button that expands an item, and what it shows. */
export const detailStyles: CSSResult = css`
  .item-toggle {
    display: grid;
    flex: none;
    place-items: center;
    align-self: start;
    inline-size: 32px;
    block-size: 32px;
    margin-block-start: calc((var(--_icon-size) - 32px) / 2);
    padding: 0;
    border-radius: calc(var(--_radius) / 2);
    color: var(--_text-secondary);
  }

  .item-toggle:hover {
    background: var(--_hover);
    color: var(--_text);
  }

  /* Closed points down, open up: the same as the months. */
  .item-toggle[aria-expanded='true'] {
    color: var(--_primary);
  }

  /*
   * As wide as the row's text. Where that is narrow, it takes the room beside it too, and covers the line that the
   * circles stand on.
   */
  .detail {
    --_room: calc((100% - 360px - var(--_icon-size)) * 999);
    --_before: clamp(0px, var(--_room), 12px + var(--_icon-size));
    --_behind: clamp(0px, var(--_room), 44px);
    position: relative;
    flex: 0 0 calc(100% - var(--_before) - var(--_behind));
    min-inline-size: 0;
    margin-block-start: 8px;
    margin-inline: var(--_before) var(--_behind);
    padding: 8px 12px 4px;
    border-radius: calc(var(--_radius) / 2);
    background: var(--_hover);
  }

  .fields {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(min(100%, 124px), 1fr));
    gap: 8px 16px;
    margin: 0 0 4px;
  }

  .field {
    min-inline-size: 0;
  }

  .field > dt {
    color: var(--_text-secondary);
    font-size: calc(var(--_font-size) * 6 / 7);
    line-height: 1rem;
  }

  .field > dd {
    margin: 0;
    white-space: pre-line;
  }

  .why-button,
  .copy-link {
    margin-inline-start: -8px;
    /* One begins with an icon and one with a text: their baselines differ. */
    vertical-align: middle;
  }

  .copy-link {
    margin-inline-end: 16px;
  }

  .link-field {
    display: block;
    inline-size: 100%;
    block-size: 32px;
    margin-block-end: 4px;
    padding: 4px 8px;
    border: 1px solid var(--_control);
    border-radius: calc(var(--_radius) / 2);
    background: var(--_surface);
    color: inherit;
    font: inherit;
  }

  .why,
  .why-text {
    padding-block-end: 8px;
  }

  .why > li {
    position: relative;
    padding-block: 2px;
    padding-inline-start: 20px;
  }

  /* The path: a dot for each key on it, the last one full. */
  .why > li::before {
    content: '';
    position: absolute;
    inset-block-start: 8px;
    inset-inline-start: 4px;
    inline-size: 8px;
    block-size: 8px;
    border: 1.5px solid var(--_primary);
    border-radius: 50%;
  }

  .why > li:last-child::before {
    background: var(--_primary);
  }

  .why > li:not(:last-child)::after {
    content: '';
    position: absolute;
    inset-block: 18px -6px;
    inset-inline-start: 7px;
    inline-size: 2px;
    background: var(--_border);
  }

  .why-value {
    font-weight: 600;
  }

  .item.expanded .long {
    display: inline;
    overflow: visible;
  }

  @media (forced-colors: active) {
    .detail {
      border: 1px solid CanvasText;
    }

    .why > li:not(:last-child)::after {
      background: CanvasText;
    }
  }
`;
