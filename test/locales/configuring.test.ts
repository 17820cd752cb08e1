import '../../src/define.js';
import { expect } from 'chai';
import type { Translation } from '../../src/elements/shared/strings.js';
import * as ar from '../../src/locales/ar.js';
import * as de from '../../src/locales/de.js';
import * as en from '../../src/locales/en.js';
import * as ja from '../../src/locales/ja.js';
import { byRole, shadowOf } from '../elements/support/by-role.js';
import { worldAdapter, worldModel } from '../elements/support/model-world.js';
import { until } from '../elements/support/timeline.js';

const translations: Readonly<Record<string, Translation>> = {
  ar: ar.strings,
  de: de.strings,
  ja: ja.strings,
};

/** Everything that is read in an element: its texts and the names of its parts. */
function textsIn(element: HTMLElement): Set<string> {
  const nodes = [...shadowOf(element).querySelectorAll('*')];
  const texts = nodes.flatMap((node) => [
    node.getAttribute('aria-label') ?? '',
    node.getAttribute('label') ?? '',
    ...[...node.childNodes].map((child) =>
      child.nodeType === Node.TEXT_NODE ? (child.nodeValue ?? '') : '',
    ),
  ]);
  return new Set(texts.map((text) => text.replace(/\s+/g, ' ').trim()));
}

/** English texts without places that the language says otherwise. */
function english(strings: Translation, table: 'manager' | 'wizard' | 'issues'): Set<string> {
  const own = new Set(Object.values(strings[table] as object));
  const all = (Object.values(en.strings[table] as object) as unknown[]).filter(
    (text) => typeof text === 'string',
  );
  return new Set(all.filter((text) => !own.has(text)));
}

describe('configuring in each language', () => {
  const worlds: HTMLElement[] = [];
  afterEach(() => worlds.splice(0).forEach((world) => world.remove()));

  /** An order whose sales attributes are mapped but for the date, which is required. */
  function mount(name: 'activity-wizard' | 'activity-manager', locale: string): HTMLElement {
    const model = worldModel();
    const [orders, ...others] = model.activities;
    const activities = [{ ...orders, attributes: { SalesOrderId: 'OrderId' } }, ...others];
    const provider = document.createElement('activity-provider');
    provider.locale = locale;
    provider.strings = translations[locale];
    const element = Object.assign(document.createElement(name), {
      adapter: worldAdapter({ model: { ...model, activities } }),
    });
    provider.append(element);
    document.body.append(provider);
    worlds.push(provider);
    return element;
  }

  for (const [locale, strings] of Object.entries(translations)) {
    const { timeline, wizard, manager, issues } = strings;
    const orderType = timeline.types['SalesOrder'];
    const order = typeof orderType === 'string' ? orderType : orderType.one;
    const missing = issues['attribute-missing'].replace('{attribute}', timeline.attributes['OrderDate']);
    const leftOver = (texts: Set<string>, table: 'manager' | 'wizard'): string[] => {
      const foreign = new Set([...english(strings, table), ...english(strings, 'issues')]);
      return [...texts].filter((text) => foreign.has(text));
    };

    it(`has steps, fields, types and checks in the wizard: ${locale}`, async () => {
      const element = mount('activity-wizard', locale);
      await until(() => textsIn(element).has(wizard.headings.tables));
      expect(textsIn(element)).to.include(order);
      expect(leftOver(textsIn(element), 'wizard')).to.deep.equal([]);

      byRole(element, 'button', { name: `${wizard.steps.fields} ${wizard.stepFaulty}` }).click();
      await until(() => textsIn(element).has(wizard.timestamp));
      expect(textsIn(element)).to.include(timeline.attributes['OrderDate']);
      byRole(element, 'button', { name: wizard.next }).click();
      await until(() => textsIn(element).has(missing));
      expect(leftOver(textsIn(element), 'wizard')).to.deep.equal([]);
    });

    it(`has types and what is to be mended in the manager: ${locale}`, async () => {
      const element = mount('activity-manager', locale);
      await until(() => textsIn(element).has(order ?? ''));
      expect([...textsIn(element)].some((text) => text.includes(missing))).to.equal(true);
      expect(textsIn(element)).to.include(manager.title);
      expect(leftOver(textsIn(element), 'manager')).to.deep.equal([]);
    });
  }
});
