import { css, type CSSResult } from 'lit';

/** Icon chips, and the discs that they share with the items. */
export const chipStyles: CSSResult = css`
  .disc {
    display: grid;
    flex: none;
    place-items: center;
    border-radius: 50%;
    background: var(--_color);
    color: var(--_on-color);
  }

  .chip-disc {
    position: relative;
    inline-size: var(--_chip-size);
    block-size: var(--_chip-size);
  }

  .chip-disc > svg {
    inline-size: 24px;
    block-size: 24px;
    stroke-width: 1.25;
  }

  .chips {
    display: flex;
    flex-wrap: wrap;
    gap: 4px 8px;
    /* Room for focus rings, which a scrolling box would cut. */
    margin: -4px;
    padding: 4px;
    /* Of very many types a part of the next row is in sight, so that one sees that it goes on. */
    max-block-size: 284px;
    overflow-y: auto;
    scrollbar-width: thin;
  }

  .chip {
    display: flex;
    flex-direction: column;
    align-items: center;
    gap: 4px;
    min-inline-size: 72px;
    max-inline-size: 136px;
    padding: 8px 4px 4px;
    border-radius: var(--_radius);
  }

  button.chip:hover {
    background: var(--_hover);
  }

  button.chip[aria-pressed='true'] {
    background: var(--_selected);
  }

  .chip-label {
    max-inline-size: 100%;
    overflow: hidden;
    font-size: calc(var(--_font-size) * 6 / 7);
    line-height: 1rem;
    text-overflow: ellipsis;
    unicode-bidi: plaintext;
    white-space: nowrap;
  }

  .badge {
    position: absolute;
    inset-block-start: -3px;
    inset-inline-end: -5px;
    display: grid;
    place-items: center;
    inline-size: 16px;
    block-size: 16px;
    border: 1px solid var(--_border);
    border-radius: 50%;
    background: var(--_surface);
    color: var(--_text-secondary);
  }

  .badge > svg {
    inline-size: 12px;
    block-size: 12px;
    stroke-width: 2.5;
  }

  [aria-pressed='true'] .badge {
    border-color: var(--_primary);
    background: var(--_primary);
    color: var(--_on-primary);
  }

  @media (forced-colors: active) {
    .disc {
      border: 1px solid CanvasText;
    }

    [aria-pressed='true'] .badge {
      border-color: Highlight;
      background: Highlight;
      color: HighlightText;
    }
  }
`;
