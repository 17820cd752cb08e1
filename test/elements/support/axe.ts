import axe from 'axe-core';

const WCAG = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

/** What axe finds in an element and its shadow root, a line for each fault. */
export async function axeFaults(element: Element): Promise<string[]> {
  const { violations } = await axe.run(element, { runOnly: { type: 'tag', values: WCAG } });
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id} at ${target.flat().join(' ')}: ${failureSummary}`),
  );
}
