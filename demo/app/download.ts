/** Hands a text to the person as a file. */
export function downloadText(name: string, text: string, type: string): void {
  downloadBlob(name, new Blob([text], { type }));
}

/** The same for what comes in pieces; rejects as the stream does, and then there is no file. */
export async function downloadStream(
  name: string,
  stream: ReadableStream<Uint8Array>,
  type: string,
): Promise<void> {
  const content = await new Response(stream, { headers: { 'Content-Type': type } }).blob();
  downloadBlob(name, content);
}

function downloadBlob(name: string, content: Blob): void {
  const url = URL.createObjectURL(content);
  const link = Object.assign(document.createElement('a'), { href: url, download: name });
  link.click();
  // The download has begun by then; the address would keep the content in memory for as long as the page lives.
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}
