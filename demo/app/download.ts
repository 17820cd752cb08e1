/** Hands a text to the person as a file. */
export function downloadText(name: string, text: string, type: string): void {
  const url = URL.createObjectURL(new Blob([text], { type }));
  const link = Object.assign(document.createElement('a'), { href: url, download: name });
  link.click();
  // The download has begun by then; the address would keep the text in memory for as long as the page lives.
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}
