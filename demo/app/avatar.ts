import { html, type TemplateResult } from 'lit';

const colorCount = 6;

/** A circle with the initial; the colour follows from the name, so that a person keeps it. */
export function avatar(name: string, size: 'small' | 'large' = 'small'): TemplateResult {
  const initial = [...name.trim()][0] ?? '?';
  let sum = 0;
  for (const character of name) sum = (sum * 31 + (character.codePointAt(0) ?? 0)) % 9973;
  const classes = `avatar avatar-${(sum % colorCount) + 1}${size === 'large' ? ' avatar-large' : ''}`;
  return html`<span class=${classes} aria-hidden="true">${initial}</span>`;
}
