import { css, type CSSResult } from 'lit';

/**
 * The design tokens of every element. A public `--activity-*` property wins over its default; inside, only
 * the private `--_*` names are used, so that a host can set any of them on any ancestor.
 *
 * Light and dark follow the page's `color-scheme`: a page that declares none stays light, whatever the
 * system prefers, and so does the element on it.
 */
export const tokens: CSSResult = css`
  :host {
    --_font: var(--activity-font, inherit);
    --_font-size: var(--activity-font-size, 0.875rem);
    --_surface: var(--activity-surface, light-dark(#ffffff, #1f1e1d));
    --_hover: var(--activity-hover, light-dark(#f7f6f5, #2b2a29));
    --_text: var(--activity-text, light-dark(#333231, #f0eeec));
    --_text-secondary: var(--activity-text-secondary, light-dark(#605e5c, #b9b6b3));
    --_primary: var(--activity-primary, light-dark(#2266e3, #82aaff));
    --_on-primary: var(--activity-on-primary, light-dark(#ffffff, #14213d));
    --_selected: var(--activity-selected, light-dark(#edf3fd, #233252));
    --_danger: var(--activity-danger, light-dark(#c4314b, #ff9a9a));
    --_line: var(--activity-line, light-dark(#f3f1f0, #383635));
    --_border: var(--activity-border, light-dark(#c8c6c4, #6b6865));
    --_radius: var(--activity-radius, 8px);
    --_padding: var(--activity-padding, 16px);
    --_list-size: var(--activity-list-size, max(20rem, 70vh));
    --_chip-size: var(--activity-chip-size, 44px);
    --_icon-size: var(--activity-icon-size, 40px);
    --_color-1: var(--activity-color-1, #750985);
    --_color-2: var(--activity-color-2, #c83d95);
    --_color-3: var(--activity-color-3, #00757d);
    --_color-4: var(--activity-color-4, #b4460f);
    --_color-5: var(--activity-color-5, #4a5fc1);
    --_color-6: var(--activity-color-6, #3a7a1e);
    --_color-7: var(--activity-color-7, #c4314b);
    --_color-8: var(--activity-color-8, #8a5a00);
    --_color-none: var(--activity-color-none, #605e5c);
    --_on-color: var(--activity-on-color, #ffffff);
  }
`;
