import { css, type CSSResult } from 'lit';

/** Colours before they repeat (D 32). Each has 4.5:1 or more against the white icon on it. */
const TYPE_COLOR_COUNT = 8;

/**
 * Class of the colour of the type at this position of the sorted list; -1: a type that is not in the list.
 * Classes and not style attributes: a strict content security policy refuses the latter.
 */
export function typeColorClass(position: number): string {
  return position < 0 ? 'color-none' : `color-${(position % TYPE_COLOR_COUNT) + 1}`;
}

/** Sets `--_color` to the colour of the class. */
export const typeColors: CSSResult = css`
  .color-none {
    --_color: var(--_color-none);
  }
  .color-1 {
    --_color: var(--_color-1);
  }
  .color-2 {
    --_color: var(--_color-2);
  }
  .color-3 {
    --_color: var(--_color-3);
  }
  .color-4 {
    --_color: var(--_color-4);
  }
  .color-5 {
    --_color: var(--_color-5);
  }
  .color-6 {
    --_color: var(--_color-6);
  }
  .color-7 {
    --_color: var(--_color-7);
  }
  .color-8 {
    --_color: var(--_color-8);
  }
`;
