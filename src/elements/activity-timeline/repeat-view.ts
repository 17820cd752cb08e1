import { html, type TemplateResult } from 'lit';
import { chevronIcon } from '../shared/control-icons.js';
import { fill } from '../shared/messages.js';
import type { Repeat } from './list/repeats.js';
import type { TimelineText } from './timeline-text.js';

export interface RepeatViewOptions {
  readonly repeat: Repeat;
  readonly title: string;
  /** Tab leads to what is in this row. */
  readonly isActive: boolean;
  readonly text: TimelineText;
  readonly onToggle: () => void;
}

/** How often the activity was repeated: a button that shows every one of them, and collapses them again. */
export function repeatView({ repeat, title, isActive, text, onToggle }: RepeatViewOptions): TemplateResult {
  const times = text.repeats(repeat.rows, repeat.isExact);
  return html`<button
    class="repeat-toggle"
    part="item-repeats"
    type="button"
    tabindex=${isActive ? 0 : -1}
    aria-expanded=${repeat.isOpen ? 'true' : 'false'}
    aria-label=${fill(text.strings.repeatsName, { title, repeats: times })}
    @click=${onToggle}
  >
    ${times}${chevronIcon}
  </button>`;
}
