import { html, type TemplateResult } from 'lit';
import { foldText, searchText } from '../../model/search-text.js';

/** Marks of one text. A single letter in a very long text would make thousands; the text itself is always whole. */
const MAX_MARKS = 50;

/** The text with each place that a search meets in a `<mark>`, whatever the case. */
export function markedText(text: string, search: string): string | (string | TemplateResult)[] {
  const needle = searchText(search);
  if (needle === '') return text;
  const { folded, starts } = foldWithPlaces(text);
  const pieces: (string | TemplateResult)[] = [];
  let done = 0;
  let at = folded.indexOf(needle);
  for (let marks = 0; at >= 0 && marks < MAX_MARKS; marks++) {
    const start = starts ? starts[at] : at;
    const end = starts ? starts[at + needle.length] : at + needle.length;
    if (start > done) pieces.push(text.slice(done, start));
    pieces.push(html`<mark class="mark" part="mark">${text.slice(start, end)}</mark>`);
    done = end;
    at = folded.indexOf(needle, at + needle.length);
  }
  if (done === 0) return text;
  return done < text.length ? [...pieces, text.slice(done)] : pieces;
}

/** Some letters are two in lower case: then `starts` leads from each place of the folded text to one of the text. */
function foldWithPlaces(text: string): {
  readonly folded: string;
  readonly starts: readonly number[] | null;
} {
  const whole = foldText(text);
  if (whole.length === text.length) return { folded: whole, starts: null };
  const starts: number[] = [];
  let folded = '';
  let place = 0;
  for (const letter of text) {
    const small = foldText(letter);
    for (let index = 0; index < small.length; index++) starts.push(place);
    folded += small;
    place += letter.length;
  }
  return { folded, starts: [...starts, place] };
}
