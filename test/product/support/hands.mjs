// The two ways in which a person works on a page: with a mouse, and by keyboard alone. A walk is written once for both.

const isFocused = (element) => {
  let active = document.activeElement;
  while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement;
  return active === element;
};

/**
 * @param {import('playwright-core').Page} page
 */
export const mouse = (page) => ({
  press: (control) => control.click(),
  fill: (control, text) => control.fill(text),
  choose: (control, label) => control.selectOption({ label }),
  check: (control) => control.check(),
  pick: (control) => control.check(),
  page,
});

/** How many stops a person may need before it is a fault of the page. */
const MAX_STOPS = 250;

/**
 * Works as {@link mouse} does, but only with keys that a person presses.
 * @param {import('playwright-core').Page} page
 */
export function keyboard(page) {
  /** Tabs on until the control has the focus. Radio buttons are one stop: arrows lead to the others. */
  const reach = async (control) => {
    await control.waitFor();
    const element = await control.elementHandle();
    for (let stop = 0; stop < MAX_STOPS; stop++) {
      if (await element.evaluate(isFocused)) return element;
      await page.keyboard.press('Tab');
    }
    throw new Error(`${control} cannot be reached by Tab.`);
  };
  return {
    async press(control) {
      await reach(control);
      await page.keyboard.press('Enter');
    },
    async fill(control, text) {
      await reach(control);
      await page.keyboard.press('ControlOrMeta+A');
      await page.keyboard.type(text);
    },
    async choose(control, label) {
      const element = await reach(control);
      const chosen = () => element.evaluate((select) => select.selectedOptions[0]?.label.trim());
      await page.keyboard.press('Home');
      for (let stop = 0; (await chosen()) !== label; stop++) {
        if (stop === MAX_STOPS) throw new Error(`${control} has no ${label}.`);
        await page.keyboard.press('ArrowDown');
      }
    },
    async check(control) {
      const element = await reach(control);
      if (!(await element.isChecked())) await page.keyboard.press('Space');
    },
    /** One of some radio buttons: Tab leads to the one that is chosen, arrows to the others. */
    async pick(control) {
      const element = await control.elementHandle();
      const chosen = await element.evaluateHandle(
        (radio) =>
          [...radio.getRootNode().querySelectorAll('input[type="radio"]:checked')].find(
            ({ name }) => name === radio.name,
          ) ?? radio,
      );
      await reach({ waitFor: () => control.waitFor(), elementHandle: async () => chosen });
      for (let stop = 0; !(await element.isChecked()); stop++) {
        if (stop === MAX_STOPS) throw new Error(`${control} cannot be reached by arrows.`);
        await page.keyboard.press('ArrowRight');
      }
    },
    page,
  };
}
