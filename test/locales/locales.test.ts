import { expect } from 'chai';
import { createMemoryAdapter } from '../../src/adapters/memory/memory-adapter.js';
import type { ActivityProvider } from '../../src/elements/activity-provider/activity-provider.js';
import type { Translation } from '../../src/elements/shared/strings.js';
import * as ar from '../../src/locales/ar.js';
import * as de from '../../src/locales/de.js';
import * as en from '../../src/locales/en.js';
import * as ja from '../../src/locales/ja.js';
import { SEMANTIC_TYPES } from '../../src/model/semantic-types.js';
import { activity, CUSTOMER } from '../elements/support/activities.js';
import { axeFaults } from '../elements/support/axe.js';
import { byRole, shadowOf, textOf } from '../elements/support/by-role.js';
import { announced, chipTexts, loaded, mount, next, unmountAll } from '../elements/support/timeline.js';

const translations: Readonly<Record<string, Translation>> = {
  ar: ar.strings,
  de: de.strings,
  en: en.strings,
  ja: ja.strings,
};
const others = Object.entries(translations).filter(([locale]) => locale !== 'en');

/** Names of types and attributes are each language's own affair: English makes them of the model's names. */
const isModelName = (path: string): boolean => /^timeline\.(types|attributes)\./.test(path);

/** Places whose value is an English word: a translation says the same without it. */
const ENGLISH_WORDS: Readonly<Record<string, string>> = { 'issues.attribute-type': 'type' };

type Entry = readonly [path: string, text: string | Readonly<Record<string, string>>];

/** Every text by its path; the forms of a plural are one entry. */
function entriesOf(value: object, path = ''): Entry[] {
  return Object.entries(value).flatMap(([key, inner]: [string, unknown]): Entry[] => {
    const here = path ? `${path}.${key}` : key;
    if (typeof inner === 'string') return [[here, inner]];
    const isPlural = Object.hasOwn(inner as object, 'other');
    return isPlural ? [[here, inner as Record<string, string>]] : entriesOf(inner as object, here);
  });
}

function placeholders(text: string): string[] {
  return [...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name).sort();
}

/** Categories that stand for one number alone: a form like “both” needs no figure. */
function categoriesOfOneNumber(locale: string): Set<string> {
  const rules = new Intl.PluralRules(locale);
  const counts = new Map<string, number>();
  for (let number = 0; number < 2000; number++) {
    const category = rules.select(number);
    counts.set(category, (counts.get(category) ?? 0) + 1);
  }
  return new Set([...counts].filter(([, count]) => count === 1).map(([category]) => category));
}

describe('translations', () => {
  const english = new Map(entriesOf(en.strings));

  for (const [locale, strings] of others) {
    const entries = entriesOf(strings);

    it(`have every text that there is in English, and no other: ${locale}`, () => {
      const paths = (all: Iterable<string>): string[] => [...all].filter((path) => !isModelName(path)).sort();
      expect(paths(entries.map(([path]) => path))).to.deep.equal(paths(english.keys()));
    });

    it(`have no empty text and keep every place for a value: ${locale}`, () => {
      const single = categoriesOfOneNumber(locale);
      for (const [path, text] of entries) {
        const original = english.get(path);
        const wanted = placeholders(typeof original === 'object' ? original.other : (original ?? ''));
        const forms = typeof text === 'string' ? { other: text } : text;
        for (const [category, form] of Object.entries(forms)) {
          expect(form.trim(), path).not.to.equal('');
          const needed = wanted.filter(
            (name) => name !== ENGLISH_WORDS[path] && !(name === 'count' && single.has(category)),
          );
          expect(placeholders(form), `${path} ${category}`).to.include.members(needed);
          expect(wanted, `${path} ${category}`).to.include.members(placeholders(form));
        }
      }
    });

    it(`have each plural form that the language knows for whole numbers, and no other: ${locale}`, () => {
      const rules = new Intl.PluralRules(locale);
      const categories = new Set(Array.from({ length: 2000 }, (_, number) => rules.select(number)));
      const plurals = entries.filter(([, text]) => typeof text !== 'string');
      expect(plurals).not.to.have.lengthOf(0);
      for (const [path, forms] of plurals) {
        expect(Object.keys(forms).sort(), path).to.deep.equal([...categories].sort());
      }
    });

    it(`name the types that the product knows: ${locale}`, () => {
      expect(Object.keys(strings.timeline.types)).to.have.members([...Object.keys(SEMANTIC_TYPES), 'Other']);
    });

    it(`name the attributes that the product knows: ${locale}`, () => {
      const keys = Object.values(SEMANTIC_TYPES).flatMap(({ attributes }) =>
        attributes.map(({ key }) => key),
      );
      expect(Object.keys(strings.timeline.attributes)).to.have.members([...new Set(keys)]);
    });
  }

  it('have names of sort buttons and chips that contain what is seen on them (WCAG 2.5.3)', () => {
    for (const { timeline } of Object.values(translations)) {
      expect(timeline.byDateNewest).to.include(timeline.byDate);
      expect(timeline.byDateOldest).to.include(timeline.byDate);
      expect(timeline.chipName).to.include('{chip}');
    }
  });
});

describe('a timeline in each language', () => {
  afterEach(() => {
    unmountAll();
    document.querySelectorAll('activity-provider').forEach((provider) => provider.remove());
  });

  const rows = ['SalesOrder', 'SalesOrder', 'SalesOrder', 'Feedback'].map((type, index) =>
    activity({
      type,
      timestamp: `2020-1${index % 3}-24`,
      sourceTable: `Source_${index}`,
      detail: 'x',
      contactName: 'Y',
    }),
  );

  function provide(locale: string): ActivityProvider {
    const provider = document.createElement('activity-provider');
    provider.locale = locale;
    provider.strings = translations[locale];
    provider.dir = locale === 'ar' ? 'rtl' : 'ltr';
    provider.lang = locale;
    document.body.append(provider);
    return provider;
  }

  for (const [locale, { timeline: texts, filterPanel }] of Object.entries(translations)) {
    it(`says everything in it: ${locale}`, async () => {
      const timeline = mount(
        { adapter: createMemoryAdapter({ activities: rows }), locale: undefined },
        provide(locale),
      );
      await loaded(timeline);
      await timeline.updateComplete;
      const shadow = shadowOf(timeline);
      expect(textOf(byRole(timeline, 'heading', { name: texts.title }))).to.equal(texts.title);
      const forms = texts.announceAll;
      const form = forms[new Intl.PluralRules(locale).select(4)] ?? forms.other;
      expect(announced(timeline)).to.equal(form.replace('{count}', new Intl.NumberFormat(locale).format(4)));
      expect(chipTexts(timeline).join()).to.include(
        {
          ar: `${new Intl.NumberFormat(locale).format(3)} طلبات`,
          de: '3 Bestellungen',
          en: '3 Orders',
          ja: '注文 3件',
        }[locale],
      );
      expect(shadow.querySelector('[part~="item-detail"]')?.textContent?.trim()).to.equal(
        texts.detailByContact.replace('{detail}', 'x').replace('{contact}', 'Y'),
      );

      byRole(timeline, 'button', { name: texts.filter }).click();
      await timeline.updateComplete;
      const panel = shadow.querySelector('activity-filter-panel');
      await panel?.updateComplete;
      expect(panel && shadowOf(panel).querySelector('h2')?.textContent).to.equal(filterPanel.title);
      expect(await axeFaults(timeline)).to.deep.equal([]);
    });

    it(`says in it that nothing could be loaded: ${locale}`, async () => {
      const fails = {
        ...createMemoryAdapter({ activities: [] }),
        getPage: () => Promise.reject(new Error('x')),
      };
      const timeline = mount({ adapter: fails, customerId: CUSTOMER, locale: undefined }, provide(locale));
      await next(timeline, 'activityerror');
      await timeline.updateComplete;
      expect(announced(timeline)).to.equal(texts.error);
      byRole(timeline, 'button', { name: texts.tryAgain });
    });
  }
});
