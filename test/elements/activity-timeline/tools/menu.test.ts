import { expect } from 'chai';
import { createMemoryAdapter } from '../../../../src/adapters/memory/memory-adapter.js';
import type { ActivityTimeline } from '../../../../src/elements/activity-timeline/activity-timeline.js';
import { AdapterError } from '../../../../src/model/errors.js';
import { daily } from '../../support/activities.js';
import { axeFaults } from '../../support/axe.js';
import { allByRole, byRole, nameOf, shadowOf } from '../../support/by-role.js';
import { createScriptedAdapter } from '../../support/scripted-adapter.js';
import { announced, loaded, mount, show, unmountAll, until } from '../../support/timeline.js';

async function openMenu(timeline: ActivityTimeline): Promise<HTMLElement> {
  byRole(timeline, 'button', { name: 'More' }).click();
  await timeline.updateComplete;
  return byRole(timeline, 'menu', { name: 'More' });
}

function press(timeline: ActivityTimeline, key: string): void {
  shadowOf(timeline).activeElement?.dispatchEvent(
    new KeyboardEvent('keydown', { key, bubbles: true, composed: true, cancelable: true }),
  );
}

const focused = (timeline: ActivityTimeline): string => {
  const element = shadowOf(timeline).activeElement;
  return element ? nameOf(element) : '';
};

/** Files that the page was handed, in place of the browser's downloads. */
function takeDownloads(): { name: string; text: Promise<string> }[] {
  const files: { name: string; text: Promise<string> }[] = [];
  HTMLAnchorElement.prototype.click = function () {
    files.push({ name: this.download, text: fetch(this.href).then((answer) => answer.text()) });
  };
  return files;
}

describe('the menu of a timeline', () => {
  const { click } = HTMLAnchorElement.prototype;
  afterEach(() => {
    unmountAll();
    HTMLAnchorElement.prototype.click = click;
  });

  it('is there only where the host wants it', async () => {
    expect(allByRole(await show(daily(2)), 'button', { name: 'More' })).to.have.lengthOf(0);
    expect(allByRole(await show(daily(2), { menu: true }), 'button', { name: 'More' })).to.have.lengthOf(1);
  });

  it('is a menu: arrow keys lead through it, Escape closes it and gives the focus back', async () => {
    const timeline = await show(daily(2), { menu: true });
    const menu = await openMenu(timeline);
    expect(focused(timeline)).to.equal('Export as CSV');
    press(timeline, 'ArrowUp');
    expect(focused(timeline)).to.equal('Print');
    press(timeline, 'ArrowDown');
    press(timeline, 'ArrowDown');
    expect(focused(timeline)).to.equal('Export as NDJSON');
    press(timeline, 'End');
    expect(focused(timeline)).to.equal('Print');
    expect(await axeFaults(timeline)).to.deep.equal([]);
    const { right, left } = menu.getBoundingClientRect();
    const edges = timeline.getBoundingClientRect();
    expect(left >= edges.left && right <= edges.right).to.equal(true);
    press(timeline, 'Escape');
    await timeline.updateComplete;
    expect(allByRole(timeline, 'menu')).to.have.lengthOf(0);
    expect(focused(timeline)).to.equal('More');
  });

  it('closes when the focus goes elsewhere', async () => {
    const timeline = await show(daily(2), { menu: true });
    await openMenu(timeline);
    byRole(timeline, 'button', { name: 'Filter' }).focus();
    await timeline.updateComplete;
    expect(allByRole(timeline, 'menu')).to.have.lengthOf(0);
  });

  it('exports into a file what is filtered, and says how much', async () => {
    const files = takeDownloads();
    const timeline = await show(daily(9), { menu: true, filter: { from: '2020-12-29' } });
    await openMenu(timeline);
    byRole(timeline, 'menuitem', { name: 'Export as CSV' }).click();
    await until(() => announced(timeline) === '3 activities exported.');
    expect(files.map(({ name }) => name)).to.deep.equal(['activities.csv']);
    expect((await files[0].text).trimEnd().split('\r\n')).to.have.lengthOf(4);
    expect(await axeFaults(timeline)).to.deep.equal([]);
    byRole(timeline, 'button', { name: 'Dismiss' }).click();
    await timeline.updateComplete;
    expect(announced(timeline)).to.equal('3 activities');
  });

  it('says how far an export is, and cancels it: there is no file then', async () => {
    const files = takeDownloads();
    const adapter = createScriptedAdapter(daily(5));
    const timeline = mount({ adapter, menu: true });
    const shown = loaded(timeline);
    await timeline.updateComplete;
    for (const call of [...adapter.calls]) void call.answer();
    await shown;
    await openMenu(timeline);
    byRole(timeline, 'menuitem', { name: 'Export as NDJSON' }).click();
    await until(() => adapter.calls.length === 3);
    await adapter.calls[2].answer();
    await until(() => allByRole(timeline, 'button', { name: 'Cancel' }).length === 1);
    expect(shadowOf(timeline).querySelector('progress')?.max).to.equal(5);
    expect(announced(timeline)).to.equal('Exporting activities');
    byRole(timeline, 'button', { name: 'Cancel' }).click();
    await timeline.updateComplete;
    await until(() => adapter.calls[3]?.signal?.aborted === true);
    expect(allByRole(timeline, 'button', { name: 'Cancel' })).to.have.lengthOf(0);
    expect(files).to.have.lengthOf(0);
  });

  it('says why an export failed, and tries again', async () => {
    const files = takeDownloads();
    const whole = createMemoryAdapter({ activities: daily(4) });
    let fails = false;
    const failure = new AdapterError('network', 'The server did not answer.');
    const timeline = mount({
      menu: true,
      adapter: { ...whole, getPage: (query) => (fails ? Promise.reject(failure) : whole.getPage(query)) },
    });
    await loaded(timeline);
    fails = true;
    await openMenu(timeline);
    byRole(timeline, 'menuitem', { name: 'Export as CSV' }).click();
    await until(() => announced(timeline) === 'The activities could not be exported.');
    expect(shadowOf(timeline).querySelector('.notice')?.textContent).to.contain('The server did not answer.');
    expect(await axeFaults(timeline)).to.deep.equal([]);
    fails = false;
    byRole(timeline, 'button', { name: 'Try again' }).click();
    await until(() => files.length === 1);
  });
});
