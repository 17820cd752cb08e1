import { html, nothing, type TemplateResult } from 'lit';
import { moreIcon } from '../../shared/control-icons.js';
import type { TimelineText } from '../timeline-text.js';
import type { ToolsActions, ToolsState } from './timeline-tools.js';

/** The button of the menu, and the menu while it is open: what can be done with all the activities that are shown. */
export function menuView(
  { hasMenu, isMenuOpen }: ToolsState,
  { strings }: TimelineText,
  actions: ToolsActions,
): TemplateResult | typeof nothing {
  if (!hasMenu) return nothing;
  const { toggleMenu, menuKeyDown, menuFocusOut } = actions;
  return html`<div class="menu-place">
    <button
      class="menu-button"
      part="menu-button"
      type="button"
      aria-haspopup="menu"
      aria-expanded=${isMenuOpen ? 'true' : 'false'}
      aria-label=${strings.more}
      title=${strings.more}
      @click=${toggleMenu}
    >
      ${moreIcon}
    </button>
    ${
      isMenuOpen
        ? html`<div
            class="menu"
            part="menu"
            role="menu"
            tabindex="-1"
            aria-label=${strings.more}
            @keydown=${menuKeyDown}
            @focusout=${menuFocusOut}
          >
            ${itemView(strings.exportCsv, () => actions.choose({ kind: 'export', format: 'csv' }))}
            ${itemView(strings.exportNdjson, () => actions.choose({ kind: 'export', format: 'ndjson' }))}
            ${itemView(strings.print, () => actions.choose({ kind: 'print' }))}
          </div>`
        : nothing
    }
  </div>`;
}

function itemView(label: string, onChoose: () => void): TemplateResult {
  return html`<button
    class="menu-item"
    part="menu-item"
    type="button"
    role="menuitem"
    tabindex="-1"
    @click=${onChoose}
  >
    ${label}
  </button>`;
}
