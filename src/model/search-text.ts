/**
 * The form in which texts are searched: lower case, with the two small sigmas as one. The same for the text that is
 * looked for and for those it is looked for in; every adapter that searches by itself uses it.
 */
export function foldText(text: string): string {
  return text.toLowerCase().replaceAll('ς', 'σ');
}

/** What a search looks for: the query's text as one piece, without the blanks around it. Empty: everything passes. */
export function searchText(text: string | undefined): string {
  return foldText(text?.trim() ?? '');
}
