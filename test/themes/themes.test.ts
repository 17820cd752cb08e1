import { expect } from 'chai';
import manifest from '../../custom-elements.json';
import { createMemoryAdapter } from '../../src/adapters/memory/memory-adapter.js';
import type { ActivityTimeline } from '../../src/elements/activity-timeline/activity-timeline.js';
import fluent from '../../themes/fluent.css?raw';
import lightning from '../../themes/lightning.css?raw';
import plain from '../../themes/plain.css?raw';
import { daily } from '../elements/support/activities.js';
import { axeFaults } from '../elements/support/axe.js';
import { byRole, shadowOf } from '../elements/support/by-role.js';
import { mount, next, show, unmountAll } from '../elements/support/timeline.js';
import { fluentDark, fluentLight, fluentTeams, lightningBlue, lightningCosmos } from './design-tokens.js';

interface Page {
  readonly theme: string;
  readonly tokens: Readonly<Record<string, string>>;
  readonly scheme: 'light' | 'dark';
}

const pages: Readonly<Record<string, Page>> = {
  'Fluent 2, light': { theme: fluent, tokens: fluentLight, scheme: 'light' },
  'Fluent 2, Teams': { theme: fluent, tokens: fluentTeams, scheme: 'light' },
  'Fluent 2, dark': { theme: fluent, tokens: fluentDark, scheme: 'dark' },
  'Lightning Blue': { theme: lightning, tokens: lightningBlue, scheme: 'light' },
  'Cosmos, light': { theme: lightning, tokens: lightningCosmos, scheme: 'light' },
  'Cosmos, dark': { theme: lightning, tokens: lightningCosmos, scheme: 'dark' },
  'plain, light': { theme: plain, tokens: {}, scheme: 'light' },
  'plain, dark': { theme: plain, tokens: {}, scheme: 'dark' },
};

const rows = daily(40).map((row, index) => ({
  ...row,
  type: `Type${index % 9}`,
  sourceTable: `Source_Table${index % 9}`,
  detail: 'Delivered two days late',
  ...(index % 3 === 0 && { url: 'https://example.com/1' }),
  ...(index % 4 === 0 && { contactId: 'C-1', contactName: 'John Labbie' }),
}));

const failing = {
  ...createMemoryAdapter({ activities: rows }),
  getPage: () => Promise.reject(new Error('x')),
};

/** States in which every colour is seen. */
const states: Readonly<Record<string, () => Promise<ActivityTimeline>>> = {
  filtered: () =>
    show(rows, {
      filter: { icons: ['Type1', 'Type3'], types: ['Type1'], from: '2020-11-25', text: 'order' },
    }),
  many: () => show(rows),
  failed: async () => {
    const timeline = mount({ adapter: failing });
    await next(timeline, 'activityerror');
    return timeline;
  },
  'panel open': async () => {
    const timeline = await show(rows, { filter: { from: '2020-12-31', to: '2020-01-01' } });
    byRole(timeline, 'button', { name: 'Filter' }).click();
    return timeline;
  },
};

async function finishAnimations(timeline: ActivityTimeline): Promise<void> {
  await timeline.updateComplete;
  const panel = shadowOf(timeline).querySelector('activity-filter-panel');
  await panel?.updateComplete;
  for (const root of [shadowOf(timeline), panel?.shadowRoot]) {
    for (const animation of root?.getAnimations() ?? []) {
      if (animation.effect?.getComputedTiming().iterations !== Infinity) animation.finish();
    }
  }
}

function wear({ theme, tokens, scheme }: Page): void {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(theme);
  document.adoptedStyleSheets = [sheet];
  const { style } = document.documentElement;
  style.colorScheme = scheme;
  for (const [name, value] of Object.entries(tokens)) style.setProperty(name, value);
}

describe('theme presets', () => {
  afterEach(() => {
    unmountAll();
    document.adoptedStyleSheets = [];
    document.documentElement.removeAttribute('style');
  });

  for (const [name, page] of Object.entries(pages)) {
    for (const [state, reach] of Object.entries(states)) {
      it(`have contrast and no other fault that axe finds: ${name}, ${state}`, async () => {
        wear(page);
        const timeline = await reach();
        await finishAnimations(timeline);
        expect(await axeFaults(timeline)).to.deep.equal([]);
      });
    }
  }

  it('give the element the colours of the design system', async () => {
    wear(pages['Fluent 2, dark']);
    const timeline = await show(rows);
    const { backgroundColor, color, fontFamily } = getComputedStyle(timeline);
    expect([backgroundColor, color]).to.deep.equal(['rgb(41, 41, 41)', 'rgb(255, 255, 255)']);
    expect(fontFamily).to.include('Segoe UI');
  });

  it('leave the preset look where the page sets no token', async () => {
    const bare = await show(rows);
    const { backgroundColor, color, fontSize } = getComputedStyle(bare);
    const preset = [backgroundColor, color, fontSize];
    for (const theme of [fluent, lightning]) {
      wear({ theme, tokens: {}, scheme: 'light' });
      const now = getComputedStyle(bare);
      expect([now.backgroundColor, now.color, now.fontSize]).to.deep.equal(preset);
    }
  });

  it('set documented properties only, and yield to a property that the host sets at the element', async () => {
    const documented = new Set(
      manifest.modules.flatMap(({ declarations }) =>
        declarations.flatMap(({ cssProperties = [] }) => cssProperties.map(({ name }) => name)),
      ),
    );
    for (const theme of [fluent, lightning, plain]) {
      const set = [...theme.matchAll(/(--activity-[\w-]+):/g)].map(([, property]) => property);
      expect(set).not.to.have.lengthOf(0);
      expect(set.filter((property) => !documented.has(property))).to.deep.equal([]);
    }
    wear(pages['plain, light']);
    const timeline = await show(rows);
    const host = new CSSStyleSheet();
    host.replaceSync('activity-timeline { --activity-surface: rgb(1, 2, 3) }');
    document.adoptedStyleSheets.unshift(host);
    expect(getComputedStyle(timeline).backgroundColor).to.equal('rgb(1, 2, 3)');
  });
});
