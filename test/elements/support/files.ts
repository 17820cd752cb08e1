/** A file that a page was handed in place of the browser's download. */
export interface HandedFile {
  readonly name: string;
  readonly text: string;
}

/** The files that a page hands over while something is done. */
export async function collectFiles(act: () => Promise<void>): Promise<HandedFile[]> {
  const { click } = HTMLAnchorElement.prototype;
  const files: Promise<HandedFile>[] = [];
  HTMLAnchorElement.prototype.click = function () {
    const { download: name, href } = this;
    files.push(fetch(href).then(async (answer) => ({ name, text: await answer.text() })));
  };
  try {
    await act();
    return await Promise.all(files);
  } finally {
    HTMLAnchorElement.prototype.click = click;
  }
}
