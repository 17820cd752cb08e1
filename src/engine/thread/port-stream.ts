import { packError, unpackError, type ErrorMessage } from './protocol.js';

type Answer = { chunk: Uint8Array } | { end: true } | { error: ErrorMessage };

/** Offers an iterable of bytes on a port: one chunk for each message that asks, so nothing piles up. */
export function offerBytes(source: AsyncIterable<Uint8Array>, port: MessagePort): void {
  const iterator = source[Symbol.asyncIterator]();
  const answer = async (wanted: 'next' | 'stop'): Promise<void> => {
    try {
      const result: IteratorResult<Uint8Array, unknown> | undefined =
        wanted === 'next' ? await iterator.next() : await iterator.return?.();
      const isOver = result === undefined || result.done === true;
      post(port, isOver ? { end: true } : { chunk: result.value });
      if (isOver) port.close();
    } catch (cause) {
      post(port, { error: packError(cause) });
      port.close();
    }
  };
  port.onmessage = ({ data }: MessageEvent<'next' | 'stop'>) => void answer(data);
}

/** The bytes that the other end offers. Leaving the loop early stops the source. */
export async function* takeBytes(port: MessagePort): AsyncGenerator<Uint8Array, void, void> {
  let isOver = false;
  try {
    for (;;) {
      const answer = await ask(port);
      if ('chunk' in answer) {
        yield answer.chunk;
      } else {
        isOver = true;
        if ('error' in answer) throw unpackError(answer.error);
        return;
      }
    }
  } finally {
    if (!isOver) port.postMessage('stop');
    port.close();
  }
}

function ask(port: MessagePort): Promise<Answer> {
  return new Promise((resolve) => {
    port.onmessage = ({ data }: MessageEvent<Answer>) => resolve(data);
    port.postMessage('next');
  });
}

function post(port: MessagePort, answer: Answer): void {
  // A chunk that is a whole buffer of its own moves; a part of another is copied.
  const transfer =
    'chunk' in answer && answer.chunk.byteLength === answer.chunk.buffer.byteLength
      ? [answer.chunk.buffer]
      : [];
  port.postMessage(answer, transfer as Transferable[]);
}
