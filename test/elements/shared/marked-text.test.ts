import { expect } from 'chai';
import fc from 'fast-check';
import { render } from 'lit';
import { markedText } from '../../../src/elements/shared/marked-text.js';

/** Text and marks as they stand on the page. */
function written(text: string, search: string): { text: string; marks: string[] } {
  const box = document.createElement('div');
  render(markedText(text, search), box);
  return {
    text: box.textContent ?? '',
    marks: [...box.querySelectorAll('mark')].map((mark) => mark.textContent ?? ''),
  };
}

describe('markedText', () => {
  it('never changes the text', () => {
    const words = fc.string({ unit: fc.constantFrom('a', 'A', 'İ', 'ς', 'Σ', '😀', ' ', '<', 'ß') });
    fc.assert(
      fc.property(words, words, (text, search) => {
        expect(written(text, search).text).to.equal(text);
      }),
    );
  });

  it('marks each place, whatever the case', () => {
    expect(written('Box, BOX and xbox', ' box ').marks).to.deep.equal(['Box', 'BOX', 'box']);
    expect(written('İstanbul box', 'BOX').marks).to.deep.equal(['box']);
    expect(written('ΟΔΟΣ οδος', 'οδοσ').marks).to.deep.equal(['ΟΔΟΣ', 'οδος']);
    expect(written('a.b', '.').marks).to.deep.equal(['.']);
  });

  it('marks nothing for blanks and what is not there', () => {
    expect(written('a b', '  ').marks).to.deep.equal([]);
    expect(written('a b', 'c').marks).to.deep.equal([]);
  });
});
