import { css, type CSSResult } from 'lit';

/** The fields of an activity, beside the list of tables and an example of its timeline. */
export const fieldsStyles: CSSResult = css`
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

  @container (inline-size < 960px) {
    .columns.with-list-and-example {
      grid-template-columns: minmax(0, 180px) minmax(0, 1fr);
    }

    .with-list-and-example > .example {
      grid-column: 2;
    }
  }

  @container (inline-size < 640px) {
    .columns,
    .columns.with-example,
    .columns.with-list-and-example {
      grid-template-columns: minmax(0, 1fr);
    }

    .with-list-and-example > .example {
      grid-column: 1;
    }
  }
`;
