/** A drawing as the text of a file of its own: without the marks that templates leave, and without classes. */
export function drawingFile(drawing: SVGElement): string {
  const copy = drawing.cloneNode(true) as SVGElement;
  const marks = document.createNodeIterator(copy, NodeFilter.SHOW_COMMENT);
  for (let mark = marks.nextNode(); mark; mark = marks.nextNode()) mark.parentNode?.removeChild(mark);
  for (const part of [copy, ...copy.querySelectorAll('[class]')]) part.removeAttribute('class');
  copy.removeAttribute('aria-hidden');
  return new XMLSerializer().serializeToString(copy);
}
