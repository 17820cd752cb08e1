import { expect } from 'chai';
import { activity } from '../support/activities.js';
import { allByRole, byRole, nameOf, shadowOf, textOf } from '../support/by-role.js';
import { items, itemTexts, monthTexts, next, show, unmountAll } from '../support/timeline.js';

async function textOfOne(fields: Parameters<typeof activity>[0]): Promise<string> {
  const [item] = items(await show([activity({ title: 'Store Order', ...fields })]));
  return textOf(item);
}

describe('an activity', () => {
  afterEach(unmountAll);

  it('shows title and date, then the detail and the contact', async () => {
    expect(await textOfOne({})).to.equal('Store Order - 12/24/2020');
    expect(await textOfOne({ detail: 'Blue' })).to.equal('Store Order - 12/24/2020 Blue');
    expect(await textOfOne({ contactName: 'John Labbie', contactId: 'k1' })).to.match(/ by John Labbie$/);
    expect(await textOfOne({ detail: 'Blue', contactId: 'k1' })).to.match(/2020 Blue by k1$/);
    expect(await textOfOne({ detail: '', contactName: '' })).to.equal('Store Order - 12/24/2020');
  });

  it('is called by its type where it has no title', async () => {
    expect(await textOfOne({ title: '', type: 'SalesOrder', sourceTable: 'Shop_Orders' })).to.match(
      /^Orders - /,
    );
    expect(await textOfOne({ title: '115.0' })).to.match(/^115\.0 - /);
  });

  it('has an icon that says its type', async () => {
    const [item] = items(await show([activity({ type: 'Case', sourceTable: 'Crm_Cases' })]));
    expect(item.querySelector('[role="img"]')?.getAttribute('aria-label')).to.equal('Cases');
  });

  it('has a date in the language of the element, with a time only when the source has one', async () => {
    const rows = [activity({ timestamp: '2020-12-24T21:05:00.000Z' }), activity({ timestamp: '2020-12-24' })];
    const timeline = await show(rows, { locale: 'de-DE', timeZone: 'Europe/Berlin' });
    const dates = [...shadowOf(timeline).querySelectorAll('time')];
    expect(dates.map(textOf)).to.deep.equal(['24.12.2020, 22:05', '24.12.2020']);
    expect(dates.map((date) => date.dateTime)).to.deep.equal(['2020-12-24T21:05:00.000Z', '2020-12-24']);
    timeline.locale = 'no locale at all';
    await timeline.updateComplete;
    expect(dates.map(textOf)[1]).to.match(/2020|24/);
  });

  it('keeps to the calendar of the months in every language', async () => {
    const timeline = await show([activity({ timestamp: '2020-12-24' })], { locale: 'fa-IR' });
    const persian = new Intl.DateTimeFormat('fa-IR-u-ca-gregory', { year: 'numeric' }).format(
      new Date('2020-12-24'),
    );
    expect(monthTexts(timeline)[0]).to.contain(persian);
    expect(itemTexts(timeline)[0]).to.contain(persian);
  });

  it('links a safe address and opens it apart from the page', async () => {
    const timeline = await show([
      activity({ title: 'Web', url: 'https://example.com/1', timestamp: '2020-12-24' }),
      activity({ title: 'Mail', url: 'mailto:ann@example.com', timestamp: '2020-12-23' }),
      activity({ title: 'Script', url: ' java\nscript:alert(1)', timestamp: '2020-12-22' }),
    ]);
    const links = allByRole(timeline, 'link') as HTMLAnchorElement[];
    expect(links.map(nameOf)).to.deep.equal(['Web (opens in a new tab)', 'Mail']);
    expect(links.map(({ href, target, rel }) => [href, target, rel])).to.deep.equal([
      ['https://example.com/1', '_blank', 'noopener'],
      ['mailto:ann@example.com', '', 'noopener'],
    ]);
  });

  it('lets the host open it in another way', async () => {
    const row = activity({ url: 'https://example.com/1' });
    const timeline = await show([row]);
    const opened = next(timeline, 'activityopen');
    timeline.addEventListener('activityopen', (event) => event.preventDefault(), { once: true });
    const click = new MouseEvent('click', { bubbles: true, composed: true, cancelable: true });
    byRole(timeline, 'link').dispatchEvent(click);
    const { detail, bubbles, composed } = await opened;
    expect(detail.activity).to.deep.include({ activityId: row.activityId });
    expect(detail.url).to.equal('https://example.com/1');
    expect([bubbles, composed, click.defaultPrevented]).to.deep.equal([true, true, true]);
  });

  it('has every text replaced that the host replaces', async () => {
    const timeline = await show([activity({ title: 'Kauf', detail: 'Blau', contactName: 'Ann' })], {
      locale: 'de-DE',
      strings: {
        title: 'Verlauf',
        item: '{date}: {title}',
        detailByContact: '{contact}: {detail}',
        month: '{month}, {count}',
        byDateNewest: 'Nach Datum, neueste zuerst',
        announceAll: { one: '{count} Aktivität', other: '{count} Aktivitäten' },
      },
    });
    expect(byRole(timeline, 'heading', { name: 'Verlauf' })).to.exist;
    expect(textOf(items(timeline)[0])).to.equal('24.12.2020: Kauf Ann: Blau');
    expect(monthTexts(timeline)[0]).to.match(/2020, 1$/);
    expect(textOf(byRole(timeline, 'status'))).to.equal('1 Aktivität');
    expect(byRole(timeline, 'button', { name: 'Nach Datum, neueste zuerst' })).to.exist;
  });
});
