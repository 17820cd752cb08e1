import { packError, unpackError, type ErrorMessage } from './protocol.js';

type Answer = { chunk: Uint8Array } | { end: true } | { error: ErrorMessage };

/**
 * Offers an iterable of bytes on a port: one chunk for each message that asks, so nothing piles up. Settles when that is
 * over; the port tells how.
 */
export function offerBytes(source: AsyncIterable<Uint8Array>, port: MessagePort): Promise<void> {
  const iterator = source[Symbol.asyncIterator]();
  /** Whether that was the last one. */
  const answer = async (wanted: 'next' | 'stop'): Promise<boolean> => {
    try {
      const result: IteratorResult<Uint8Array, unknown> | undefined =
        wanted === 'next' ? await iterator.next() : await iterator.return?.();
      const isOver = result === undefined || result.done === true;
      post(port, isOver ? { end: true } : { chunk: result.value });
      return isOver;
    } catch (cause) {
      post(port, { error: packError(cause) });
      return true;
    }
  };
  return new Promise((end) => {
    port.onmessage = async ({ data }: MessageEvent<'next' | 'stop'>) => {
      if (!(await answer(data))) return;
      port.close();
      end();
    };
  });
}

/** The bytes that the other end offers. Leaving the loop early stops the source. `unpack` makes the error of a source. */
export async function* takeBytes(
  port: MessagePort,
  unpack = unpackError,
): AsyncGenerator<Uint8Array, void, void> {
  let isOver = false;
  try {
    for (;;) {
      const answer = await ask(port);
      if ('chunk' in answer) {
        yield answer.chunk;
      } else {
        isOver = true;
        if ('error' in answer) throw unpack(answer.error);
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
  const chunk: unknown = 'chunk' in answer ? answer.chunk : null;
  // A stream of the caller's may give anything: who reads it says so.
  const isWhole = chunk instanceof Uint8Array && chunk.byteLength === chunk.buffer.byteLength;
  port.postMessage(answer, (isWhole ? [chunk.buffer] : []) as Transferable[]);
}
