import { html, type TemplateResult } from 'lit';
import type { ModelIssue } from '../../src/model/index.js';
import type { ActivityModel } from '../../src/model/model.js';
import { icon } from '../app/icons.js';

/** What is to be mended in a model, errors first. */
export function issueList(issues: readonly ModelIssue[], model: ActivityModel): TemplateResult {
  const nameOf = ({ activity }: ModelIssue): string | undefined =>
    model.activities.find(({ id }) => id === activity)?.name;
  const ordered = [...issues].sort((a, b) => Number(b.level === 'error') - Number(a.level === 'error'));
  const hasErrors = issues.some(({ level }) => level === 'error');
  return html`<div class="notice ${hasErrors ? 'notice-bad' : 'notice-warn'}">
    ${icon('warn')}
    <ul class="issues" aria-label="To be mended">
      ${ordered.map((issue) => {
        const name = nameOf(issue);
        return html`<li>${name ? html`<strong>${name}:</strong> ` : ''}${issue.text}</li>`;
      })}
    </ul>
  </div>`;
}
