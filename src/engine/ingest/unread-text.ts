/** Characters that are kept of a record that could not be read. */
const MAX_CHARACTERS = 2000;

/** The text of an unread record, cut to 2,000 characters. */
export function unreadText(bytes: Uint8Array, start: number, end: number): string {
  // No character takes more than three bytes for each of its UTF-16 units.
  return cutText(decoder.decode(bytes.subarray(start, Math.min(end, start + MAX_CHARACTERS * 3))));
}

/** Cuts a text to 2,000 characters, not in the middle of a surrogate pair. */
export function cutText(text: string): string {
  if (text.length <= MAX_CHARACTERS) return text;
  const last = text.charCodeAt(MAX_CHARACTERS - 1);
  return text.slice(0, last >= 0xd800 && last < 0xdc00 ? MAX_CHARACTERS - 1 : MAX_CHARACTERS);
}

const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
