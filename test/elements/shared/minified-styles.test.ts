import { expect } from 'chai';
import { CSSResult, type LitElement } from 'lit';
import '../../../src/define.js';
import { minifyCss } from '../../../scripts/minify-styles.js';

/** Values with custom properties keep the white space behind their commas, which means nothing. */
const rulesOf = (css: string): string[] => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  return [...sheet.cssRules].map(({ cssText }) => cssText.replace(/,\s+/g, ','));
};

describe('style sheets as they are built', () => {
  for (const name of ['timeline', 'filter-panel', 'manager', 'wizard']) {
    it(`have the rules of their sources, in <activity-${name}>`, () => {
      const { elementStyles } = customElements.get(`activity-${name}`) as typeof LitElement;
      const texts = elementStyles.map((style) => (style instanceof CSSResult ? style.cssText : ''));
      expect(texts.length).to.be.greaterThan(2);
      for (const css of texts) {
        const short = minifyCss(css);
        expect(rulesOf(short)).to.deep.equal(rulesOf(css));
        expect(short.length).to.be.lessThan(css.length);
      }
    });
  }
});
