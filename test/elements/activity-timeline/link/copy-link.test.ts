import { expect } from 'chai';
import type { ActivityTimeline } from '../../../../src/elements/activity-timeline/activity-timeline.js';
import { linkTo, type ItemLink } from '../../../../src/elements/activity-timeline/link/item-link.js';
import { activity, CUSTOMER } from '../../support/activities.js';
import { axeFaults } from '../../support/axe.js';
import { allByRole, byRole } from '../../support/by-role.js';
import { announced, show, unmountAll, until } from '../../support/timeline.js';

const row = activity({ activityId: 'a/1 ?', timestamp: '2020-01-01' });

/** Puts another clipboard in the place of the browser's; undefined: there is none. */
function giveClipboard(clipboard: { writeText(text: string): Promise<void> } | undefined): void {
  Object.defineProperty(navigator, 'clipboard', { value: clipboard, configurable: true });
}

async function expanded(itemLink: ItemLink | undefined, rows = [row]): Promise<ActivityTimeline> {
  const timeline = await show(rows, { itemLink });
  allByRole(timeline, 'button', { name: /^Details/ })[0].click();
  await timeline.updateComplete;
  return timeline;
}

describe('the link to an activity', () => {
  it('is filled in with escaped fields, and whole', () => {
    const { origin, pathname, search } = location;
    expect(linkTo(row, '#/p/{customerId}/{activityId}')).to.equal(
      `${origin}${pathname}${search}#/p/${CUSTOMER}/a%2F1%20%3F`,
    );
    expect(linkTo(row, '/x?at={timestamp}&{other}')).to.equal(`${origin}/x?at=2020-01-01&{other}`);
    expect(linkTo(row, ({ activityId }) => `https://crm.test/${activityId.length}`)).to.equal(
      'https://crm.test/5',
    );
  });

  it('is none where the host has none, or one that is no web address', () => {
    const links: (ItemLink | undefined)[] = [
      undefined,
      '',
      () => null,
      'javascript:alert(1)',
      'data:text/html,{activityId}',
      'mailto:a@b.test',
      'https://[',
    ];
    for (const link of links) expect(linkTo(row, link)).to.equal(null);
  });
});

describe('Copy link in an expanded activity', () => {
  afterEach(() => {
    unmountAll();
    Reflect.deleteProperty(navigator, 'clipboard');
  });

  it('is there only where the host has an address', async () => {
    expect(allByRole(await expanded(undefined), 'button', { name: 'Copy link' })).to.have.lengthOf(0);
    expect(allByRole(await expanded(() => null), 'button', { name: 'Copy link' })).to.have.lengthOf(0);
  });

  it('puts the link on the clipboard and says so', async () => {
    const copied: string[] = [];
    giveClipboard({ writeText: (text) => Promise.resolve(void copied.push(text)) });
    const timeline = await expanded('https://crm.test/{activityId}');
    byRole(timeline, 'button', { name: 'Copy link' }).click();
    await until(() => announced(timeline).startsWith('Link copied'));
    expect(copied).to.deep.equal(['https://crm.test/a%2F1%20%3F']);
    byRole(timeline, 'button', { name: 'Link copied' });
    expect(await axeFaults(timeline)).to.deep.equal([]);
  });

  for (const [name, clipboard] of Object.entries({
    refuses: { writeText: () => Promise.reject(new Error('no')) },
    'is not there': undefined,
  })) {
    it(`shows the link where the clipboard ${name} and the page may not copy`, async () => {
      giveClipboard(clipboard);
      const command = document.execCommand.bind(document);
      document.execCommand = () => false;
      const timeline = await expanded('https://crm.test/{activityId}', [
        row,
        activity({ timestamp: '2019-01-01' }),
      ]);
      byRole(timeline, 'button', { name: 'Copy link' }).click();
      await until(() => allByRole(timeline, 'textbox').length > 0);
      const field = byRole(timeline, 'textbox', { name: 'Copy the link from here' }) as HTMLInputElement;
      field.focus();
      expect(field.value.slice(field.selectionStart ?? 0, field.selectionEnd ?? 0)).to.equal(field.value);
      expect(field.value).to.equal('https://crm.test/a%2F1%20%3F');
      for (const key of ['End', 'Home', 'ArrowDown', 'PageDown']) {
        const pressed = new KeyboardEvent('keydown', {
          key,
          bubbles: true,
          cancelable: true,
          composed: true,
        });
        expect(field.dispatchEvent(pressed), key).to.equal(true);
      }
      await timeline.updateComplete;
      expect(byRole(timeline, 'textbox').matches(':focus')).to.equal(true);
      expect(await axeFaults(timeline)).to.deep.equal([]);
      document.execCommand = command;
    });
  }
});
