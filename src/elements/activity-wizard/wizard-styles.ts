import { css, type CSSResultGroup } from 'lit';
import { baseStyles } from '../shared/base-styles.js';
import { dialogStyles } from '../shared/dialog-styles.js';
import { formStyles } from '../shared/form-styles.js';
import { rowsStyles } from '../shared/rows/rows-styles.js';
import { tokens } from '../shared/tokens.js';
import { pictureStyles } from './picture/picture-styles.js';
import { fieldsStyles } from './fields-styles.js';
import { stepStyles } from './step-styles.js';
import { tablesStyles } from './tables-styles.js';

const wizardStyles = css`
  :host {
    container-type: inline-size;
    background: var(--_surface);
  }

  .frame {
    display: flex;
    flex-direction: column;
    gap: 16px;
  }

  .breadcrumb,
  .history {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 4px;
  }

  .breadcrumb > :first-child {
    margin-inline-start: -8px;
  }

  .history {
    margin-inline-start: auto;
  }

  .stepper {
    display: flex;
    flex-wrap: wrap;
    gap: 4px 24px;
    padding-block-end: 12px;
    border-block-end: 1px solid var(--_line);
  }

  .stepper button {
    display: flex;
    align-items: center;
    gap: 8px;
    padding: 4px 0;
    color: var(--_text-secondary);
    opacity: 1;
  }

  .stepper .here button {
    color: inherit;
    font-weight: 600;
  }

  .stepper .here svg {
    fill: var(--_primary);
    stroke: var(--_primary);
  }

  .stepper .done svg {
    color: var(--_primary);
  }

  .stepper .faulty button {
    color: var(--_danger);
  }

  .heading {
    font-size: calc(var(--_font-size) * 9 / 7);
    font-weight: 600;
    line-height: 1.5rem;
    outline: none;
  }

  .notice ul {
    padding-inline-start: 1.25em;
    list-style: disc;
  }

  .link {
    min-block-size: 24px;
    padding: 0;
    color: inherit;
    text-decoration: underline;
    overflow-wrap: anywhere;
  }

  .label {
    display: block;
    margin-block-end: 4px;
    font-weight: 600;
    overflow-wrap: anywhere;
  }

  .star {
    color: var(--_danger);
  }

  .entry {
    min-inline-size: 0;
  }

  .entry > .hint,
  .entry > .fault {
    margin-block-start: 4px;
  }

  .nothing {
    padding-block: 16px;
  }

  .footer {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 8px;
    padding-block-start: 12px;
    border-block-start: 1px solid var(--_line);
  }

  .footer progress {
    accent-color: var(--_primary);
  }
`;

export const wizardStylesheet: CSSResultGroup = [
  tokens,
  baseStyles,
  formStyles,
  dialogStyles,
  wizardStyles,
  stepStyles,
  tablesStyles,
  fieldsStyles,
  pictureStyles,
  rowsStyles,
];
