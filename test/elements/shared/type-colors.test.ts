import { expect } from 'chai';
import { html, LitElement, type CSSResultGroup, type TemplateResult } from 'lit';
import { tokens } from '../../../src/elements/shared/tokens.js';
import { typeColorClass, typeColors } from '../../../src/elements/shared/type-colors.js';

class ColorProbe extends LitElement {
  static override styles: CSSResultGroup = [tokens, typeColors];

  protected override render(): TemplateResult {
    return html`<i></i>`;
  }

  /** The colour of a class as the browser computes it, red, green and blue from 0 to 255. */
  colorOf(className: string): number[] {
    const probe = this.renderRoot.querySelector('i');
    if (!probe) throw new Error('Not rendered.');
    probe.className = className;
    probe.style.color = 'var(--_color)';
    return (getComputedStyle(probe).color.match(/\d+/g) ?? []).map(Number);
  }
}
customElements.define('color-probe', ColorProbe);

/** Contrast to white by the formula of WCAG 2. */
function contrastToWhite(color: readonly number[]): number {
  const [red, green, blue] = color.map((part) => {
    const share = part / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 1.05 / (0.2126 * red + 0.7152 * green + 0.0722 * blue + 0.05);
}

describe('type colours', () => {
  let probe: ColorProbe;

  before(async () => {
    probe = document.body.appendChild(new ColorProbe());
    await probe.updateComplete;
  });

  after(() => probe.remove());

  it('begin with the two known ones', () => {
    expect(probe.colorOf(typeColorClass(0))).to.deep.equal([0x75, 0x09, 0x85]);
    expect(probe.colorOf(typeColorClass(1))).to.deep.equal([0xc8, 0x3d, 0x95]);
  });

  it('are eight different ones that repeat, each readable under a white icon', () => {
    const colors = Array.from({ length: 8 }, (_, position) => probe.colorOf(typeColorClass(position)));
    expect(new Set(colors.map(String)).size).to.equal(8);
    for (const color of [...colors, probe.colorOf(typeColorClass(-1))]) {
      expect(contrastToWhite(color), String(color)).to.be.at.least(4.5);
    }
    expect(typeColorClass(8)).to.equal(typeColorClass(0));
    expect(typeColorClass(1003)).to.equal(typeColorClass(3));
  });
});
