import { expect } from 'chai';
import { safeUrl } from '../../../src/elements/shared/safe-url.js';

describe('safe addresses', () => {
  const dangerous = [
    'javascript:alert(1)',
    'JaVaScRiPt:alert(1)',
    ' \t\n javascript:alert(1)',
    'java\nscript:alert(1)',
    'java\tscript:alert(1)',
    '\u0000javascript:alert(1)',
    '\u0001\u001fjavascript:alert(1)',
    'javascript\u0000:alert(1)',
    '\u200ejavascript:alert(1)',
    'javascript&colon;alert(1)',
    'data:text/html,<script>alert(1)</script>',
    'vbscript:msgbox(1)',
    'file:///etc/passwd',
    'blob:https://example.com/1',
    'ftp://example.com',
    'tel:123',
  ];
  const notAbsolute = ['', ' ', '/orders/1', 'orders/1', '//example.com', '#1', 'https://', 'null'];

  for (const text of [...dangerous, ...notAbsolute]) {
    it(`does not link ${JSON.stringify(text)}`, () => {
      expect(safeUrl(text)).to.equal(null);
    });
  }

  it('does not link what is absent', () => {
    expect(safeUrl(undefined)).to.equal(null);
  });

  it('opens web pages in a new tab, however they are written', () => {
    for (const text of [
      'https://example.com/a?b=c#d',
      'HTTPS://example.com/a?b=c#d',
      '\n https://example.com/a?b=c#d ',
    ]) {
      expect(safeUrl(text)).to.deep.equal({ href: 'https://example.com/a?b=c#d', newTab: true });
    }
    expect(safeUrl('http://example.com')).to.deep.equal({ href: 'http://example.com/', newTab: true });
  });

  it('leaves mail to the mail program', () => {
    expect(safeUrl('MailTo:ann@example.com')).to.deep.equal({
      href: 'mailto:ann@example.com',
      newTab: false,
    });
  });
});
