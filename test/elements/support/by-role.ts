const IMPLICIT_ROLES: Readonly<Record<string, string>> = {
  button: 'button',
  alert: '[role="alert"]',
  checkbox: 'input[type="checkbox"]',
  combobox: 'select',
  textbox: 'input[type="text"]',
  row: 'tr',
  rowheader: 'th[scope="row"]',
  columnheader: 'th[scope="col"]',
  dialog: 'dialog',
  group: 'fieldset',
  heading: 'h1, h2, h3, h4, h5, h6',
  link: 'a[href]',
  list: 'ul, ol',
  listitem: 'li',
  radio: 'input[type="radio"]',
  searchbox: 'input[type="search"]',
  region: 'section[aria-labelledby], section[aria-label]',
};

export interface RoleOptions {
  /** Exact text, or a pattern. */
  name?: string | RegExp;
  pressed?: boolean;
  expanded?: boolean;
}

/** Elements inside the shadow root by the role and name that assistive technology finds. */
export function allByRole(host: Element, role: string, options: RoleOptions = {}): HTMLElement[] {
  const implicit = IMPLICIT_ROLES[role];
  const selector = implicit ? `${implicit}, [role="${role}"]` : `[role="${role}"]`;
  return [...shadowOf(host).querySelectorAll<HTMLElement>(selector)].filter(
    (element) =>
      (element.getAttribute('role') ?? role) === role &&
      !element.closest('[aria-hidden="true"], [hidden]') &&
      isState(element, 'aria-pressed', options.pressed) &&
      isState(element, 'aria-expanded', options.expanded) &&
      isNamed(element, options.name),
  );
}

/** The only such element; fails with what is there instead. */
export function byRole(host: Element, role: string, options: RoleOptions = {}): HTMLElement {
  const [first, ...others] = allByRole(host, role, options);
  if (!first || others.length > 0) {
    const names = allByRole(host, role).map(nameOf);
    throw new Error(
      `${others.length + (first ? 1 : 0)} × ${role} ${String(options.name ?? '')}, there are: ${JSON.stringify(names)}`,
    );
  }
  return first;
}

/** What assistive technology calls the element. */
export function nameOf(element: Element): string {
  const label = element.getAttribute('aria-label');
  if (label !== null) {
    return label;
  }
  const root = element.getRootNode() as ShadowRoot;
  const labelledBy = root.getElementById(element.getAttribute('aria-labelledby') ?? '');
  const labels =
    element instanceof HTMLInputElement || element instanceof HTMLSelectElement ? element.labels : null;
  return textOf(labelledBy ?? labels?.[0] ?? element.querySelector(':scope > legend') ?? element);
}

/** Text without what is hidden from assistive technology, white space collapsed. */
export function textOf(element: Element): string {
  const copy = element.cloneNode(true) as Element;
  for (const hidden of copy.querySelectorAll('[aria-hidden="true"]')) hidden.remove();
  return (copy.textContent ?? '').replace(/\s+/g, ' ').trim();
}

export function shadowOf(host: Element): ShadowRoot {
  if (!host.shadowRoot) {
    throw new Error(`<${host.localName}> has no shadow root.`);
  }
  return host.shadowRoot;
}

function isState(element: Element, attribute: string, wanted: boolean | undefined): boolean {
  return wanted === undefined || element.getAttribute(attribute) === String(wanted);
}

function isNamed(element: Element, name: string | RegExp | undefined): boolean {
  if (name === undefined) {
    return true;
  }
  return typeof name === 'string' ? nameOf(element) === name : name.test(nameOf(element));
}
