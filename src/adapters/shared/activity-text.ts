import type { Activity } from '../../model/activity.js';
import { foldText, searchText } from '../../model/search-text.js';

/** True for the rows in which a query's text stands. No text: for all. */
export function textMatcher(text: string | undefined): (row: Activity) => boolean {
  const wanted = searchText(text);
  return (row) => wanted === '' || searchedTexts(row).some((value) => foldText(value).includes(wanted));
}

function searchedTexts({ title, detail, contactId, contactName, attributes }: Activity): string[] {
  return [title, detail ?? '', contactId ?? '', contactName ?? '', ...Object.values(attributes ?? {})];
}
