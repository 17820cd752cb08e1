import { emulateMedia, type Media } from '@web/test-runner-commands';
import type { ReactiveElement } from 'lit';
import { expect } from 'chai';
import { axeFaults } from './axe.js';
import { hasRealKeys } from './real-keys.js';
import { waitFrames } from './timeline.js';

interface Look {
  readonly scheme?: 'dark';
  readonly direction?: 'rtl';
  readonly isForced?: boolean;
}

const LOOKS: Readonly<Record<string, Look>> = {
  light: {},
  dark: { scheme: 'dark' },
  'right to left': { direction: 'rtl' },
  'forced colours': { isForced: true },
};

/** Colours that the person chose for all pages. The runner hands it on to the browser, and has no type for it. */
const forced = (isOn: boolean): Media => ({ forcedColors: isOn ? 'active' : 'none' });

/** How far the buttons of an open dialog stand out of it, where it would have to be scrolled to get at them. */
function hiddenOfDialog(element: ReactiveElement): number {
  const dialog = element.shadowRoot?.querySelector('dialog[open]');
  const footer = dialog?.querySelector('footer');
  if (!dialog || !footer) return 0;
  return Math.max(
    0,
    Math.round(footer.getBoundingClientRect().bottom - dialog.getBoundingClientRect().bottom),
  );
}

/** Sees that axe finds nothing in an element, and that no button is cut off, whichever way it is looked at. */
export async function expectAccessible(element: ReactiveElement): Promise<void> {
  const { documentElement: root } = document;
  try {
    for (const [name, { scheme = 'light', direction = 'ltr', isForced = false }] of Object.entries(LOOKS)) {
      // The runner sets what a person prefers in Chromium alone.
      if (isForced && !hasRealKeys) continue;
      if (hasRealKeys) await emulateMedia(forced(isForced));
      root.style.colorScheme = scheme;
      root.style.background = scheme === 'dark' ? '#1f1e1d' : '#fff';
      root.dir = direction;
      await element.updateComplete;
      await waitFrames(2);
      expect(hiddenOfDialog(element), `${name}: pixels of a dialog that are cut off`).to.equal(0);
      expect(await axeFaults(element), name).to.deep.equal([]);
    }
  } finally {
    if (hasRealKeys) await emulateMedia(forced(false));
    root.removeAttribute('style');
    root.removeAttribute('dir');
  }
}
