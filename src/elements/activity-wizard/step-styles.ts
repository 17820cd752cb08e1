import { css, type CSSResult } from 'lit';

/** The bodies of the steps, and of the pane for a path, which shows the same cards. */
export const stepStyles: CSSResult = css`
  .body > .text-button {
    margin-block-end: 12px;
    margin-inline-start: -8px;
  }

  .rows {
    display: grid;
    gap: 16px;
  }

  .row {
    display: grid;
    grid-template-columns: 1fr 1fr 1fr 32px;
    gap: 8px 16px;
    padding-block-end: 12px;
    border-block-end: 1px solid var(--_line);
  }

  .row > .icon-button {
    margin-block-start: 24px;
  }

  .row-table {
    padding-block: 6px;
    overflow-wrap: anywhere;
  }

  .new-type {
    display: flex;
    gap: 8px;
    margin-block-start: 8px;
  }

  .columns {
    display: grid;
    grid-template-columns: minmax(0, 220px) minmax(0, 1fr);
    gap: 24px;
  }

  .columns.with-example {
    grid-template-columns: minmax(0, 1fr) minmax(0, 1fr);
  }

  .columns.with-list-and-example {
    grid-template-columns: minmax(0, 180px) minmax(0, 1fr) minmax(0, 1fr);
  }

  .example {
    min-inline-size: 0;
  }

  .example-head {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: 0 8px;
  }

  .example-head > .choice {
    margin: 0;
  }

  .example activity-timeline {
    --activity-list-size: 32rem;

    border: 1px solid var(--_line);
    border-radius: var(--_radius);
  }

  .saved li {
    display: flex;
    align-items: center;
    gap: 8px;
  }

  .saved svg {
    color: var(--_good);
  }

  .list button {
    display: block;
    inline-size: 100%;
    padding: 6px 12px;
    border-inline-start: 3px solid transparent;
    overflow-wrap: anywhere;
  }

  .list button > .hint {
    display: block;
  }

  .list button:hover {
    background: var(--_hover);
  }

  .list [aria-current] {
    border-color: var(--_primary);
    background: var(--_selected);
    font-weight: 600;
  }

  .list .faulty {
    border-color: var(--_danger);
    color: var(--_danger);
  }

  .controls {
    display: grid;
    gap: 16px;
    max-inline-size: 560px;
  }

  .about {
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    gap: 4px 8px;
  }

  .choice-group {
    min-inline-size: 0;
    margin: 0;
    padding: 0;
    border: 0;
  }

  .choice-group > legend {
    padding: 0;
  }

  .icon-choice > input,
  .choice > input {
    margin: 0;
  }

  .choice-group.tables {
    margin-block-start: 16px;
  }

  .choice {
    display: inline-flex;
    align-items: center;
    gap: 8px;
    min-block-size: 28px;
    margin-inline-end: 16px;
    cursor: pointer;
  }

  .tables .choice {
    display: flex;
    margin: 0;
  }

  input[type='radio'] {
    accent-color: var(--_primary);
  }

  .under {
    margin-block-start: -16px;
  }

  .icon-choice {
    display: inline-flex;
    align-items: center;
    gap: 6px;
    min-block-size: 32px;
    margin-block-end: 4px;
    margin-inline-end: 4px;
    padding: 4px 8px;
    border: 1px solid var(--_line);
    border-radius: calc(var(--_radius) / 2);
    cursor: pointer;
  }

  .icon-choice:has(:checked) {
    border-color: var(--_primary);
    background: var(--_selected);
  }

  .attributes {
    display: grid;
    gap: 12px;
    padding-inline-start: 16px;
    border-inline-start: 2px solid var(--_line);
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

  .review {
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

  @container (inline-size < 960px) {
    .columns.with-list-and-example {
      grid-template-columns: minmax(0, 180px) minmax(0, 1fr);
    }

    .with-list-and-example > .example {
      grid-column: 2;
    }
  }

  @container (inline-size < 640px) {
    .row,
    .columns,
    .columns.with-example,
    .columns.with-list-and-example {
      grid-template-columns: minmax(0, 1fr);
    }

    .with-list-and-example > .example {
      grid-column: 1;
    }

    .row > .icon-button {
      margin: 0;
    }
  }
`;
