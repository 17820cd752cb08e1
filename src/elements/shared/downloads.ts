/** Hands files to the person, and lets go of what they hold when the next one comes or the element leaves. */
export class Downloads {
  #url: string | null = null;

  /** Begins the download of what is written, once it is whole: what fails on the way makes no file. */
  async take(bytes: AsyncIterable<Uint8Array>, name: string, type: string): Promise<void> {
    const pieces: BlobPart[] = [];
    // What is written stands in buffers of its own, never in shared ones.
    for await (const piece of bytes) pieces.push(piece as Uint8Array<ArrayBuffer>);
    this.give(new Blob(pieces, { type }), name);
  }

  give(file: Blob, name: string): void {
    this.release();
    this.#url = URL.createObjectURL(file);
    Object.assign(document.createElement('a'), { href: this.#url, download: name }).click();
  }

  release(): void {
    if (this.#url !== null) URL.revokeObjectURL(this.#url);
    this.#url = null;
  }
}
