import { html, type TemplateResult } from 'lit';
import { blocksRun, type ModelIssue } from '../../src/model/index.js';
import type { ActivityModel } from '../../src/model/model.js';
import { icon } from '../app/icons.js';

/** What is wrong with a model, that which stops a run first. */
export function issueList(issues: readonly ModelIssue[], model: ActivityModel): TemplateResult {
  const nameOf = ({ activity }: ModelIssue): string | undefined =>
    model.activities.find(({ id }) => id === activity)?.name;
  const ordered = [...issues].sort((a, b) => Number(blocksRun(b)) - Number(blocksRun(a)));
  const isBlocked = issues.some(blocksRun);
  return html`<div class="notice ${isBlocked ? 'notice-bad' : 'notice-warn'}">
    ${icon('warn')}
    <div class="issues">
      <p>
        <strong>
          ${isBlocked ? 'To be mended before a run' : 'A run is possible; rows with these faults are set aside'}
        </strong>
      </p>
      <ul class="issues">
        ${ordered.map((issue) => {
          const name = nameOf(issue);
          return html`<li>${name ? `${name}: ` : ''}${issue.text}</li>`;
        })}
      </ul>
    </div>
  </div>`;
}
