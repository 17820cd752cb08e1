import { css, type CSSResult } from 'lit';

/** The progress details. */
export const progressStyles: CSSResult = css`
  .tasks {
    margin-block-start: 8px;
  }

  .task {
    padding-block: 10px;
    border-block-end: 1px solid var(--_line);
  }

  .task-head {
    display: flex;
    align-items: center;
    gap: 8px;
  }

  .task-name {
    flex: 1 1 auto;
    font-weight: 600;
  }

  .task-details {
    margin-inline-start: 28px;
  }

  summary {
    inline-size: fit-content;
    padding-block: 4px;
    color: var(--_primary);
    cursor: pointer;
  }

  .definition > summary {
    color: inherit;
  }

  .definition > summary > span {
    display: inline-block;
    vertical-align: middle;
  }

  .definition > summary svg {
    inline-size: 16px;
    block-size: 16px;
  }

  .facts {
    margin: 0 0 4px;
  }

  .facts > div {
    display: flex;
    justify-content: space-between;
    gap: 16px;
    padding-block: 2px;
  }

  .facts dt {
    color: var(--_text-secondary);
  }

  .facts dd {
    margin: 0;
    font-variant-numeric: tabular-nums;
    text-align: end;
  }

  .facts .link {
    min-inline-size: 24px;
    min-block-size: 24px;
    margin-block: -2px;
    color: var(--_primary);
    text-align: end;
    text-decoration: underline;
  }

  .definition > :not(summary) {
    margin-inline-start: 16px;
  }

  .warnings-title {
    font-weight: 600;
  }

  .turning {
    animation: turn 1.2s linear infinite;
  }

  @keyframes turn {
    to {
      rotate: 360deg;
    }
  }
`;
