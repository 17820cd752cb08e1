import { css, type CSSResult } from 'lit';

/** Paths as cards, in a step and in the pane for one of them, and what a review and the end show. */
export const stepStyles: CSSResult = css`
  .body > .text-button {
    margin-block-end: 12px;
    margin-inline-start: -8px;
  }

  .saved li {
    display: flex;
    align-items: center;
    gap: 8px;
  }

  .saved svg {
    color: var(--_good);
  }

  .cards {
    display: grid;
    gap: 8px;
  }

  .card {
    min-inline-size: 0;
    margin: 0;
    padding: 8px 12px;
    border: 1px solid var(--_border);
    border-radius: var(--_radius);
  }

  .card-head {
    display: flex;
    align-items: center;
  }

  .card-head strong {
    flex: 1;
  }

  .hops > li {
    overflow-wrap: anywhere;
  }

  .hop {
    display: grid;
    gap: 12px;
    margin-block-start: 12px;
  }

  .relations {
    padding-block-end: 8px;
    border-block-end: 1px solid var(--_line);
  }

  /* Of many tables only those in sight are laid out. */
  .review {
    contain-intrinsic-block-size: auto 200px;
    content-visibility: auto;
    padding: 12px 16px;
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
  }

  .review-name {
    font-size: calc(var(--_font-size) * 8 / 7);
    font-weight: 600;
  }

  .sections {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(100%, 240px), 1fr));
    gap: 8px 24px;
  }

  .section-head {
    display: flex;
    align-items: center;
    justify-content: space-between;
  }

  dl {
    margin: 0;
  }

  dt {
    color: var(--_text-secondary);
    font-size: calc(var(--_font-size) * 12 / 14);
  }

  dd {
    margin: 0 0 4px;
    overflow-wrap: anywhere;
  }
`;
