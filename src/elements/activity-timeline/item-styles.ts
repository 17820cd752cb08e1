import { css, type CSSResult } from 'lit';

/** Month headings and the items under them. */
export const itemStyles: CSSResult = css`
  .month-heading {
    position: var(--activity-heading-position, sticky);
    z-index: 1;
    inset-block-start: 0;
    padding-block: 4px;
    background: var(--_surface);
  }

  .month-button {
    display: inline-flex;
    align-items: center;
    gap: 4px;
    min-block-size: 32px;
    /* The list cuts off what stands out further, and the focus ring with it. */
    margin-inline-start: -4px;
    padding-block: 4px;
    padding-inline: 4px 8px;
    border-radius: calc(var(--_radius) / 2);
    outline-offset: -2px;
    color: var(--_primary);
    font-weight: 600;
  }

  button.month-button:hover {
    background: var(--_hover);
  }

  .month-name {
    text-transform: uppercase;
  }

  .chevron {
    inline-size: 16px;
    block-size: 16px;
    transition: rotate 150ms ease;
  }

  [aria-expanded='false'] > .chevron {
    rotate: 180deg;
  }

  .items {
    padding-block-end: 8px;
  }

  /* Stays in the page for the focus in it, out of sight and without room. */
  .pinned {
    position: absolute;
    inset-block-start: 0;
    inline-size: 1px;
    block-size: 1px;
    overflow: hidden;
    clip-path: inset(50%);
  }

  .item {
    position: relative;
    display: flex;
    flex-wrap: wrap;
    column-gap: 12px;
    padding-block: 8px;
    border-radius: calc(var(--_radius) / 2);
    /* What gets the focus is not left behind the heading that sticks to the top. */
    scroll-margin-block: 48px 8px;
  }

  .item-link {
    scroll-margin-block: 56px 16px;
  }

  /* From this disc to the next one. */
  .item:not(:last-child)::before {
    content: '';
    position: absolute;
    inset-block: calc(8px + var(--_icon-size)) -8px;
    inset-inline-start: calc(var(--_icon-size) / 2 - 1px);
    inline-size: 2px;
    background: var(--_line);
  }

  .item-disc {
    inline-size: var(--_icon-size);
    block-size: var(--_icon-size);
  }

  .item-text {
    display: flex;
    flex: 1;
    flex-direction: column;
    justify-content: center;
    min-inline-size: 0;
    min-block-size: var(--_icon-size);
    overflow-wrap: anywhere;
  }

  /* On the whole line: two weights can differ in height, and the line would be higher than the skeleton's. */
  .item-heading {
    color: var(--_text-secondary);
    font-weight: 600;
  }

  .item-title {
    color: var(--_text);
  }

  .item-link {
    border-radius: 2px;
    color: var(--_primary);
    text-decoration: none;
  }

  .item-link:hover {
    text-decoration: underline;
  }

  .item-date {
    font-size: calc(var(--_font-size) * 13 / 14);
    font-weight: 400;
    /* So that smaller text on the same baseline does not make the line higher either. */
    line-height: 0;
    unicode-bidi: isolate;
    white-space: nowrap;
  }

  .item-date,
  .item-detail {
    color: var(--_text-secondary);
  }

  .long {
    display: -webkit-box;
    overflow: hidden;
    text-align: match-parent;
    -webkit-box-orient: vertical;
    -webkit-line-clamp: 3;
  }

  @media (forced-colors: active) {
    .item:not(:last-child)::before {
      background: CanvasText;
    }
  }
`;
