/** Hands files to the person, and lets go of what they hold when the next one comes or the element leaves. */
export class Downloads {
  #url: string | null = null;

  /** Begins the download of what a stream gives, once it is whole: a stream that fails makes no file. */
  async take(stream: ReadableStream<Uint8Array>, name: string, type: string): Promise<void> {
    const reader = stream.getReader();
    const pieces: BlobPart[] = [];
    for (;;) {
      const { done, value } = await reader.read();
      if (done) break;
      // What the stream writes stands in buffers of its own, never in shared ones.
      pieces.push(value as Uint8Array<ArrayBuffer>);
    }
    this.release();
    this.#url = URL.createObjectURL(new Blob(pieces, { type }));
    Object.assign(document.createElement('a'), { href: this.#url, download: name }).click();
  }

  release(): void {
    if (this.#url !== null) URL.revokeObjectURL(this.#url);
    this.#url = null;
  }
}
